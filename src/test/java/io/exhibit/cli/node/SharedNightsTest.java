package io.exhibit.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.aws.AwsClients;
import io.exhibit.cli.Consoles;
import io.exhibit.cli.Main;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.runs.Night;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Cluster;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.VaultWiring;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import io.exhibit.run.Observer;
import io.exhibit.run.Shares.Superseded;
import io.exhibit.run.Shares.Turn;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.sandbox.objects.ObjectStore;
import io.exhibit.schedule.cluster.Postgres;
import io.exhibit.seal.LoggedVault;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SharedUnits;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Store;
import io.exhibit.seal.Trust;
import io.exhibit.seal.Vault;
import io.exhibit.seal.VaultException;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that share a night through a real PostgreSQL and a vault in S3, step by step. */
@OneJdk
class SharedNightsTest {

    private static final Instant DUE = Instant.parse("2026-10-05T02:15:00Z");
    private static final SigningKey KEY = SigningKey.of(new byte[32]);

    private static Sandbox sandbox;
    private static int made;

    @TempDir
    private Path folder;

    private final Consoles console = Consoles.listening();
    private final Deque<Step> steps = new ArrayDeque<>();
    private Node a;
    private Node b;

    /** What was handed out: an account, the organization (""), or that the run is to be closed. */
    private record Step(String run, String account) {
        static final String CLOSE = "close";
    }

    private record Node(Wiring wiring, Cluster cluster, SharedNights nights, SimulatedClock clock) {}

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withAccounts(2).withUsers(2));
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "example");
    }

    @AfterAll
    static void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        sandbox.close();
    }

    @BeforeEach
    void twoNodes() throws Exception {
        Path file = folder.resolve("exhibit.yaml");
        Files.writeString(file, """
                vault: s3://%s/nodes/%d
                s3: {endpoint: '%s', path_style: yes, lock: compliance}
                aws: {endpoint: '%s'}
                cluster: {database: '%s', user: postgres}
                """.formatted(
                        ObjectStore.VAULT, made++, sandbox.endpoint(), sandbox.endpoint(), Postgres.database()));
        Settings settings = SettingsReader.read(file);
        Keys.save(KEY, settings.key());
        a = node(settings, "a");
        b = node(settings, "b");
    }

    @AfterEach
    void close() throws IOException {
        a.cluster().close();
        b.cluster().close();
    }

    private Node node(Settings settings, String name) {
        Wiring wiring = new Wiring(settings, console.console());
        Cluster cluster = Cluster.of(settings, name);
        wiring.among(cluster);
        SimulatedClock clock = new SimulatedClock(DUE);
        SharedNights nights = new SharedNights(
                wiring,
                cluster,
                new SharedNights.Handing() {
                    @Override
                    public void share(String run, Collection<String> accounts) {
                        // As Quartz has it: what is on its way already is left alone.
                        accounts.stream()
                                .map(account -> new Step(run, account))
                                .filter(step -> !steps.contains(step))
                                .forEach(steps::add);
                    }

                    @Override
                    public void close(String run) {
                        steps.add(new Step(run, Step.CLOSE));
                    }

                    @Override
                    public void forget(String run) {
                        steps.removeIf(step -> step.run().equals(run));
                    }
                },
                clock,
                Pauses::none,
                Stopping.never(wait -> true),
                Observer.NONE,
                console.console());
        return new Node(wiring, cluster, nights, clock);
    }

    private void take(Node node) throws IOException {
        Step step = steps.remove();
        if (step.account().equals(Step.CLOSE)) {
            node.nights().close(step.run());
        } else {
            node.nights().share(step.run(), step.account());
        }
    }

    private boolean isAsked() {
        return steps.peek().account().equals(Step.CLOSE);
    }

    /** The organization has been asked, and the accounts are handed out. */
    private void begun() throws IOException {
        a.nights().make(Night.byHand(DUE));
        take(a);
        assertThat(steps).hasSize(2);
    }

    private RunRecord sealed(String run) throws IOException {
        try (Vault vault = b.wiring().vaultToRead()) {
            return vault.run(run);
        }
    }

    private void verify() throws IOException {
        try (Store store = new VaultWiring(a.wiring().settings().vault()).look()) {
            assertThat(new Verifier(Trust.of(KEY.publicKey())).steps(store, Optional.empty()))
                    .flatExtracting(io.exhibit.seal.Step::found)
                    .isEmpty();
        }
    }

    @Test
    void aNightOfTwoNodesIsTheSameAsThatOfOne() throws IOException {
        assertThat(a.nights().make(Night.byHand(DUE))).isEqualTo("Run 2026-10-05T021500Z: begun.");
        for (Node node = b; !isAsked(); node = node == a ? b : a) {
            take(node);
        }
        assertThat(b.nights().close("2026-10-05T021500Z")).startsWith("Run 2026-10-05T021500Z: ");

        RunRecord shared = sealed("2026-10-05T021500Z");
        RunRecord alone = alone();
        assertThat(shared.outcome()).isEqualTo(alone.outcome());
        assertThat(shared.accounts()).isEqualTo(alone.accounts());
        assertThat(shared.units())
                .extracting(Unit::target)
                .isEqualTo(alone.units().stream().map(Unit::target).toList());
        assertThat(shared.units())
                .extracting(unit -> unit.parts().stream()
                        .map(part -> part.source() + " " + part.items() + " "
                                + part.gaps().size())
                        .toList())
                .isEqualTo(alone.units().stream()
                        .map(unit -> unit.parts().stream()
                                .map(part -> part.source() + " " + part.items() + " "
                                        + part.gaps().size())
                                .toList())
                        .toList());
        try (Vault vault = a.wiring().vaultToRead()) {
            assertThat(vault.unassessed()).isEmpty();
        }
        assertThat(a.cluster().shares().open()).isEmpty();
        verify();
    }

    private RunRecord alone() throws IOException {
        Path file = Files.writeString(
                Files.createDirectory(folder.resolve("alone")).resolve("exhibit.yaml"),
                "aws: {endpoint: '" + sandbox.endpoint() + "'}\n");
        Wiring wiring = new Wiring(SettingsReader.read(file), console.console());
        SimulatedClock clock = new SimulatedClock(DUE);
        try (AwsClients clients = wiring.clients(clock, Pauses::none);
                Vault vault = wiring.vaultToWrite(clock)) {
            return wiring.collectRun(vault, clients, clock, Pauses::none, wiring.book(), "aws")
                    .collect(DUE);
        }
    }

    @Test
    void whatADeadNodeLeftIsGoneOnWithAndNotAskedAgain() throws IOException {
        begun();
        take(a);
        List<String> before = a.cluster().shares().notes("2026-10-05T021500Z", List.of());
        steps.clear();

        assertThat(b.nights().make(Night.byHand(DUE))).isEqualTo("Run 2026-10-05T021500Z: 1 account handed out.");
        while (!steps.isEmpty()) {
            take(b);
        }

        assertThat(sealed("2026-10-05T021500Z").units()).hasSizeGreaterThan(before.size());
        assertThat(b.nights().close("2026-10-05T021500Z")).isEqualTo("Run 2026-10-05T021500Z was sealed before.");
        assertThat(b.nights().goOn()).isEmpty();
        verify();
    }

    @Test
    void whatANodePutsIntoTheVaultLateIsNotWhatIsSealed() throws IOException {
        begun();
        String account = steps.peek().account();
        Turn late = a.cluster().shares().take("2026-10-05T021500Z", account).orElseThrow();
        while (!isAsked()) {
            take(b);
        }

        try (SharedUnits units = a.cluster().units(KEY, a.clock(), late);
                RunWriter share = units.share("2026-10-05T021500Z")) {
            Target target = Target.global(account);
            RunWriter.UnitWriter unit = share.unit(target);
            assertThatThrownBy(() -> share.keep(kept(unit.commit(List.of())))).isInstanceOf(Superseded.class);
        }
        while (!steps.isEmpty()) {
            take(b);
        }
        verify();
    }

    private static Kept kept(Unit unit) {
        RunRecord soFar = new RunRecord(
                "2026-10-05T021500Z",
                DUE,
                DUE,
                DUE,
                Outcome.COMPLETE,
                "",
                "",
                "",
                "",
                List.of(),
                Map.of(),
                List.of(unit));
        return new Kept(soFar, Map.of());
    }

    @Test
    void oneNodeWritesTheLogAndOneThatWasPausedDoesNotAnyMore() throws IOException {
        a.wiring().vaultToWrite(a.clock()).close();
        LoggedVault paused = a.wiring().vaultToWrite(a.clock());
        assertThatThrownBy(() -> b.wiring().vaultToWrite(b.clock()))
                .isInstanceOfSatisfying(
                        VaultException.class, e -> assertThat(e.reason()).isEqualTo(VaultException.Reason.LOCKED))
                .hasMessageContaining("is being written by the node a");
        lapse();

        try (Vault vault = b.wiring().vaultToWrite(b.clock())) {
            vault.seal(SealedRuns.without("2026-10-05T021500Z", DUE, Outcome.FAILED, "unreachable"));
            assertThatThrownBy(() ->
                            paused.seal(SealedRuns.without("2026-10-05T021500Z", DUE, Outcome.FAILED, "a late one")))
                    .isInstanceOf(VaultException.class);
            paused.close();
            vault.seal(SealedRuns.without("2026-10-06T021500Z", DUE.plusSeconds(86_400), Outcome.FAILED, "again"));
        }
        try (Vault vault = a.wiring().vaultToWrite(a.clock())) {
            assertThat(vault.runIds()).containsExactly("2026-10-05T021500Z", "2026-10-06T021500Z");
        }
        verify();
    }

    private void lapse() throws IOException {
        Postgres.run(
                a.wiring().settings().serving().cluster().orElseThrow().url(),
                "update writer set until = now() - interval '1 second'");
    }

    @Test
    void aRunThatIsNotOverKeepsTheNextOneFromBeginning() throws IOException {
        a.nights().make(Night.byHand(DUE));

        assertThat(b.nights().make(Night.byHand(DUE.plusSeconds(86_400))))
                .isEqualTo("The run of 2026-10-05T02:15:00Z is not over. The one of 2026-10-06T02:15:00Z is not begun"
                        + " beside it, and the next run logs it as missed.");
    }

    @Test
    void aRunThatIsNotOverAfterSixHoursIsLoggedAsFailedAndSaysWhoWasNotAsked() throws IOException {
        begun();
        b.clock().begin(DUE.plus(Duration.ofHours(7)));

        assertThat(b.nights().goOn())
                .startsWith(
                        "Run 2026-10-05T021500Z: failed, it was not over after 6 hours; not asked to the end: account ");

        assertThat(steps).isEmpty();
        assertThat(a.cluster().shares().open()).isEmpty();
        assertThat(sealed("2026-10-05T021500Z").outcome()).isEqualTo(Outcome.FAILED);
        verify();
    }

    @Test
    void aForeignNoteIsNotTakenUp() throws IOException {
        begun();
        Postgres.run(
                a.wiring().settings().serving().cluster().orElseThrow().url(),
                "update unit set note = replace(note, '\"calls\":1', '\"calls\":2')");

        assertThatThrownBy(() -> take(b))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("was not signed by this vault's key");
        assertThat(a.cluster().shares().open())
                .as("nothing was sealed, nothing forgotten")
                .isPresent();
    }

    @Test
    void aCommandByHandTakesItsTurnAndCollectsNothing() throws IOException {
        Settings settings = a.wiring().settings();
        a.wiring().vaultToWrite(a.clock()).close();
        Wiring byHand = new Wiring(settings, console.console());
        try (Vault vault = byHand.vaultToWrite(a.clock())) {
            assertThatThrownBy(() -> a.wiring().vaultToWrite(a.clock()))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("is being written by the node ");
            assertThat(vault.runIds()).isEmpty();
        }
        a.wiring().vaultToWrite(a.clock()).close();
        assertThat(Main.run(
                        console.console(),
                        "collect",
                        "--settings",
                        folder.resolve("exhibit.yaml").toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("Several nodes collect into this vault");
    }
}
