package io.exhibit.render.forms;

import static io.exhibit.render.forms.OscalProps.ordered;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Findings;
import io.exhibit.assessment.History;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Assertion;
import io.exhibit.render.PackContent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The results as events of OCSF 1.8.0, one JSON object a line, each a Compliance Finding (class 2003): first one for every test, of type
 * "test", then one for every item that deviated in the period, of type "item". An item of GuardDuty's or Inspector's is a Compliance
 * Finding too: what is judged is how long it stayed open, and what AWS detected stands in the raw answers and not here.
 */
final class Ocsf {

    static final String NAME = "findings.ocsf.ndjson";

    private static final String VERSION = "1.8.0";
    private static final int CATEGORY = 2;
    private static final int CLASS = 2003;
    private static final int CREATE = 1;
    private static final int UPDATE = 2;
    private static final int CLOSE = 3;
    private static final int OTHER = 99;

    private final PackContent content;
    private final Map<LocalDate, Instant> started = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private Ocsf(PackContent content) {
        this.content = content;
        for (Day day : content.assessment().days()) {
            day.run().ifPresent(run -> started.put(day.date(), run.started()));
        }
        content.runs().forEach(run -> run.accounts().forEach(account -> names.put(account.id(), account.name())));
    }

    /** Each event as a line with its end. */
    static void lines(PackContent content, Consumer<String> each) {
        Ocsf ocsf = new Ocsf(content);
        ObjectMapper json = new ObjectMapper();
        try {
            for (TestResult test : content.assessment().tests()) {
                each.accept(json.writeValueAsString(ocsf.test(test)) + '\n');
            }
            for (Finding finding : new Findings(content.assessment()).everything()) {
                each.accept(json.writeValueAsString(ocsf.item(finding)) + '\n');
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and texts can always be written", e);
        }
    }

    /** A test that could not be made, and one that asks for people, is a warning: "did not yield a result due to missing information". */
    private Map<String, Object> test(TestResult test) {
        Assertion assertion = test.assertion();
        Instant at = content.assessment().days().stream()
                .flatMap(day -> day.run().stream())
                .reduce((earlier, later) -> later)
                .map(run -> run.started())
                .orElse(content.issue().at());
        String counts = test.things() + " tested, " + test.counted().deviating() + " deviate, "
                + test.counted().accepted() + " deviate with an accepted risk, "
                + test.thingsUnknown() + " could not be judged." + OcsfParts.places(test);
        Map<String, Object> event = event(assertion, CREATE, at, OcsfParts.severity(test), List.of());
        event.put("message", assertion.id() + " " + test.verdict().words() + ": " + counts);
        event.put("finding_info", OcsfParts.info(assertion, "test", NameUuid.of(series(), "test", assertion.id())));
        event.put(
                "compliance",
                switch (test.verdict()) {
                    case PASS -> OcsfParts.compliance(assertion, 1, "Pass", OcsfParts.mended(test));
                    case FAIL ->
                        OcsfParts.compliance(
                                assertion, 3, "Fail", test.counted().reason());
                    case INCONCLUSIVE, MANUAL ->
                        OcsfParts.compliance(
                                assertion, 2, "Warning", test.counted().reason());
                    case NOT_APPLICABLE ->
                        OcsfParts.compliance(
                                assertion,
                                OTHER,
                                "Not applicable",
                                test.counted().reason());
                });
        return event;
    }

    private Map<String, Object> item(Finding finding) {
        History history = finding.history();
        Assertion assertion = finding.test().assertion();
        boolean fresh =
                !history.firstSeen().isBefore(content.assessment().period().first());
        int activity = history.open() ? fresh ? CREATE : UPDATE : CLOSE;
        Map<String, Object> event = event(
                assertion, activity, at(history.firstSeen()), OcsfParts.severity(finding.severity()), List.of("cloud"));
        event.put("message", history.text());
        event.put("status_id", OTHER);
        event.put("status", FindingsCsv.state(finding));
        Map<String, Object> info = OcsfParts.info(
                assertion,
                "item",
                NameUuid.of(
                        series(),
                        "item",
                        assertion.id(),
                        history.target().account(),
                        history.target().region(),
                        history.key()));
        info.put("first_seen_time", at(history.firstSeen()).toEpochMilli());
        info.put("last_seen_time", at(history.lastSeen()).toEpochMilli());
        event.put("finding_info", info);
        event.put("compliance", result(finding, assertion));
        event.put(
                "resources",
                List.of(ordered(
                        "uid",
                        history.key(),
                        "type",
                        assertion.source(),
                        "region",
                        history.target().region())));
        String account = history.target().account();
        event.put(
                "cloud",
                ordered(
                        "provider", "AWS",
                        "region", history.target().region(),
                        "account", ordered("uid", account, "name", names.getOrDefault(account, ""))));
        return event;
    }

    /** What was closed conformed or was gone: it is not called a pass. */
    private static Map<String, Object> result(Finding finding, Assertion assertion) {
        String text = finding.history().text();
        if (!finding.history().open()) {
            return OcsfParts.compliance(
                    assertion,
                    OTHER,
                    finding.event()
                            ? "Conforms since " + finding.history().closed()
                            : "Closed on " + finding.history().closed()
                                    + (finding.history().gone() ? ", gone" : ", conforms"),
                    text);
        }
        return finding.unread()
                ? OcsfParts.compliance(assertion, 2, "Warning", text)
                : OcsfParts.compliance(assertion, 3, "Fail", text);
    }

    private Map<String, Object> event(
            Assertion assertion, int activity, Instant at, int severity, List<String> profiles) {
        String[] tool = content.tool().split(" ", 2);
        Map<String, Object> metadata = ordered(
                "version", VERSION,
                "product", ordered("name", tool[0], "vendor_name", tool[0], "version", tool.length > 1 ? tool[1] : ""),
                "correlation_uid", content.issue().pack());
        if (!profiles.isEmpty()) {
            metadata.put("profiles", profiles);
        }
        if (content.simulated()) {
            metadata.put("labels", List.of("SIMULATED, not AWS"));
        }
        Map<String, Object> event = ordered(
                "class_uid", CLASS,
                "class_name", "Compliance Finding",
                "category_uid", CATEGORY,
                "type_uid", CLASS * 100 + activity,
                "activity_id", activity,
                "severity_id", severity,
                "time", at.toEpochMilli(),
                "metadata", metadata);
        if (!assertion.remedy().isEmpty()) {
            event.put("remediation", ordered("desc", assertion.remedy()));
        }
        return event;
    }

    /** The same finding has the same uid in every pack: neither the period nor the number of the issue is in it. */
    private String series() {
        return content.issue().series();
    }

    /** The collection of that day; of a day before the period, its beginning. */
    private Instant at(LocalDate day) {
        return started.getOrDefault(
                day, day.atStartOfDay(content.assessment().period().zone()).toInstant());
    }
}
