package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.render.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person copies two parts, and makes two mistakes in one. */
final class TemplatesCommandTest {

    @TempDir
    private Path folder;

    private Path own;

    @BeforeEach
    void copy() {
        own = folder.resolve("own");

        assertThat(run("templates", "copy", "--out", own.toString(), "cover.ftlh", "index.ftlh"))
                .isZero();
    }

    @Test
    void copiedPartsAreThoseOfTheProgram() throws IOException {
        assertThat(own).isDirectoryContaining("glob:**/cover.ftlh").isDirectoryContaining("glob:**/index.ftlh");
        assertThat(own.toFile().list()).hasSize(2);
        assertThat(Files.readAllBytes(own.resolve("cover.ftlh")))
                .isEqualTo(Templates.shipped().pages().get("cover.ftlh"));
    }

    @Test
    void copyOverwritesNothing() throws IOException {
        Files.writeString(own.resolve("cover.ftlh"), "mine");
        Consoles console = Consoles.listening();

        assertThat(run(console, "templates", "copy", "--out", own.toString(), "cover.ftlh", "pack.css"))
                .isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(console.err()).contains("has cover.ftlh already");
        assertThat(own.resolve("pack.css")).doesNotExist();
        assertThat(own.resolve("cover.ftlh")).hasContent("mine");
    }

    @Test
    void partThatIsNotThereIsSaidWithTheOneThatWasMeant() {
        Consoles console = Consoles.listening();

        assertThat(run(console, "templates", "copy", "--out", own.toString(), "covr.ftlh"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("There is no part covr.ftlh. Did you mean cover.ftlh?");
    }

    @Test
    void everyMistakeIsToldAtOnceAtItsPlace() throws IOException {
        spoil();
        Consoles console = Consoles.listening();

        assertThat(run(console, "templates", "check", "--templates", own.toString()))
                .isEqualTo(ExitCode.FILE);
        assertThat(console.out()).isEqualTo("3 mistakes.\n");
        assertThat(console.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        own + "/cover.ftlh:1:14: A template may not use ?no_esc. It may use abs, c, ")
                                .endsWith("values. [template-builtin]"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        own + "/cover.ftlh:2:1: A template may not use the element <script>. It may use"
                                                + " those that print text, tables and drawings, such as p, table and svg."
                                                + " [markup-element]"),
                        line -> assertThat(line)
                                .isEqualTo(own + "/covr.ftlh:1:1: Nothing reads this file. Did you mean cover.ftlh?"
                                        + " [part-unknown]"));
    }

    @Test
    void sameIsToldToPrograms() throws IOException {
        spoil();
        Files.writeString(folder.resolve("exhibit.yaml"), "templates: own\n");
        Consoles console = Consoles.listening();

        assertThat(run(
                        console,
                        "templates",
                        "check",
                        "--json",
                        "--settings",
                        folder.resolve("exhibit.yaml").toString()))
                .isEqualTo(ExitCode.FILE);
        JsonNode told = new ObjectMapper().readTree(console.out());
        assertThat(told.at("/version").asInt()).isEqualTo(1);
        assertThat(told.at("/counts/problems").asInt()).isEqualTo(3);
        assertThat(told.at("/problems").findValuesAsText("code"))
                .isEqualTo(List.of("template-builtin", "markup-element", "part-unknown"));
        assertThat(told.at("/problems/1/line").asInt()).isEqualTo(2);
        assertThat(told.at("/problems/1/file").asText()).endsWith("/own/cover.ftlh");
    }

    @Test
    void folderThatIsNotThereIsSaid() {
        Consoles console = Consoles.listening();

        assertThat(run(
                        console,
                        "templates",
                        "check",
                        "--templates",
                        folder.resolve("no").toString()))
                .isEqualTo(ExitCode.MISSING);
        assertThat(console.err()).contains("There is no folder").contains("exhibit templates copy --out");
    }

    private void spoil() throws IOException {
        Files.writeString(own.resolve("cover.ftlh"), "<p>${pack.id?no_esc}</p>\n<script/>\n");
        Files.writeString(own.resolve("covr.ftlh"), "<p>mine</p>");
    }

    private static int run(String... arguments) {
        return run(Consoles.listening(), arguments);
    }

    private static int run(Consoles console, String... arguments) {
        return Main.run(console.console(), arguments);
    }
}
