package io.exhibit.render.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.control.Framework;
import io.exhibit.render.PackContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results as OSCAL 1.2.1 assessment results (NIST, pages.nist.gov/OSCAL). OSCAL knows satisfied and not satisfied alone, and a
 * paragraph of law gets neither here: what is satisfied or not is a test, or that a document is current. What was not evaluated is not
 * satisfied for the reason "other"; what does not apply has an observation and no finding. The units' conclusions stand beside them in words.
 */
public final class Oscal {

    /** Name in the pack. */
    public static final String NAME = "oscal-assessment-results.json";

    static final String NAMESPACE = "urn:exhibit:oscal:1";
    private static final String VERSION = "1.2.1";

    private final PackContent content;
    private final PeriodAssessment assessment;

    private Oscal(PackContent content) {
        this.content = content;
        this.assessment = content.assessment();
    }

    /** The file as it lies in the pack and in its report. */
    public static PackContent.Attachment attachment(PackContent content) {
        return new PackContent.Attachment(
                NAME, "application/json", "The results as OSCAL " + VERSION + " assessment results", of(content));
    }

    /** Of the assessment, its runs and their digests, the issue, the tool and the endpoint; nothing else is looked at. */
    public static byte[] of(PackContent content) {
        DefaultIndenter lines = new DefaultIndenter(" ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return (new ObjectMapper().writer(printer).writeValueAsString(new Oscal(content).whole()) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and texts can always be written", e);
        }
    }

    private Map<String, Object> whole() {
        OscalEvidence evidence = new OscalEvidence(content, this::uuid);
        OscalControls controls = new OscalControls(assessment, this::uuid);
        OscalResults results = new OscalResults(content, evidence, this::uuid);
        Map<String, Object> result = new LinkedHashMap<>();
        Period period = assessment.period();
        result.put("uuid", uuid("result"));
        result.put("title", "Evidence pack " + content.issue().pack());
        result.put(
                "description",
                "What was read of AWS from " + period.first() + " to " + period.last() + " ("
                        + period.zone().getId()
                        + ") and what was found. It does not say whether anybody complies with a law.");
        result.put("start", period.start().toString());
        result.put("end", period.end().toString());
        result.put("reviewed-controls", controls.reviewed());
        if (!assessment.controls().isEmpty()) {
            result.put("attestations", List.of(Map.of("parts", controls.conclusions())));
        }
        putAll(result, "observations", results.observations());
        putAll(result, "findings", results.findings());
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("uuid", uuid("assessment-results"));
        root.put("metadata", metadata());
        root.put("import-ap", Map.of("href", "#" + evidence.book()));
        if (!assessment.tests().isEmpty()) {
            root.put("local-definitions", Map.of("activities", controls.activities()));
        }
        root.put("results", List.of(result));
        root.put("back-matter", Map.of("resources", evidence.resources()));
        return Map.of("assessment-results", root);
    }

    /** An empty list is not valid: it is left out. */
    private static void putAll(Map<String, Object> to, String name, List<?> list) {
        if (!list.isEmpty()) {
            to.put(name, list);
        }
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        Framework framework = assessment.book().framework();
        metadata.put(
                "title",
                "Assessment results of evidence pack " + content.issue().pack() + ": " + framework.title());
        metadata.put("last-modified", content.issue().at().toString());
        metadata.put("version", String.valueOf(content.issue().number()));
        metadata.put("oscal-version", VERSION);
        List<Map<String, Object>> props = new ArrayList<>();
        OscalProps.add(props, "pack", content.issue().pack());
        OscalProps.add(props, "framework", framework.id());
        OscalProps.add(props, "edition", framework.edition());
        OscalProps.add(props, "endpoint", content.endpoint());
        OscalProps.add(props, "simulated", content.simulated() ? "yes" : "no");
        OscalProps.add(props, "draft", content.issue().draft() ? "yes" : "no");
        OscalProps.add(props, "tool", content.tool());
        metadata.put("props", props);
        String entity = OscalProps.text(assessment.book().scope().entity());
        if (!entity.isEmpty()) {
            metadata.put(
                    "parties",
                    List.of(OscalProps.ordered("uuid", uuid("entity"), "type", "organization", "name", entity)));
        }
        return metadata;
    }

    private String uuid(String... name) {
        String[] whole = new String[name.length + 2];
        whole[0] = content.issue().pack();
        whole[1] = String.valueOf(content.issue().number());
        System.arraycopy(name, 0, whole, 2, name.length);
        return NameUuid.of(whole);
    }
}
