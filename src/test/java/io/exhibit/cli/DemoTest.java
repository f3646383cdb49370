package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.demo.Demo;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.evidence.Sha256;
import io.exhibit.run.PackRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One night here; {@code -Dexhibit.nights=2} makes the two demos of two, and any more. */
class DemoTest {

    private static final int NIGHTS = Integer.getInteger("exhibit.nights", 1);

    @TempDir
    private Path folder;

    @Test
    void twoDemosAreTheSameBytes() throws IOException {
        Path first = folder.resolve("first");
        if (NIGHTS == 1) {
            // By another process as often as not, and by the first of two JDKs.
            MadeDemo.copy(first);
        } else {
            new Demo(first, Consoles.quiet()).run(NIGHTS);
        }
        PackRun.Bound second = new Demo(folder.resolve("second"), Consoles.quiet()).run(NIGHTS);

        assertThat(second.sha256()).isEqualTo(Sha256.hex(Files.readAllBytes(first.resolve("packs/EH-2026-10.zip"))));
        for (String file : files(folder.resolve("first"))) {
            assertThat(folder.resolve("second").resolve(file))
                    .as(file)
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(file));
        }
        assertThat(files(folder.resolve("second"))).isEqualTo(files(folder.resolve("first")));
    }

    @Test
    void anotherFolderIsLeftAsItIs() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "three years of work");

        Consoles console = Consoles.listening();
        int code = Main.run(console.console(), "demo", "--out", folder.toString());

        assertThat(code).isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(console.err()).contains("holds something else than a demo").contains("--out");
        assertThat(folder.resolve("thesis.txt")).hasContent("three years of work");
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
