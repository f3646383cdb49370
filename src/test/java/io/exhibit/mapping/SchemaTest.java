package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.sandbox.DemoBook;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor underlines by the schemas, held against the shipped files, the demo's book and the bad books. */
class SchemaTest {

    private static final Path SAMPLES = Path.of("src/test/resources/mappings");

    /** What keeps a file from being YAML: an editor tells it without a schema. */
    private static final Set<String> BY_YAML =
            Set.of("syntax", "tag", "alias", "several-documents", "duplicate-key", "too-deep", "not-utf8");

    private static final String TWO_DATES = "two dates are not compared";
    private static final String MEMBERS = "registers.yaml names the members of an entry, and which are times";

    /** Files whose problem no schema sees, and why. */
    private static final Map<String, String> UNSEEN = Map.ofEntries(
            Map.entry("bad-date-expires-before: organization/risk-acceptances.yaml", TWO_DATES),
            Map.entry("bad-date-review-before: organization/decisions.yaml", TWO_DATES),
            Map.entry("not-addressable-decision: organization/decisions.yaml", TWO_DATES),
            Map.entry("bad-date-in-expression: assertions/iam.yaml", "an expression is a text to a schema"),
            Map.entry("bad-date-register-time: organization/registers/leavers.yaml", MEMBERS),
            Map.entry("unknown-key-in-register: organization/registers/approved_admins.yaml", MEMBERS),
            Map.entry(
                    "unknown-key-in-a-unit: frameworks/rule/164.312.yaml", "framework.yaml names more keys of a unit"),
            Map.entry("wrong-type-parameter: organization/parameters.yaml", "parameters.yaml says the type"),
            Map.entry("out-of-range-threshold: organization/parameters.yaml", "parameters.yaml says the unit"),
            Map.entry("out-of-range-default: parameters.yaml", "the bounds of each unit stand in the program"));

    private static final Pattern TOLD = Pattern.compile("(?:(.*?\\.yaml):\\d+:\\d+: )?.* \\[([a-z0-9-]+)]");
    private static final Pattern MODELINE = Pattern.compile("# yaml-language-server: \\$schema=(\\S+)\\n");

    private final Schemas schemas = new Schemas();

    @TempDir
    private Path folder;

    @Test
    void theShippedFilesAreValidAndSayWhichSchemaIsTheirs() throws IOException {
        Map<String, String> shipped = Schemas.files(Path.of("mappings"));

        assertThat(shipped.keySet().stream().map(Schemas::name).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Schemas.names());
        for (Map.Entry<String, String> file : shipped.entrySet()) {
            assertThat(schemas.errors(file.getKey(), file.getValue()))
                    .as(file.getKey())
                    .isEmpty();
            Matcher first = MODELINE.matcher(file.getValue());
            assertThat(first.lookingAt()).as(file.getKey()).isTrue();
            assertThat(Path.of(file.getKey()).resolveSibling(first.group(1)).normalize())
                    .isEqualTo(Path.of("schema", Schemas.name(file.getKey()) + ".schema.json"));
        }
    }

    @Test
    void theGoodBookAndTheDemosOwnAreValid() throws IOException {
        DemoBook.write(folder.resolve("organization"), SandboxOptions.defaults());
        Map<String, String> files = new TreeMap<>(Schemas.files(folder));
        assertThat(files).hasSizeGreaterThan(10);
        files.putAll(Schemas.files(SAMPLES.resolve("good")));

        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(schemas.errors(file.getKey(), file.getValue()))
                    .as(file.getKey())
                    .isEmpty();
        }
    }

    @Test
    void whatIsWrittenToStartFromIsValid() throws IOException {
        OrganizationSample.Result sample =
                OrganizationSample.of(null, "hipaa-security-rule", List.of(), List.of("us-east-1"));

        for (Map.Entry<String, String> file : sample.files().entrySet()) {
            assertThat(schemas.errors("organization/" + file.getKey(), file.getValue()))
                    .as(file.getKey())
                    .isEmpty();
            assertThat(file.getValue()).as(file.getKey()).doesNotContain("yaml-language-server");
        }
    }

    @Test
    void aBadBookIsUnderlinedWhereOneFileShowsItAndNowhereElse() throws IOException {
        Set<String> needed = new TreeSet<>();
        int refused = 0;
        for (String book : BadMappingTest.samples()) {
            Path bad = SAMPLES.resolve("bad").resolve(book);
            String expected = Files.readString(bad.resolve("expected.txt"));
            for (Map.Entry<String, String> file : Schemas.files(bad).entrySet()) {
                Set<String> codes = codes(expected, file.getKey());
                if (codes.stream().anyMatch(BY_YAML::contains)
                        || Schemas.name(file.getKey()).isEmpty()) {
                    continue;
                }
                boolean seen = codes.stream().anyMatch(Schemas.SEEN::contains);
                String where = book + ": " + file.getKey();
                boolean told = !schemas.errors(file.getKey(), file.getValue()).isEmpty();
                if (seen && !told) {
                    needed.add(where);
                } else {
                    assertThat(told).as(where + " " + codes).isEqualTo(seen);
                    refused += told ? 1 : 0;
                }
            }
        }
        assertThat(needed).isEqualTo(new TreeSet<>(UNSEEN.keySet()));
        assertThat(refused).isGreaterThan(45);
    }

    @Test
    void oneWrongKeyInAShippedFileIsUnderlined() throws IOException {
        String tests = Files.readString(Path.of("mappings/assertions/iam.yaml"));
        String planted = tests.replaceFirst("\n  remedy:", "\n  remdy:");

        assertThat(planted).isNotEqualTo(tests);
        assertThat(schemas.errors("assertions/iam.yaml", planted))
                .hasSize(2)
                .anyMatch(e -> e.contains("remdy"))
                .anyMatch(e -> e.contains("remedy"));
    }

    @Test
    void everyKeyAndEveryKindOfFileIsDescribed() throws IOException {
        try (Stream<Path> files = Files.list(Schemas.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".schema.json", "")))
                    .containsExactlyInAnyOrderElementsOf(Schemas.names());
        }
        int keys = 0;
        for (String name : Schemas.names()) {
            for (Map.Entry<String, JsonNode> place : Schemas.places(name).entrySet()) {
                JsonNode schema = place.getValue();
                if (place.getKey().equals(name)) {
                    assertThat(schema.path("$schema").asText()).isEqualTo("http://json-schema.org/draft-07/schema#");
                }
                if (!place.getKey().endsWith("[]")) {
                    assertThat(schema.path("description").asText())
                            .as(place.getKey())
                            .endsWith(".")
                            .hasSizeGreaterThan(10);
                    keys++;
                }
            }
        }
        assertThat(keys).isGreaterThan(100);
    }

    @Test
    void schemasAreNoPartOfABookAndTravelWithIt() throws IOException {
        Problems problems = new Problems();
        SourceFiles shipped = SourceFiles.folder(Path.of("mappings"), problems);

        assertThat(problems.list()).isEmpty();
        assertThat(shipped.all().keySet()).noneMatch(path -> path.startsWith("schema/"));
        for (String name : Schemas.names()) {
            try (var packed = getClass().getResourceAsStream("/io/exhibit/mappings/schema/" + name + ".schema.json")) {
                assertThat(new String(packed.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(Schemas.text(name));
            }
        }
    }

    /** The codes of the problems that the reader has with one file. */
    private static Set<String> codes(String expected, String path) {
        return expected.lines()
                .map(TOLD::matcher)
                .filter(told -> told.matches() && path.equals(told.group(1)))
                .map(told -> told.group(2))
                .collect(Collectors.toSet());
    }
}
