package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.Patience;
import io.exhibit.cli.desk.ScheduleOffice;
import io.exhibit.cli.node.ServeLock;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    /** The console begins when the node is ready, and what keeps it from beginning keeps nothing else. */
    @Test
    void aNodeHasAConsoleToWhichACommandMakesLinks() throws Exception {
        Path file = folder.resolve("exhibit.yaml");
        Files.writeString(file, "console: {serve: yes, port: 0}\n", StandardOpenOption.APPEND);
        Process node = serve("first");
        await("first", log -> log.contains("Console at http://"));
        String log = log("first");
        assertThat(log.indexOf("Ready after")).isBetween(0, log.indexOf("Console at"));

        URI link = link(file, "--as", "Jane Roe, Privacy Officer");
        String base = "http://" + link.getAuthority();
        assertThat(log).contains("Console at " + base + ".");
        assertThat(enter(link, base)).isEqualTo(303);
        assertThat(enter(link, base)).as("once").isEqualTo(401);
        assertThat(Files.getPosixFilePermissions(folder.resolve("state/console/links")))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE);

        URI unsafe = link(file);
        Files.setPosixFilePermissions(
                folder.resolve("state/console/links"), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(enter(unsafe, base)).as("from a folder of everybody").isEqualTo(500);

        node.destroy();
        assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).isEqualTo(143);
        Consoles console = Consoles.listening();
        assertThat(Main.run(console.console(), "console", "link", "--settings", file.toString()))
                .isEqualTo(ExitCode.MISSING);
        assertThat(console.err()).contains("No serve with a console runs by these settings.");
    }

    /** The console has no credentials: it leaves a request, and the node makes that collection once, whatever becomes of the node. */
    @Test
    void whatIsAskedForIsCollectedOnceThoughTheNodeIsKilled() throws Exception {
        try (Sandbox sandbox =
                Sandbox.start(SandboxOptions.defaults().withAccounts(2).withLatency(Duration.ofMillis(5)))) {
            Path file = folder.resolve("exhibit.yaml");
            Files.writeString(
                    file,
                    Files.readString(file)
                                    .replace("http://127.0.0.1:9'", sandbox.endpoint() + "', regions: [us-east-1]")
                            + "console: {serve: yes, port: 0}\n");
            ScheduleOffice office =
                    new ScheduleOffice(new Wiring(SettingsReader.read(file), Consoles.quiet()), InstantSource.system());
            assertThat(office.collectNow("Jane Roe", "Now"))
                    .as("nobody is there")
                    .startsWith("No node serves the vault");
            Process node = serve("first");
            await("first", log -> log.contains("What is owed"));
            assertThat(office.notNow()).isEmpty();
            assertThat(office.collectNow("Jane Roe", "The auditor asks.")).startsWith("Asked for.");
            assertThat(office.collectNow("John Doe", "Me too")).startsWith("A collection is asked for already.");
            await("first", log -> log.contains("A collection is asked for by Jane Roe: The auditor asks."));
            await("first", log -> going(office));
            await("first", log -> log.contains("Console at http://"));
            URI link = link(file, "--as", "Jane Roe, Privacy Officer");
            assertThat(enter(link, "http://" + link.getAuthority())).isEqualTo(303);
            node.destroyForcibly().waitFor();
            assertThat(visits("state/visits")).as("noted, and not sealed").hasSize(1);
            assertThat(office.asked()).contains("asked for by Jane Roe: The auditor asks");

            Process next = serve("second");
            await("second", log -> !Files.exists(folder.resolve("state/run-now.json")));
            try (Vault vault = new Wiring(SettingsReader.read(file), Consoles.quiet()).vaultToRead()) {
                assertThat(vault.runIds()).as(log("second")).hasSize(1);
                assertThat(vault.run(vault.runIds().get(0)).reason())
                        .as("who asked, though the node that began it is gone")
                        .contains("asked for by Jane Roe: The auditor asks");
            }
            next.destroy();
            assertThat(next.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(visits("state/visits")).isEmpty();
            assertThat(visits("vault/visits"))
                    .as("sealed by the next node, once")
                    .singleElement()
                    .satisfies(left -> assertThat(Files.readString(left))
                            .containsOnlyOnce("\"path\":\"/enter\"")
                            .contains("Jane Roe"));
            assertThat(office.going()).isEmpty();
            assertThat(office.asked()).isEmpty();
        }
    }

    private List<Path> visits(String where) {
        try (Stream<Path> all = Files.exists(folder.resolve(where)) ? Files.list(folder.resolve(where)) : Stream.of()) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean going(ScheduleOffice office) {
        try {
            return office.going().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI link(Path settings, String... more) {
        Consoles console = Consoles.listening();
        String[] all = Stream.concat(Stream.of("console", "link", "--settings", settings.toString()), Stream.of(more))
                .toArray(String[]::new);
        assertThat(Main.run(console.console(), all)).as(console.err()).isZero();
        return URI.create(console.out().strip().substring("Open: ".length()));
    }

    private static int enter(URI link, String origin) throws Exception {
        HttpRequest form = HttpRequest.newBuilder(link.resolve("/enter"))
                .header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(link.getQuery()))
                .build();
        return HttpClient.newHttpClient()
                .send(form, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aConsoleThatCannotBeginKeepsNothingElse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    folder.resolve("exhibit.yaml"),
                    "console: {serve: yes, port: " + taken.getLocalPort() + "}\n",
                    StandardOpenOption.APPEND);
            Process node = serve("first");
            await("first", log -> log.contains("The console does not run: "));
            await("first", log -> log.contains("What is owed"));
            assertThat(log("first")).contains("cannot listen at", "The schedule goes on");
            assertThat(node.isAlive()).isTrue();
        }
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
        Patience patience = Patience.with(process.toHandle(), Duration.ofSeconds(60));
        while (!said.test(log(name))) {
            assertThat(patience.isOver()).as(log(name)).isFalse();
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).as(log(name)).isFalse();
        }
    }

    private String log(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
