package io.exhibit.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.cli.wiring.AssessJson;
import io.exhibit.seal.Discrepancy;
import io.exhibit.seal.PackVault;
import io.exhibit.seal.Profile;
import io.exhibit.seal.Statement;
import io.exhibit.seal.Step;
import io.exhibit.seal.Step.Name;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What can be judged again of a masked pack, with the originals that were brought. */
final class MaskedMonth {

    static final String RECORDS =
            "The pack is masked, and the records of its runs are not here: ask for them, and give their folder with --held.";

    private static final String BOOK = "book/";

    private MaskedMonth() {}

    /** Whether a record is missing; raw answers alone may be. */
    static boolean lacksRecords(PackVault pack) throws IOException {
        return pack.profile().masks()
                && pack.missing().stream().map(Statement.LeftOut::file).anyMatch(name -> !name.contains("/units/"));
    }

    /** The book in the pack, and of a masked one the files of it that were brought in their place, as they lie in the whole pack. */
    static SortedMap<String, byte[]> book(PackVault pack, Optional<Path> held) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>(pack.payload(BOOK));
        Optional<Path> folder = held.map(place -> place.resolve("book")).filter(Files::isDirectory);
        if (pack.profile().masks() && folder.isPresent()) {
            try (Stream<Path> brought = Files.walk(folder.get())) {
                for (Path file : brought.filter(Files::isRegularFile).toList()) {
                    String name = folder.get().relativize(file).toString().replace('\\', '/');
                    // A public pack lacks files, an auditor's may have masked copies; what a pack has whole is its own.
                    if (pack.profile() == Profile.AUDITOR || !files.containsKey(name)) {
                        files.put(name, Files.readAllBytes(file));
                    }
                }
            }
        }
        return files;
    }

    /** Verdicts and counts are not masked, so they are compared; the words beside them cannot be, so it is never OK. */
    static Step step(PackVault pack, byte[] sealed, PeriodAssessment again) throws IOException {
        String signed = pack.meaning().digests().getOrDefault("book", "");
        boolean telling = pack.profile() == Profile.AUDITOR;
        if (telling && !signed.equals(again.book().digest())) {
            return Step.notChecked(
                    Name.MONTH, "The pack was bound by the book " + signed + ", which is another than is here.");
        }
        for (Statement.Ran run : pack.meaning().runs()) {
            Optional<Assessment> day = pack.assessment(run.id());
            if (!telling
                    && day.isPresent()
                    && !day.get().book().equals(again.book().digest())) {
                return Step.notChecked(
                        Name.MONTH,
                        "The run " + run.id()
                                + " was judged by another book than is here. The entity's own part of it stays with the"
                                + " entity: ask for it, and lay it as book/ into the folder of --held.");
            }
        }
        String period = again.period().first() + "/" + again.period().last();
        Map<String, JsonNode> was = DeepMonth.controls(sealed);
        Map<String, JsonNode> is =
                DeepMonth.controls(AssessJson.of(period, again).getBytes(StandardCharsets.UTF_8));
        was.replaceAll((citation, control) -> counts(control));
        is.replaceAll((citation, control) -> counts(control));
        if (!was.keySet().equals(is.keySet())) {
            return Step.of(Name.MONTH, List.of(DeepMonth.differs("It has other units than follow from the days.")), "");
        }
        List<String> otherwise = DeepMonth.otherwise(was, is);
        List<String> gone = DeepMonth.ofTimeBefore(pack, again, otherwise, was, is);
        if (!gone.isEmpty()) {
            return Step.notChecked(
                    Name.MONTH,
                    DeepMonth.before(otherwise, gone) + " assessment.json is masked, and its words were not compared.");
        }
        List<Discrepancy> found = otherwise.stream()
                .map(citation -> DeepMonth.differs(citation + ": verdict or counts are not what the days say."))
                .toList();
        return found.isEmpty()
                ? Step.notChecked(
                        Name.MONTH,
                        "Verdicts and counts of " + is.size()
                                + " units are what follows from the sealed days; assessment.json is masked, and its words"
                                + " were not compared.")
                : Step.of(Name.MONTH, found, "");
    }

    private static JsonNode counts(JsonNode control) {
        ObjectNode out = new ObjectMapper().createObjectNode();
        for (String member : List.of("citation", "verdict", "tested", "deviations", "gaps")) {
            out.set(member, control.path(member));
        }
        ArrayNode assertions = out.putArray("assertions");
        control.path("assertions").forEach(assertion -> {
            ObjectNode one = assertions.addObject();
            for (String member : List.of("id", "verdict", "population", "inconclusive")) {
                one.set(member, assertion.path(member));
            }
            one.set("deviating", IntNode.valueOf(assertion.path("deviating").size()));
            one.set("accepted", IntNode.valueOf(assertion.path("accepted").size()));
        });
        return out;
    }
}
