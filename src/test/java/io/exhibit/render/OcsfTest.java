package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Findings;
import io.exhibit.assessment.TestResult;
import io.exhibit.render.forms.Forms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The events against what OCSF 1.8.0 requires of a Compliance Finding. */
class OcsfTest {

    /** What the schema calls required, of the class (base_event, finding, compliance_finding) and of the objects in it, and its type there. */
    private static final Map<String, String> REQUIRED = Map.ofEntries(
            Map.entry("/activity_id", "NUMBER"),
            Map.entry("/category_uid", "NUMBER"),
            Map.entry("/class_uid", "NUMBER"),
            Map.entry("/metadata/product", "OBJECT"),
            Map.entry("/metadata/product/name", "STRING"),
            Map.entry("/metadata/version", "STRING"),
            Map.entry("/severity_id", "NUMBER"),
            Map.entry("/time", "NUMBER"),
            Map.entry("/type_uid", "NUMBER"),
            Map.entry("/finding_info/uid", "STRING"),
            Map.entry("/compliance", "OBJECT"));

    /** Required where the attribute before it is there. */
    private static final Map<String, String> IF_THERE = Map.of(
            "/remediation", "/desc",
            "/resources/0", "/uid",
            "/cloud", "/provider");

    private static final PackContent CONTENT = SamplePack.content();

    private static List<JsonNode> events() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Forms.of(CONTENT).get("findings.ocsf.ndjson").to(out);
        String text = out.toString(StandardCharsets.UTF_8);
        for (String line : text.split("\n")) {
            events.add(new ObjectMapper().readTree(line));
        }
        return events;
    }

    @Test
    void everyEventHasWhatItsClassRequires() throws IOException {
        assertThat(events()).hasSizeGreaterThan(40).allSatisfy(event -> {
            REQUIRED.forEach((attribute, type) ->
                    assertThat(event.at(attribute).getNodeType()).as(attribute).hasToString(type));
            IF_THERE.forEach((object, member) -> assertThat(event.at(object).isMissingNode()
                            || event.at(object + member).isTextual())
                    .as(object + member)
                    .isTrue());
            assertThat(event.path("class_uid").asInt()).isEqualTo(2003);
            assertThat(event.path("category_uid").asInt()).isEqualTo(2);
            assertThat(event.path("activity_id").asInt()).isIn(1, 2, 3);
            assertThat(event.path("type_uid").asInt())
                    .isEqualTo(200300 + event.path("activity_id").asInt());
            assertThat(event.path("severity_id").asInt()).isIn(0, 1, 2, 3, 4, 5);
            assertThat(event.at("/compliance/status_id").asInt()).isIn(1, 2, 3, 99);
            assertThat(event.at("/metadata/version").asText()).isEqualTo("1.8.0");
            assertThat(event.at("/metadata/labels/0").asText()).isEqualTo("SIMULATED, not AWS");
            assertThat(event.has("cloud"))
                    .isEqualTo(event.at("/metadata/profiles/0").asText().equals("cloud"));
        });
    }

    /** The uid of a finding is made of it. */
    @ParameterizedTest
    @CsvSource({
        "EH-2026-10,                                        EH",
        "EH-2026-10-issue-2,                                EH",
        "EH-2026-10-15--2026-11-14,                         EH",
        "EH-2026-10-15--2026-11-14-issue-12,                EH",
        "EH-nist-800-53-r5-public-2026-10-issue-2,          EH-nist-800-53-r5-public"
    })
    void aFindingKeepsItsUidInEveryPeriodAndIssue(String pack, String series) {
        assertThat(new Issue(pack, 1, Instant.EPOCH, false, Optional.empty()).series())
                .isEqualTo(series);
    }

    @Test
    void everyTestAndEveryItemIsThereOnce() throws IOException {
        List<JsonNode> events = events();
        Map<String, Integer> types = new TreeMap<>();
        events.forEach(event -> types.merge(event.at("/finding_info/types/0").asText(), 1, Integer::sum));
        assertThat(types)
                .isEqualTo(Map.of(
                        "test", CONTENT.assessment().tests().size(),
                        "item", new Findings(CONTENT.assessment()).everything().size()));
        assertThat(events)
                .extracting(event -> event.at("/finding_info/uid").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatWasNotEvaluatedIsNeverAPass() throws IOException {
        Map<String, String> told = new HashMap<>();
        for (JsonNode event : events()) {
            if (event.at("/finding_info/types/0").asText().equals("test")) {
                told.put(
                        event.at("/compliance/control").asText(),
                        event.at("/compliance/status").asText());
            } else {
                assertThat(event.at("/compliance/status_id").asInt()).isNotEqualTo(1);
            }
        }
        for (TestResult test : CONTENT.assessment().tests()) {
            assertThat(told.get(test.assertion().id()))
                    .isEqualTo(
                            switch (test.verdict()) {
                                case PASS -> "Pass";
                                case FAIL -> "Fail";
                                case INCONCLUSIVE, MANUAL -> "Warning";
                                case NOT_APPLICABLE -> "Not applicable";
                            });
        }
        assertThat(Set.copyOf(told.values())).contains("Pass", "Fail", "Warning");
    }

    /** What a person closed is told as closed, and what stays open from before as an update. */
    @Test
    void theLifeOfAnItemIsItsActivity() throws IOException {
        Map<String, Integer> activities = new TreeMap<>();
        events().stream()
                .filter(event -> event.has("resources"))
                .forEach(event -> activities.merge(event.path("activity_id").asText(), 1, Integer::sum));
        Map<String, Integer> expected = new TreeMap<>();
        for (Finding finding : new Findings(CONTENT.assessment()).everything()) {
            boolean before = finding.history().firstSeen().isBefore(SamplePack.PERIOD.first());
            expected.merge(finding.history().closed() != null ? "3" : before ? "2" : "1", 1, Integer::sum);
        }
        assertThat(activities).isEqualTo(expected).hasSizeGreaterThan(1);
    }
}
