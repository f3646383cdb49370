package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real node, in processes of their own. */
@OneJdk
class ServeTest {

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void settings() throws IOException {
        Files.writeString(
                folder.resolve("exhibit.yaml"),
                "schedule: {zone: America/New_York}\nmonitor: {listen: none}\naws: {endpoint: 'http://127.0.0.1:9'}\n");
    }

    @AfterEach
    void nothingGoesOn() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void aVaultHasOneNodeWhichSaysWhatComesNextAndStopsWhenItIsTold() throws Exception {
        Process first = serve("first");
        await("first", log -> log.contains("What is owed"));
        assertThat(log("first"))
                .containsPattern("Ready after \\d+\\.\\d s, as the one node of the vault ")
                .containsPattern("Next collection: \\w{3} \\S+ \\S+ America/New_York \\(\\S+Z\\)")
                .contains("Next pack: ", "exhibit schedule history");

        Process second = serve("second");
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(log("second"))
                .contains("is served already, by process " + first.pid() + " on host ")
                .contains("Stop that one first")
                .hasLineCount(1);

        first.destroy();
        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).as("SIGTERM").isEqualTo(143);
        assertThat(log("first")).contains("Stopping: nothing new begins", "Stopped.");
        assertThat(folder.resolve("state/sign.json")).exists();
        assertThat(ServeLock.holder(SettingsReader.read(folder.resolve("exhibit.yaml"))))
                .as("whoever is gone holds nothing")
                .isEmpty();
    }

    @Test
    void aBookWithMistakesIsNotServed() throws Exception {
        Files.createDirectories(folder.resolve("book"));
        Files.writeString(folder.resolve("book/scope.yaml"), "entity: [\n");
        Files.writeString(folder.resolve("exhibit.yaml"), "organization: book\nmonitor: {listen: none}\n");

        Consoles console = Consoles.listening();
        int exit = Main.run(
                console.console(),
                "serve",
                "--settings",
                folder.resolve("exhibit.yaml").toString());

        assertThat(console.err()).contains("scope.yaml:").doesNotContain("Ready");
        assertThat(exit).isEqualTo(ExitCode.FILE);
    }

    private Process serve(String name) throws IOException {
        Process process = ServeProcess.start(folder, name);
        processes.add(process);
        return process;
    }

    /** Until the process has said it; a process that has ended without is told with what it did say. */
    private void await(String name, Predicate<String> said) throws Exception {
        Process process = processes.get(processes.size() - 1);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!said.test(log(name))) {
            assertThat(System.nanoTime()).as(log(name)).isLessThan(deadline);
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).as(log(name)).isFalse();
        }
    }

    private String log(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
