package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.OneJdk;
import io.exhibit.cli.book.MappingsCheckJson;
import io.exhibit.cli.terminal.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Checks a copy of the shipped mappings in which somebody made mistakes. */
@OneJdk
class MappingsCommandTest {

    @TempDir
    private Path folder;

    private final Consoles console = Consoles.listening();

    @BeforeEach
    void copyTheMappings() throws IOException {
        Path shipped = Path.of("mappings");
        try (Stream<Path> all = Files.walk(shipped)) {
            for (Path from : all.toList()) {
                Path to = folder.resolve("mappings")
                        .resolve(shipped.relativize(from).toString());
                Files.createDirectories(to.getParent());
                if (Files.isRegularFile(from)) {
                    Files.copy(from, to);
                }
            }
        }
        Files.writeString(folder.resolve("exhibit.yaml"), "mappings: mappings\n");
    }

    @Test
    void aWarningIsSaidAndCountedAndRefusesNothing() throws IOException {
        write("organization/registers/break_glass.yaml", "- principal: arn:aws:iam::*:role/Recovery\n");

        assertThat(check()).isZero();
        assertThat(console.out()).startsWith("No mistakes, 2 warnings: 68 controls");
        assertThat(console.err()).contains("22 addressable units have no decision: 164.308(a)(3)(ii)(A), ");
        assertThat(console.err()).contains("break_glass.yaml:1:3: This entry does not count: approver and");
    }

    @Test
    void itIsSaidForWhichParagraphsTheTestsCanBeEvidenceAndHowStrongly() {
        assertThat(check()).isZero();

        assertThat(console.out())
                .contains("\n  direct, 10 controls (at least one test reads what it asks for): 164.308(a)(3)(ii)(C), ")
                .containsPattern(
                        "\n  supporting, [0-9]+ controls \\(the tests corroborate\\): 164\\.308\\(a\\)\\(1\\)\\(ii\\)\\(A\\), ")
                .containsPattern(
                        "\n  none, [0-9]+ controls \\(no test bears on it\\): 164\\.308\\(a\\)\\(1\\)\\(i\\), ");
    }

    @Test
    void mistakesInFilesAndInExpressionsAreToldAtOnceEachAtItsOwnPlace() throws IOException {
        String iam = Files.readString(folder.resolve("mappings/assertions/iam.yaml"))
                .replaceFirst("proof: \\[password_enabled, mfa_active]", "proof: [password_enabled, mfa_actve]")
                .replaceFirst("'\\{user} signs in", "'{usr} signs in");
        write("assertions/iam.yaml", iam);
        write("organization/parameters.yaml", "access_key_max_age_days: {value: ninety}\n");
        List<String> lines = iam.lines().toList();

        assertThat(check()).isEqualTo(ExitCode.FILE);
        assertThat(console.out()).isEmpty();
        assertThat(console.err())
                .contains("iam.yaml:" + place(lines, "mfa_actve") + ": IAM-01: there is no member mfa_actve")
                .contains("Did you mean mfa_active?")
                .contains("iam.yaml:" + place(lines, "{usr}") + ": IAM-01: there is no member usr")
                .contains("parameters.yaml:1:34: value must be a whole number");
    }

    @Test
    void aRegionOfTheScopeThatAwsDoesNotHaveIsToldWithTheNearestThatItHas() throws IOException {
        write("organization/scope.yaml", """
                regions:
                - name: us-esat-1
                - {name: '*', in_scope: no, reason: Nothing runs there, approver: D, approved: 2026-01-12}
                """);

        assertThat(check()).isEqualTo(ExitCode.FILE);
        assertThat(console.err())
                .contains("scope.yaml:2:9: AWS has no region \"us-esat-1\". Did you mean us-east-1? [unknown-region]");
    }

    @Test
    void linksFromASpreadsheetAreWrittenAsAWholeOrNotAtAll() throws IOException {
        Path table = Files.writeString(
                folder.resolve("links.csv"),
                "unit,id,strength,why\nAC-2,IAM-03,supporting,Unused keys\nAC-9,IAM-04,supporting,No such unit\n");
        Path out = folder.resolve("made.yaml");
        assertThat(imported(table, out)).isEqualTo(ExitCode.FILE);
        assertThat(console.err()).contains("links.csv:3:1: The framework has no unit AC-9.");
        assertThat(out).doesNotExist();

        Files.writeString(table, "unit,id,strength,why\nAC-2,IAM-03,supporting,Unused keys\n");
        assertThat(imported(table, out)).isZero();
        assertThat(out).hasContent("""
                # Made from links.csv: 1 link.
                links:

                  - id: IAM-03
                    unit: AC-2
                    strength: supporting
                    why: Unused keys
                """);

        assertThat(imported(table, out)).isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(imported(folder.resolve("none.csv"), folder.resolve("other.yaml")))
                .isEqualTo(ExitCode.MISSING);
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("mappings", "exhibit.yaml", "links.csv", "made.yaml");
        }
    }

    private int imported(Path table, Path out) {
        return Main.run(
                console.console(),
                "mappings",
                "import",
                table.toString(),
                "--framework",
                "nist-800-53-r5",
                "--out",
                out.toString(),
                "--settings",
                folder.resolve("exhibit.yaml").toString());
    }

    @Test
    void oneJsonDocumentHoldsWhatIsSaidOtherwise() throws IOException {
        write("organization/parameters.yaml", "access_key_max_age_days: {value: ninety}\n");

        assertThat(check("--json")).isEqualTo(ExitCode.FILE);

        JsonNode told = new ObjectMapper().readTree(console.out());
        assertThat(console.err()).isEmpty();
        assertThat(told.path("version").asInt()).isEqualTo(MappingsCheckJson.VERSION);
        assertThat(told.path("counts").path("problems").asInt()).isEqualTo(1);
        assertThat(told.path("counts").path("warnings").asInt())
                .isEqualTo(told.path("warnings").size())
                .isPositive();
        JsonNode problem = told.path("problems").get(0);
        assertThat(problem.path("code").asText()).isEqualTo("wrong-type");
        assertThat(problem.path("file").asText()).endsWith("organization/parameters.yaml");
        assertThat(problem.path("line").asInt()).isEqualTo(1);
        assertThat(problem.path("column").asInt()).isEqualTo(34);
        assertThat(problem.path("sentence").asText()).isEqualTo("value must be a whole number, not \"ninety\".");
        assertThat(problem.path("hint").asText()).isEmpty();
    }

    @Test
    void aBookWithoutMistakesIsCountedInJson() throws IOException {
        assertThat(check("--json")).isZero();

        JsonNode told = new ObjectMapper().readTree(console.out());
        assertThat(told.path("problems")).isEmpty();
        assertThat(told.path("counts").path("controls").asInt()).isEqualTo(68);
    }

    @Test
    void jsonAndWatchExcludeEachOtherAndTheProgramsOwnBookIsNotWatched() throws IOException {
        assertThat(check("--json", "--watch")).isEqualTo(ExitCode.USAGE);
        Files.writeString(folder.resolve("exhibit.yaml"), "");
        assertThat(check("--watch")).isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("There is no folder to watch");
    }

    /** In the real program: it waits for what is printed, and ends it as Ctrl-C would. */
    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void watchingChecksAgainWheneverAFileChanges() throws Exception {
        List<String> command = QuickJava.plain();
        command.addAll(List.of("io.exhibit.cli.Main", "mappings", "check", "--watch", "--settings"));
        command.add(folder.resolve("exhibit.yaml").toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader said = process.inputReader()) {
            assertThat(until(said, "No mistakes")).matches("\\d\\d:\\d\\d:\\d\\d  No mistakes, .*");
            write("organization/parameters.yaml", "access_key_max_age_days: {value: ninety}\n");
            assertThat(until(said, "[wrong-type]")).contains("parameters.yaml:1:34: value must be a whole number");
            assertThat(until(said, "mistake")).matches("\\d\\d:\\d\\d:\\d\\d  1 mistake\\.");
            Files.delete(folder.resolve("mappings/organization/parameters.yaml"));
            assertThat(until(said, "No mistakes")).doesNotContain("\u001b");
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor()).isNotZero();
    }

    private static String until(BufferedReader said, String awaited) throws IOException {
        String line = said.readLine();
        while (line != null && !line.contains(awaited)) {
            line = said.readLine();
        }
        assertThat(line).as("the program ended before it said: " + awaited).isNotNull();
        return line;
    }

    private static String place(List<String> lines, String text) {
        int line = 0;
        while (!lines.get(line).contains(text)) {
            line++;
        }
        return (line + 1) + ":" + (lines.get(line).indexOf(text) + 1);
    }

    private int check(String... more) {
        List<String> arguments = new ArrayList<>(List.of("mappings", "check", "--settings"));
        arguments.add(folder.resolve("exhibit.yaml").toString());
        arguments.addAll(List.of(more));
        return Main.run(console.console(), arguments.toArray(String[]::new));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve("mappings").resolve(file), text);
    }
}
