package io.exhibit.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.cli.wiring.AssessJson;
import io.exhibit.control.Assertion;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Source;
import io.exhibit.render.Issue;
import io.exhibit.render.PackContent;
import io.exhibit.render.forms.Oscal;
import io.exhibit.seal.Discrepancy;
import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.PackVault;
import io.exhibit.seal.Statement;
import io.exhibit.seal.Step;
import io.exhibit.seal.Step.Name;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Holds what a pack says of its month against what follows from its days: {@code assessment.json}, and the same as OSCAL. The other forms tell
 * of time before the period too, which a pack does not hold.
 */
final class DeepMonth {

    private DeepMonth() {}

    static Step step(PackVault pack, byte[] sealed, PeriodAssessment again, List<Source> sources) throws IOException {
        String json =
                AssessJson.of(again.period().first() + "/" + again.period().last(), again);
        List<Discrepancy> found = new ArrayList<>();
        if (!new String(sealed, StandardCharsets.UTF_8).equals(json)) {
            Map<String, JsonNode> was = controls(sealed);
            Map<String, JsonNode> is = controls(json.getBytes(StandardCharsets.UTF_8));
            List<String> otherwise = otherwise(was, is);
            List<String> gone =
                    was.keySet().equals(is.keySet()) ? ofTimeBefore(pack, again, otherwise, was, is) : List.of();
            if (!gone.isEmpty()) {
                return Step.notChecked(
                        Name.MONTH, before(otherwise, gone) + " What OSCAL says of them was not compared.");
            }
            otherwise.forEach(citation -> found.add(differs(citation + ": sealed was " + words(was.get(citation))
                    + ", and the days say " + words(is.get(citation)) + ".")));
            if (found.isEmpty()) {
                found.add(differs("It is not what follows from the days."));
            }
        }
        found.addAll(oscal(pack, again, sources));
        return Step.of(
                Name.MONTH,
                found,
                again.controls().size()
                        + " units judged again from the sealed days: assessment.json and what it says as OSCAL are what"
                        + " follows.");
    }

    /** Citations of the units that are not the same. */
    static List<String> otherwise(Map<String, JsonNode> was, Map<String, JsonNode> is) {
        return was.keySet().stream()
                .filter(citation -> !was.get(citation).equals(is.get(citation)))
                .toList();
    }

    static String before(List<String> otherwise, List<String> gone) {
        return "All units but " + String.join(", ", otherwise)
                + " are what follows from the sealed days. For these, what had gone before the period counts too ("
                + String.join(", ", gone)
                + "), and the pack does not hold the days of then: ask for the pack of that time.";
    }

    /**
     * The tests by which units come out otherwise than from the log, where each of these counts what had gone before the days that the pack
     * holds, and nothing else of these units differs but what follows from it; otherwise none.
     */
    static List<String> ofTimeBefore(
            PackVault pack,
            PeriodAssessment again,
            List<String> otherwise,
            Map<String, JsonNode> was,
            Map<String, JsonNode> is) {
        String first = pack.meaning().carried().stream().min(String::compareTo).orElse("");
        Set<String> vanishing = again.tests().stream()
                .map(TestResult::assertion)
                .filter(test -> test.vanished().equals("deviates"))
                .map(Assertion::id)
                .collect(Collectors.toSet());
        Set<String> tests = new TreeSet<>();
        for (String citation : otherwise) {
            List<String> here = StreamSupport.stream(
                            was.get(citation).path("assertions").spliterator(), false)
                    .filter(told -> !contains(is.get(citation), told))
                    .map(told -> told.path("id").asText())
                    .toList();
            if (here.isEmpty() || !apart(was.get(citation), vanishing).equals(apart(is.get(citation), vanishing))) {
                return List.of();
            }
            tests.addAll(here);
        }
        return pack.runIds().stream().anyMatch(run -> run.compareTo(first) < 0) ? List.copyOf(tests) : List.of();
    }

    /** What of a unit does not depend on some of its tests. */
    private static List<JsonNode> apart(JsonNode unit, Set<String> tests) {
        List<JsonNode> rest = new ArrayList<>(List.of(unit.path("tested"), unit.path("documents")));
        unit.path("assertions").forEach(told -> {
            if (!tests.contains(told.path("id").asText())) {
                rest.add(told);
            }
        });
        return rest;
    }

    private static boolean contains(JsonNode unit, JsonNode told) {
        return StreamSupport.stream(unit.path("assertions").spliterator(), false)
                .anyMatch(told::equals);
    }

    static Map<String, JsonNode> controls(byte[] json) throws IOException {
        Map<String, JsonNode> controls = new TreeMap<>();
        new ObjectMapper()
                .readTree(json)
                .path("controls")
                .forEach(control -> controls.put(control.path("citation").asText(), control));
        return controls;
    }

    private static String words(JsonNode control) {
        return control == null
                ? "nothing"
                : control.path("verdict").asText() + " ("
                        + control.path("conclusion").asText() + ")";
    }

    static Discrepancy differs(String says) {
        return new Discrepancy(Code.VERDICT_DIFFERS, "assessment.json", says);
    }

    /** A pack of before that form has none. */
    private static List<Discrepancy> oscal(PackVault pack, PeriodAssessment again, List<Source> sources)
            throws IOException {
        byte[] oscal = Oscal.of(content(pack, again, sources));
        return pack.payload(Oscal.NAME).values().stream().allMatch(there -> Arrays.equals(there, oscal))
                ? List.of()
                : List.of(new Discrepancy(Code.VERDICT_DIFFERS, Oscal.NAME, "It is not what follows from the days."));
    }

    private static PackContent content(PackVault pack, PeriodAssessment again, List<Source> sources)
            throws IOException {
        Statement.Meaning meaning = pack.meaning();
        List<RunRecord> runs = new ArrayList<>();
        Map<String, String> digests = new HashMap<>();
        for (Statement.Ran ran : meaning.runs()) {
            runs.add(pack.run(ran.id()));
            digests.put(ran.id(), pack.digest(ran.id()).orElse(""));
        }
        return new PackContent(
                again,
                runs,
                digests,
                sources,
                new Issue(meaning.pack(), meaning.issue(), meaning.issued(), false, Optional.empty()),
                new PackContent.Log(
                        meaning.log().origin(),
                        meaning.log().size(),
                        meaning.log().root(),
                        PackContent.Stamp.NOT_ASKED,
                        Map.of(),
                        List.of()),
                !meaning.endpoint().equals("aws"),
                meaning.endpoint(),
                meaning.tool(),
                meaning.digests(),
                Map.of(),
                List.of(),
                List.of());
    }
}
