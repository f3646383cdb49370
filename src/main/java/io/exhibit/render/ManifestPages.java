package io.exhibit.render;

import io.exhibit.assessment.Change.Night;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.LogKey;
import io.exhibit.assessment.Population;
import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The runs that the pack rests on, as they lie in the vault. */
final class ManifestPages {

    /** What a leaf seals, in the order in which it is told. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("run", "of runs (a missed or failed one has its leaf too)");
        KINDS.put("assessment", "of assessments of runs");
        KINDS.put("book", "of books");
        KINDS.put("approval", "of approvals of books");
        KINDS.put("rotation", "of changes of the key");
        KINDS.put("channel", "of ways by which packs are handed over");
        KINDS.put("release", "of approvals of drafts");
        KINDS.put("pack", "of packs");
        KINDS.put("receipt", "of receipts");
        KINDS.put("visits", "of visits to the console");
    }

    private final PackContent content;

    ManifestPages(PackContent content) {
        this.content = content;
    }

    Map<String, Object> model() {
        return Map.of(
                "runs", content.runs().stream().map(this::run).toList(),
                "lead", lead(),
                "leaves", leaves(),
                "example", example().map(List::of).orElse(List.of()),
                "keys", content.log().keys().stream().map(this::key).toList(),
                "bytes",
                        Words.count(content.runs().stream()
                                .mapToLong(ManifestPages::bytes)
                                .sum()),
                "baseline", content.changes().base().map(Night::run).orElse(""),
                "files",
                        Words.count(content.runs().stream()
                                .mapToLong(ManifestPages::files)
                                .sum()));
    }

    private Map<String, Object> run(RunRecord run) {
        return Map.of(
                "id", run.id(),
                "started", Words.minute(run.started()),
                "outcome", Words.of(run.outcome()),
                "reason", run.reason(),
                "files", Words.count(files(run)),
                "bytes", Words.count(bytes(run)),
                "gaps", gaps(run, true),
                "gapsOutside", gaps(run, false),
                "sha256", Words.grouped(content.runDigests().getOrDefault(run.id(), "")));
    }

    /** One item of this pack with the slice that it was read from: of a population that is printed, or else a finding. */
    private Optional<Map<String, Object>> example() {
        AnswerPlaces places = new AnswerPlaces(content);
        for (Population population : content.populations()) {
            for (Item item :
                    content.rolls().items().getOrDefault(population.test().id(), List.of())) {
                List<AnswerPlaces.Slice> slices = places.of(population.test(), population.run(), item.target())
                        .slices();
                if (item.state() == Item.State.CONFORMS && !item.ofPlace() && slices.size() == 1) {
                    return Optional.of(example(population.file(), item.key(), slices.get(0)));
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, Object> example(String list, String key, AnswerPlaces.Slice slice) {
        return Map.of(
                "list", list,
                "key", key,
                "source", slice.source(),
                "file", slice.file(),
                "offset", Long.toString(slice.offset()),
                "length", Long.toString(slice.length()),
                "command",
                        "tail -c +" + (slice.offset() + 1) + " data/vault/" + slice.file() + " | head -c "
                                + slice.length() + " | zstd -dc | less");
    }

    /** Leaves are counted from 1, as the size of the log is. */
    private Map<String, Object> key(LogKey key) {
        return Map.of(
                "algorithm", key.algorithm(),
                "id", key.id(),
                "sha256", Words.grouped(key.sha256()),
                "leaves",
                        key.to()
                                .map(to -> Words.count(key.from()) + " to " + Words.count(to))
                                .orElseGet(() -> Words.count(key.from()) + " on"),
                "since", key.since().map(Words::minute).orElse("the beginning of the log"));
    }

    /** A night that was missed is in the log, and is no run. */
    private String lead() {
        long missed = count(Outcome.MISSED);
        long failed = count(Outcome.FAILED);
        return Words.count(content.runs().size() - missed - failed, "run", "runs")
                + " with evidence"
                + (missed == 0 ? "" : ", " + Words.count(missed) + " missed")
                + (failed == 0 ? "" : ", " + Words.count(failed) + " failed");
    }

    /** The leaves of the log by what they seal; "" where they were not counted. */
    private String leaves() {
        Map<String, Long> leaves = content.log().leaves();
        return KINDS.entrySet().stream()
                .filter(kind -> leaves.containsKey(kind.getKey()))
                .map(kind -> Words.count(leaves.get(kind.getKey())) + " " + kind.getValue())
                .collect(Collectors.joining(", "));
    }

    private long count(Outcome outcome) {
        return content.runs().stream().filter(run -> run.outcome() == outcome).count();
    }

    private String gaps(RunRecord run, boolean inScope) {
        Scope scope = content.assessment().book().scope();
        return Words.count(run.units().stream()
                .filter(unit -> scope.inScope(unit.target()) == inScope)
                .flatMap(unit -> unit.parts().stream())
                .mapToLong(part -> part.gaps().size())
                .sum());
    }

    private static long bytes(RunRecord run) {
        return run.units().stream().mapToLong(Unit::bytes).sum();
    }

    private static long files(RunRecord run) {
        return run.units().stream().filter(unit -> !unit.file().isEmpty()).count();
    }
}
