package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes the organization's book to start from as a whole or not at all. {@link MappingsAskTest} fills it from a vault. */
class SampleOrganizationTest {

    @TempDir
    private Path folder;

    private final Consoles console = Consoles.listening();
    private Path settings;

    @BeforeEach
    void write() throws IOException {
        settings = Files.writeString(folder.resolve("exhibit.yaml"), "organization: own\n");
    }

    @Test
    void aSetWithoutAVaultIsWrittenAndPassesTheCheck() throws IOException {
        assertThat(sample(folder.resolve("own"))).isZero();

        assertThat(console.out())
                .contains("own: 37 files. No run is sealed yet", "(organization: ", "exhibit mappings check");
        assertThat(Main.run(console.console(), "mappings", "check", "--settings", settings.toString()))
                .isZero();
        assertThat(console.out()).contains("No mistakes, 54 warnings: 68 controls");
        assertThat(listed()).containsExactly("exhibit.yaml", "own");
    }

    @Test
    void anEmptyFolderIsFilled() throws IOException {
        Files.createDirectory(folder.resolve("own"));

        assertThat(sample(folder.resolve("own"))).isZero();

        assertThat(folder.resolve("own/registers/leavers.yaml")).exists();
    }

    @Test
    void aFolderThatHoldsSomethingIsRefusedAndStaysAsItIs() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("own"));
        Files.writeString(mine.resolve("scope.yaml"), "entity: Ours\n");

        assertThat(sample(mine)).isEqualTo(ExitCode.CANNOT_WRITE);

        assertThat(console.err().lines())
                .containsExactly("The folder " + mine + " holds something already. Nothing was written."
                        + " Name another one with --out.");
        assertThat(mine.resolve("scope.yaml")).hasContent("entity: Ours");
        assertThat(mine.resolve("registers")).doesNotExist();
        assertThat(listed()).containsExactly("exhibit.yaml", "own");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        assertThat(sample(settings)).isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(console.err()).contains("exhibit.yaml is a file. Nothing was written.");
        assertThat(settings).hasContent("organization: own");
    }

    @Test
    void withMistakesInTheMappingNothingIsWritten() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("documents.yaml"), "- idd: MAN-01\n");
        Files.writeString(settings, "mappings: mine\n");

        assertThat(sample(folder.resolve("own"))).isEqualTo(ExitCode.FILE);

        assertThat(console.err()).contains("documents.yaml:1:3: Unknown key idd. Did you mean id?");
        assertThat(listed()).containsExactly("exhibit.yaml", "mine");
    }

    private int sample(Path out) {
        return Main.run(
                console.console(),
                "sample",
                "organization",
                "--out",
                out.toString(),
                "--settings",
                settings.toString());
    }

    private List<String> listed() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
