package io.exhibit.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.Consoles;
import io.exhibit.cli.Main;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.desk.ScheduleOffice;
import io.exhibit.cli.desk.VaultDesk;
import io.exhibit.cli.desk.VisitFile;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Cluster;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.console.door.VisitBook.Visit;
import io.exhibit.run.Observer;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.sandbox.objects.ObjectStore;
import io.exhibit.schedule.cluster.Postgres;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes, each with its console, over one vault in S3 and one real PostgreSQL. */
@OneJdk
class TwoConsolesTest {

    private static final Instant NOW = Instant.parse("2026-10-05T09:12:00Z");
    private static final SigningKey KEY = SigningKey.of(new byte[32]);
    private static final String WHY = "asked for by Jane Roe, Privacy Officer: The auditor asks";

    @TempDir
    private Path folder;

    private final Consoles console = Consoles.listening();
    private final LinkedBlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private Sandbox sandbox;
    private Node a;
    private Node b;

    /** What was handed out: an account, the organization (""), or {@code null} where the run is to be closed. */
    private record Step(String run, String account) {}

    /** One node: what it makes, and what its console asks. */
    private record Node(
            Wiring wiring,
            Cluster cluster,
            SharedNights nights,
            ScheduleOffice office,
            VaultDesk desk,
            SimulatedClock clock) {}

    @BeforeEach
    void twoNodes() throws Exception {
        sandbox = Sandbox.start(
                SandboxOptions.defaults().withAccounts(1).withUsers(2).withNow(NOW));
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "example");
        String settings = """
                vault: s3://%s/consoles
                s3: {endpoint: '%s', path_style: yes, lock: compliance}
                aws: {endpoint: '%s'}
                cluster: {database: '%s', user: postgres}
                """.formatted(ObjectStore.VAULT, sandbox.endpoint(), sandbox.endpoint(), Postgres.database());
        a = node(settings, "a");
        b = node(settings, "b");
    }

    @AfterEach
    void close() throws IOException {
        over.countDown();
        a.cluster().close();
        b.cluster().close();
        sandbox.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    /** On a machine of its own, with the same settings. */
    private Node node(String text, String name) throws IOException {
        Path file =
                Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("exhibit.yaml"), text);
        Settings settings = SettingsReader.read(file);
        Keys.save(KEY, settings.key());
        Wiring wiring = new Wiring(settings, console.console());
        Cluster cluster = Cluster.of(settings, name);
        wiring.among(cluster);
        SimulatedClock clock = new SimulatedClock(NOW);
        Stopping stopping = new Ending();
        SharedNights nights = new SharedNights(
                wiring, cluster, new Handed(), clock, Pauses::none, stopping, Observer.NONE, console.console());
        ClusterRuns runs = new ClusterRuns(nights, clock, stopping, console.console());
        Unattended alone =
                new Unattended(wiring, clock, stopping, List.of(), console.console(), Observer.NONE, runs.making());
        runs.alone(alone);
        RunRequests.listen(settings.serving().state(), alone, stopping, console.console());
        return new Node(
                wiring, cluster, nights, new ScheduleOffice(wiring, clock), new VaultDesk(wiring, clock), clock);
    }

    /** Waits as a node does, only shorter. */
    private final class Ending implements Stopping {

        @Override
        public boolean pause(Duration pause) {
            try {
                return !over.await(20, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return false;
            }
        }

        @Override
        public boolean isAsked() {
            return over.getCount() == 0;
        }

        @Override
        public boolean isUrgent() {
            return isAsked();
        }
    }

    /** In the place of the calendar in the database, so that it can be said which node takes which step. */
    private final class Handed implements SharedNights.Handing {

        @Override
        public void share(String run, Collection<String> accounts) {
            accounts.forEach(account -> steps.add(new Step(run, account)));
        }

        @Override
        public void close(String run) {
            steps.add(new Step(run, "close"));
        }

        @Override
        public void forget(String run) {
            steps.clear();
        }
    }

    @Test
    void whatIsAskedForInOneConsoleIsMadeOnceAndBothShowWhoAsked() throws Exception {
        assertThat(b.office().notNow()).isEmpty();
        assertThat(a.office().collectNow("Jane Roe, Privacy Officer", "The auditor asks."))
                .startsWith("Asked for.");
        Step first = steps.poll(60, TimeUnit.SECONDS);
        assertThat(first).isNotNull();
        for (Node each : List.of(a, b)) {
            assertThat(each.office().asked()).contains(WHY);
            assertThat(each.office().collectNow("John Doe", "Me too")).contains("Nothing was changed.");
        }

        Node next = b;
        for (Step step = first; step != null; step = steps.poll()) {
            if (step.account().equals("close")) {
                next.nights().close(step.run());
            } else {
                next.nights().share(step.run(), step.account());
            }
            next = next == a ? b : a;
        }

        String run = first.run();
        try (Vault vault = b.wiring().vaultToRead()) {
            assertThat(vault.runIds()).containsExactly(run);
        }
        for (Node each : List.of(a, b)) {
            assertThat(each.office().asked()).as("it is over").isEmpty();
            assertThat(each.desk().standing(YearMonth.of(2026, 10)).month().runs())
                    .singleElement()
                    .satisfies(made -> {
                        assertThat(made.id()).isEqualTo(run);
                        // Behind it stands what the clock of this test is from that of the sandbox.
                        assertThat(made.reason()).startsWith(WHY);
                    });
        }
        visitsOfBoth();
        verified();
    }

    private void visitsOfBoth() throws IOException {
        for (Node each : List.of(a, b)) {
            String who = each == a ? "Jane Roe" : "John Doe";
            // Drawn alike: what tells them apart is that they are two.
            VisitFile visits = new VisitFile(each.wiring(), each.clock(), new byte[8]);
            visits.note(new Visit(NOW, who, "", "GET", "/2026-10/runs", 200));
            visits.close();
            assertThat(visits.state()).isEmpty();
        }
        try (Vault vault = b.wiring().vaultToRead()) {
            assertThat(vault.leaves()).containsEntry("visits", 2L);
        }
    }

    /** Also of a copy, in which both are. */
    private void verified() throws IOException {
        String settings = folder.resolve("a/exhibit.yaml").toString();
        Path copy = folder.resolve("copy");
        Path key = a.wiring().settings().key().resolveSibling("exhibit.pub.pem");
        Consoles said = Consoles.listening();
        assertThat(Main.run(said.console(), "vault", "copy", "--settings", settings, copy.toString()))
                .as(said.err())
                .isEqualTo(ExitCode.DONE);
        try (var files = Files.walk(copy)) {
            assertThat(files.filter(file -> file.getParent().endsWith("visits")).map(TwoConsolesTest::text))
                    .hasSize(2)
                    .anyMatch(text -> text.contains("Jane Roe"))
                    .anyMatch(text -> text.contains("John Doe"));
        }
        assertThat(Main.run(said.console(), "verify", copy.toString(), "--key", key.toString()))
                .as(said.out() + said.err())
                .isEqualTo(ExitCode.DONE);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
