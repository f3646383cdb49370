package io.exhibit.render.forms;

import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.render.PackContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** An observation of every test and document, and a finding of each that applies. */
final class OscalResults {

    private final PackContent content;
    private final Function<String[], String> uuid;
    private final List<Map<String, Object>> observations = new ArrayList<>();
    private final List<Map<String, Object>> findings = new ArrayList<>();

    OscalResults(PackContent content, OscalEvidence evidence, Function<String[], String> uuid) {
        this.content = content;
        this.uuid = uuid;
        content.assessment().tests().forEach(test -> test(test, evidence));
        content.assessment().documents().forEach(document -> document(document, evidence));
    }

    List<Map<String, Object>> observations() {
        return observations;
    }

    List<Map<String, Object>> findings() {
        return findings;
    }

    private void test(TestResult test, OscalEvidence evidence) {
        String id = test.assertion().id();
        Judgement counted = test.counted();
        List<Map<String, Object>> props = new ArrayList<>();
        OscalProps.add(props, "verdict", word(test.verdict()));
        OscalProps.add(props, "severity", word(test.assertion().severity()));
        OscalProps.add(props, "timing", word(test.assertion().timing()));
        OscalProps.add(props, "population", test.things());
        OscalProps.add(props, "conforming", test.thingsConforming());
        OscalProps.add(props, "deviating", counted.deviating());
        OscalProps.add(props, "accepted", counted.accepted());
        OscalProps.add(props, "inconclusive", test.thingsUnknown());
        OscalProps.add(props, "places-read", test.places().read());
        OscalProps.add(props, "places-unread", test.places().unread());
        OscalProps.add(props, "days-judged", test.daysJudged());
        OscalProps.add(props, "days-deviating", test.daysDeviating());
        OscalProps.add(props, "days-unknown", test.daysUnknown());
        OscalEvidence.Named named = evidence.of(test);
        String remarks =
                String.join(" ", counted.reason(), mended(test), named.more()).strip();
        String counts = test.things() + " tested: " + test.thingsConforming() + " conform, " + counted.deviating()
                + " deviate, " + counted.accepted() + " deviate with an accepted risk, " + test.thingsUnknown()
                + " could not be judged." + OcsfParts.places(test);
        observe(
                id,
                test.assertion().says() + ". " + counts,
                props,
                "TEST",
                named.references(),
                evidence.last()
                        .map(run -> run.started().toString())
                        .orElse(content.issue().at().toString()),
                remarks);
        if (test.verdict() != Verdict.NOT_APPLICABLE) {
            find(
                    id,
                    test.assertion().says(),
                    test.verdict(),
                    String.join(" ", word(test.verdict()) + ":", counts, counted.reason(), mended(test))
                            .strip());
        }
    }

    /** OSCAL has one word for the end of a period and for all of it: "satisfied" is of the end, and this says what came before. */
    private static String mended(TestResult test) {
        return test.mended()
                ? "It deviated on " + test.daysDeviating() + " of " + test.daysJudged()
                        + " days of the period; what stands here is how it was at its end."
                : "";
    }

    private void document(DocumentResult result, OscalEvidence evidence) {
        String id = result.document().id();
        List<Map<String, Object>> props = new ArrayList<>();
        OscalProps.add(props, "verdict", word(result.verdict()));
        OscalProps.add(props, "state", word(result.state()));
        observe(
                id,
                result.document().says() + ". " + word(result.state()) + ".",
                props,
                "EXAMINE",
                List.of(OscalProps.ordered(
                        "href", "#" + evidence.book(), "description", "The entity's list of its documents")),
                content.issue().at().toString(),
                result.reason());
        if (result.verdict() != Verdict.NOT_APPLICABLE) {
            find(
                    id,
                    result.document().says(),
                    result.verdict(),
                    (word(result.state()) + ". " + result.reason()).strip());
        }
    }

    private void observe(
            String id,
            String description,
            List<Map<String, Object>> props,
            String method,
            List<Map<String, Object>> evidence,
            String collected,
            String remarks) {
        Map<String, Object> observation = OscalProps.ordered(
                "uuid",
                uuid("observation", id),
                "title",
                id,
                "description",
                description,
                "props",
                props,
                "methods",
                List.of(method),
                "types",
                List.of("control-objective"));
        if (!evidence.isEmpty()) {
            observation.put("relevant-evidence", evidence);
        }
        observation.put("collected", collected);
        if (!remarks.isEmpty()) {
            observation.put("remarks", remarks);
        }
        observations.add(observation);
    }

    private void find(String id, String says, Verdict verdict, String remarks) {
        findings.add(OscalProps.ordered(
                "uuid", uuid("finding", id),
                "title", id,
                "description", says,
                "target",
                        OscalProps.ordered(
                                "type",
                                "objective-id",
                                "target-id",
                                id,
                                "status",
                                OscalProps.ordered(
                                        "state",
                                        verdict == Verdict.PASS ? "satisfied" : "not-satisfied",
                                        "reason",
                                        reason(verdict),
                                        "remarks",
                                        remarks)),
                "related-observations", List.of(Map.of("observation-uuid", uuid("observation", id)))));
    }

    private static String reason(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "pass";
            case FAIL -> "fail";
            case INCONCLUSIVE, MANUAL, NOT_APPLICABLE -> "other";
        };
    }

    private String uuid(String... name) {
        return uuid.apply(name);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
