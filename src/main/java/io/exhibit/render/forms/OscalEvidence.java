package io.exhibit.render.forms;

import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.render.PackContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** What the observations rest on: sealed files by name and SHA-256. The record of a run names every raw answer of it. */
final class OscalEvidence {

    /** Raw answers named beside one test; the record names them all. */
    private static final int NAMED = 25;

    private final PackContent content;
    private final Function<String[], String> uuid;
    private final Map<String, Map<String, Object>> resources = new LinkedHashMap<>();
    private final List<RunRecord> read;

    OscalEvidence(PackContent content, Function<String[], String> uuid) {
        this.content = content;
        this.uuid = uuid;
        this.read = content.assessment().days().stream()
                .flatMap(day -> day.run().stream())
                .filter(run -> !run.units().isEmpty())
                .toList();
        List<Map<String, Object>> props = new ArrayList<>();
        OscalProps.add(props, "digest", content.assessment().book().digest());
        resources.put(
                "book",
                OscalProps.ordered(
                        "uuid",
                        uuid("book"),
                        "title",
                        "The mappings and the organization's book by which the period was judged",
                        "props",
                        props,
                        "rlinks",
                        List.of(Map.of("href", "book/"))));
    }

    private String uuid(String... name) {
        return uuid.apply(name);
    }

    /** The resource that plays the assessment plan. */
    String book() {
        return uuid("book");
    }

    /** Every file that was referred to. */
    List<Map<String, Object>> resources() {
        return List.copyOf(resources.values());
    }

    /** The run that a snapshot was made of. */
    Optional<RunRecord> last() {
        return read.isEmpty() ? Optional.empty() : Optional.of(read.get(read.size() - 1));
    }

    /** References of a test, and a sentence about those that are not listed, or "". */
    Named of(TestResult test) {
        List<Map<String, Object>> named = new ArrayList<>();
        boolean period = test.assertion().timing() != Timing.SNAPSHOT;
        for (RunRecord run : period ? read : last().stream().toList()) {
            named.add(reference(
                    "runs/" + run.id() + "/run.json",
                    content.runDigests().getOrDefault(run.id(), ""),
                    "Record of the run: what was asked, what was answered, and the SHA-256 of every raw answer"));
        }
        List<Unit> units = last().map(run -> deviating(test, run)).orElse(List.of());
        for (Unit unit : units.subList(0, Math.min(NAMED, units.size()))) {
            named.add(reference(
                    "runs/" + last().orElseThrow().id() + "/" + unit.file(),
                    unit.sha256(),
                    "Raw answers from " + unit.target().account() + " "
                            + unit.target().region() + ", where it deviates"));
        }
        int left = units.size() - Math.min(NAMED, units.size());
        return new Named(
                named, left == 0 ? "" : "It deviates in " + left + " more places; the run's record names their files.");
    }

    /** @param more about what is not named, or "" */
    record Named(List<Map<String, Object>> references, String more) {}

    private List<Unit> deviating(TestResult test, RunRecord run) {
        TreeSet<Target> places = new TreeSet<>();
        for (History history : test.histories()) {
            boolean deviates = history.state() == Item.State.DEVIATES || history.state() == Item.State.ACCEPTED;
            if (history.open() && deviates) {
                places.add(history.target());
            }
        }
        Optional<String> source = content.sources().stream()
                .filter(each -> each.readings().stream()
                        .anyMatch(
                                reading -> reading.key().equals(test.assertion().source())))
                .map(Source::key)
                .findFirst();
        return run.units().stream()
                .filter(unit -> places.contains(unit.target()) && !unit.file().isEmpty())
                .filter(unit -> source.isEmpty()
                        || unit.parts().stream()
                                .anyMatch(part -> part.source().equals(source.get()) && part.length() > 0))
                .toList();
    }

    private Map<String, Object> reference(String file, String sha256, String description) {
        resources.computeIfAbsent(file, name -> {
            Map<String, Object> link = OscalProps.ordered(
                    "href",
                    "vault/" + name.replace("[", "%5B").replace("]", "%5D").replace(" ", "%20"));
            if (!sha256.isEmpty()) {
                link.put("hashes", List.of(OscalProps.ordered("algorithm", "SHA-256", "value", sha256)));
            }
            return OscalProps.ordered("uuid", uuid("file", name), "title", name, "rlinks", List.of(link));
        });
        return OscalProps.ordered("href", "#" + uuid("file", file), "description", description);
    }
}
