package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.demo.Demo;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.run.PackRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    @TempDir
    private Path folder;

    @Test
    void twoDemosAreTheSameBytes() throws IOException {
        PackRun.Bound first = new Demo(folder.resolve("first"), Consoles.quiet()).run(2);
        PackRun.Bound second = new Demo(folder.resolve("second"), Consoles.quiet()).run(2);

        assertThat(second.sha256()).isEqualTo(first.sha256());
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
