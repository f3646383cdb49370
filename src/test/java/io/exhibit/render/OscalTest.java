package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.render.forms.Oscal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The results as NIST's schema wants them, and what that schema does not look at. */
class OscalTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PackContent CONTENT = SamplePack.content();
    private static final String OF_SAMPLE = new String(Oscal.of(CONTENT), StandardCharsets.UTF_8);

    /** The schema lies beside the samples; {@code -Dexhibit.oscal=FILE} holds another file against it. */
    @Test
    void itIsValid() throws IOException {
        Path schema = Path.of(System.getProperty("exhibit.samples", ""))
                .resolve("../schemas/oscal_assessment-results_1.2.1_schema.json")
                .normalize();
        assumeTrue(
                Files.isRegularFile(schema),
                "skipped: no folder of schemas beside the samples (-Dexhibit.samples=DIR)");
        var validator =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(Files.readString(schema));
        assertThat(validator.validate(text(), InputFormat.JSON)).isEmpty();
        String broken = text().replaceFirst("\"satisfied\"", "\"inconclusive\"");
        assertThat(validator.validate(broken, InputFormat.JSON)).isNotEmpty();
    }

    private static String text() throws IOException {
        String file = System.getProperty("exhibit.oscal", "");
        return file.isEmpty() ? OF_SAMPLE : Files.readString(Path.of(file));
    }

    @Test
    void nothingRefersToWhatIsNotThere() throws IOException {
        JsonNode root = JSON.readTree(text()).path("assessment-results");
        List<String> uuids = new ArrayList<>();
        root.findValues("uuid").forEach(uuid -> uuids.add(uuid.asText()));
        assertThat(uuids)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(100)
                .allMatch(uuid -> uuid.matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));

        Set<String> referred = new TreeSet<>();
        root.findValues("observation-uuid").forEach(uuid -> referred.add(uuid.asText()));
        Set<String> resources = new TreeSet<>();
        root.path("back-matter").path("resources").findValues("uuid").forEach(uuid -> resources.add(uuid.asText()));
        Set<String> hrefs = new TreeSet<>();
        root.path("results").findValues("href").forEach(href -> hrefs.add(href.asText()));
        hrefs.add(root.path("import-ap").path("href").asText());
        assertThat(hrefs).allMatch(href -> href.startsWith("#") && resources.contains(href.substring(1)));
        assertThat(resources).as("none lies there unused").hasSameSizeAs(hrefs);

        JsonNode result = root.path("results").get(0);
        assertThat(referred).isEqualTo(names(result.path("observations"), "uuid", referred));
        assertThat(names(result.path("findings").findValues("target"), "target-id"))
                .isSubsetOf(names(result.path("reviewed-controls").findValues("include-objectives"), "objective-id"));
        Set<String> reviewed = names(result.path("reviewed-controls").findValues("include-controls"), "control-id");
        assertThat(reviewed).isNotEmpty();
        assertThat(names(root.path("local-definitions").findValues("include-controls"), "control-id"))
                .isNotEmpty()
                .isSubsetOf(reviewed);
    }

    private static Set<String> names(JsonNode list, String member, Set<String> only) {
        Set<String> names = new TreeSet<>();
        list.forEach(each -> names.add(each.path(member).asText()));
        names.retainAll(only);
        return names;
    }

    private static Set<String> names(List<JsonNode> nodes, String member) {
        Set<String> names = new TreeSet<>();
        nodes.forEach(node -> node.findValues(member).forEach(value -> names.add(value.asText())));
        return names;
    }

    /** OSCAL has no word for it: "satisfied" is of the end of the period, and what deviated before says so. */
    @Test
    void whatWasMendedIsNotSatisfiedInSilence() throws IOException {
        Set<String> mended = new TreeSet<>();
        CONTENT.assessment().tests().stream()
                .filter(TestResult::mended)
                .forEach(test -> mended.add(test.assertion().id()));
        Set<String> said = new TreeSet<>();
        JSON.readTree(OF_SAMPLE).findValues("target").forEach(target -> {
            String remarks = target.path("status").path("remarks").asText();
            if (remarks.matches(".* It deviated on [1-9][0-9]* of 30 days of the period; .*")) {
                said.add(target.path("target-id").asText());
            }
        });
        assertThat(said).isNotEmpty().isEqualTo(mended);
    }

    /** Satisfied is what passed, and nothing else; what does not apply is neither. */
    @Test
    void onlyWhatPassedIsSatisfied() throws IOException {
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (TestResult test : CONTENT.assessment().tests()) {
            verdicts.put(test.assertion().id(), test.verdict());
        }
        for (DocumentResult document : CONTENT.assessment().documents()) {
            verdicts.put(document.document().id(), document.verdict());
        }
        assertThat(verdicts.values()).contains(Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.MANUAL);
        Map<String, String> expected = new TreeMap<>();
        verdicts.forEach((id, verdict) -> {
            if (verdict != Verdict.NOT_APPLICABLE) {
                expected.put(
                        id,
                        switch (verdict) {
                            case PASS -> "satisfied pass";
                            case FAIL -> "not-satisfied fail";
                            default -> "not-satisfied other";
                        });
            }
        });

        JsonNode result = JSON.readTree(OF_SAMPLE)
                .path("assessment-results")
                .path("results")
                .get(0);
        Map<String, String> said = new TreeMap<>();
        result.path("findings").forEach(finding -> {
            JsonNode status = finding.path("target").path("status");
            said.put(
                    finding.path("target").path("target-id").asText(),
                    status.path("state").asText() + " " + status.path("reason").asText());
        });
        assertThat(said).isEqualTo(expected);
        assertThat(result.path("observations")).hasSameSizeAs(verdicts.keySet());
        assertThat(result.path("observations"))
                .allMatch(each -> each.path("methods")
                        .get(0)
                        .asText()
                        .equals(each.path("title").asText().startsWith("MAN-") ? "EXAMINE" : "TEST"));
    }

    /** A paragraph of law has a conclusion in words, and no finding. */
    @Test
    void noUnitIsSatisfiedOrNot() throws IOException {
        JsonNode result = JSON.readTree(OF_SAMPLE)
                .path("assessment-results")
                .path("results")
                .get(0);
        JsonNode parts = result.path("attestations").get(0).path("parts");
        assertThat(parts).hasSameSizeAs(CONTENT.assessment().controls());
        Set<String> units = names(List.of(parts), "value");
        assertThat(units).contains("hipaa-164.312.d", "hipaa-164.308.a.3.ii.c");
        assertThat(names(result.path("findings").findValues("target"), "target-id"))
                .doesNotContainAnyElementsOf(units);
    }

    /** Evidence is named as it was sealed. */
    @Test
    void theRecordOfTheLastRunIsNamedWithItsDigest() throws IOException {
        JsonNode resources = JSON.readTree(OF_SAMPLE)
                .path("assessment-results")
                .path("back-matter")
                .path("resources");
        List<String> links = new ArrayList<>();
        resources.forEach(
                each -> links.add(each.path("rlinks").get(0).path("href").asText() + " "
                        + each.path("rlinks")
                                .get(0)
                                .path("hashes")
                                .path(0)
                                .path("value")
                                .asText()));
        assertThat(links).contains("vault/runs/2026-10-31T021500Z/run.json " + "9f".repeat(32));
    }
}
