package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Book;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links from a spreadsheet are the links that the same rows make in YAML, with the same checks. */
class LinksImportTest {

    private static final String NIST = "nist-800-53-r5";
    private static final Path SHIPPED = Path.of("mappings");

    @TempDir
    private Path folder;

    /** All the links that come with the program, through a spreadsheet and back. */
    @Test
    void theShippedLinksComeBackAsTheyAre() throws IOException {
        Map<String, byte[]> files = shipped();
        String path = "frameworks/" + NIST + "/links.yaml";
        Problems problems = new Problems();
        List<Node> links = new Fields(
                        YamlReader.read("links.yaml", files.get(path), problems).orElseThrow(),
                        problems,
                        Set.of("links"))
                .list("links");
        StringBuilder table = new StringBuilder("\uFEFFwhy;strength;id;unit\r\n");
        for (Node link : links) {
            Fields fields = new Fields(link, problems, LinksReader.KEYS);
            table.append('"').append(fields.text("why").replace("\"", "\"\"")).append("\";");
            table.append(fields.text("strength"))
                    .append(';')
                    .append(fields.text("id"))
                    .append(';');
            table.append(fields.text("unit")).append("\r\n");
        }

        LinksImport.Result made = imported(table.toString());

        assertThat(made.problems()).isEmpty();
        assertThat(made.links()).isEqualTo(links.size()).isGreaterThan(100);
        Book before = book(files);
        files.put(path, made.text().getBytes(StandardCharsets.UTF_8));
        Book after = book(files);
        assertThat(after.assertions()).isEqualTo(before.assertions());
        assertThat(after.documents()).isEqualTo(before.documents());
    }

    @Test
    void everyMistakeIsToldAtItsCell() throws IOException {
        LinksImport.Result made = imported("""
                id,unit,strength,why
                IAM-3,AC-2,supporting,Near
                IAM-03,AC-222,supporting,No unit
                IAM-03,AC-2,strong,No strength
                IAM-03,AC-2,,None
                MAN-17,AC-1,direct,A document has none
                IAM-04,AC-2,supporting,
                COL-01,AC-2,supporting,It qualifies
                IAM-05,AC-2,supporting,Once
                IAM-05,AC-2,supporting,Twice
                """);

        assertThat(made.problems())
                .extracting(Problem::toString)
                .extracting(told -> told.replace(folder.resolve("links.csv").toString(), "links.csv"))
                .contains(
                        "links.csv:2:1: No assertion and no document is called IAM-3. Did you mean IAM-03?"
                                + " [unknown-assertion]",
                        "links.csv:4:13: strength must be one of direct, supporting, not \"strong\". [wrong-type]",
                        "links.csv:5:1: The key strength is missing or empty. [missing-key]",
                        "links.csv:6:13: MAN-17 is a document: it is asked for, and has no strength. Remove strength."
                                + " [links-strength]",
                        "links.csv:7:1: The key why is missing or empty. [missing-key]",
                        "links.csv:10:1: The link of IAM-05 to AC-2 is there twice. [links-twice]")
                .anyMatch(told -> told.startsWith("links.csv:3:8: The framework has no unit AC-222."))
                .anyMatch(told -> told.startsWith("links.csv:8:1: COL-01 serves no unit by its own file"));
    }

    @Test
    void columnsAndTheFrameworkAreCheckedOnceAndNotForEachRow() throws IOException {
        assertThat(imported("id,units,strength,why\nIAM-03,AC-2,supporting,a\nIAM-04,AC-2,supporting,b\n")
                        .problems())
                .extracting(Problem::message)
                .containsExactly("Unknown column units.");
        assertThat(imported("id,strength\nIAM-03,supporting\n").problems())
                .extracting(Problem::message)
                .containsExactly("The column unit is missing.", "The column why is missing.");

        Path table = Files.writeString(folder.resolve("links.csv"), "id,unit,strength,why\nIAM-03,X-1,supporting,a\n");
        assertThat(LinksImport.of(SHIPPED, "nist-800-53-r4", table).problems())
                .extracting(Problem::toString)
                .containsExactly("frameworks/nist-800-53-r4:1:1: There is no framework nist-800-53-r4."
                        + " Did you mean nist-800-53-r5? [unknown-framework]");
    }

    @Test
    void aHostileCellStaysAText() throws IOException {
        LinksImport.Result made = imported("id,unit,strength,why\nIAM-03,AC-2,supporting,\"=CMD()\n  - id: X #\"\n");

        assertThat(made.problems()).isEmpty();
        assertThat(made.text()).contains("    why: \"=CMD()\\u000A  - id: X #\"\n");
    }

    private LinksImport.Result imported(String table) throws IOException {
        return LinksImport.of(SHIPPED, NIST, Files.writeString(folder.resolve("links.csv"), table));
    }

    private static Book book(Map<String, byte[]> files) {
        SourceFiles all = SourceFiles.of(files);
        MappingReader.Result read =
                MappingReader.read(all, all.under("organization/"), NIST, Optional.empty(), new Problems());
        assertThat(read.problems()).isEmpty();
        return read.book().orElseThrow();
    }

    private static Map<String, byte[]> shipped() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(SHIPPED)) {
            for (Path path : walk.filter(p -> p.toString().endsWith(".yaml")).toList()) {
                files.put(SHIPPED.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }
}
