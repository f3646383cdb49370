package io.exhibit.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.Consoles;
import io.exhibit.cli.Main;
import io.exhibit.cli.terminal.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form; a hundred accounts and 400 days take half an hour. */
@OneJdk
class ConsoleBenchTest {

    @TempDir
    Path folder;

    @Test
    void everyPageIsAnsweredOverNightsOfWhichTheLastHasFarMore() {
        Consoles console = Consoles.listening();

        int code = Main.run(
                console.console(),
                "bench",
                "console",
                "--accounts",
                "4",
                "--days",
                "3",
                "--findings",
                "40",
                "--last",
                "4000",
                "--keep",
                folder.toString());

        assertThat(code).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(console.out().lines().map(line -> line.replaceAll(" +median.*", "")))
                .contains(
                        "page     a file",
                        "page     Today",
                        "page     A finding",
                        "page     Coverage",
                        "page     Runs",
                        "page     Item with its proof")
                .anyMatch(line -> line.startsWith("month    worked out in"));
        assertThat(folder.resolve("vault/runs").toFile().list()).hasSize(3);
    }
}
