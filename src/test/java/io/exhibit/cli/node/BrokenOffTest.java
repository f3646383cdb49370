package io.exhibit.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.aws.AwsClients;
import io.exhibit.cli.Consoles;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.runs.CollectCommand;
import io.exhibit.cli.runs.Night;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.evidence.RunRecord;
import io.exhibit.run.Observer;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A collection whose node stops, over real HTTP into a real vault. */
@OneJdk
public class BrokenOffTest {

    private static final Instant DUE = Instant.parse("2026-10-05T02:15:00Z");

    @TempDir
    Path folder;

    private final Consoles console = Consoles.listening();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();
    private SimulatedClock clock;
    private Sandbox sandbox;
    private Wiring wiring;
    private Book book;

    @BeforeEach
    void anOrganization() throws IOException {
        clock = new SimulatedClock(DUE);
        sandbox = Sandbox.start(SandboxOptions.defaults().withAccounts(1).withNow(DUE));
        wiring = new Wiring(
                SettingsReader.defaults(folder).withEndpoint(sandbox.endpoint()).withParallel(2), console.console());
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        book = wiring.book();
    }

    @AfterEach
    void theEnd() {
        sandbox.close();
    }

    @Test
    void aCollectionThatIsBrokenOffGoesOnAtTheNextStartAndIsNoMissedOne() throws IOException {
        stopAfter(40);
        node().collect(DUE);
        assertThat(console.err())
                .contains("is broken off because the node stops; ")
                .contains("it goes on if a run begins");
        assertThat(runs()).isEmpty();

        stopAfter(Integer.MAX_VALUE);
        clock.begin(DUE.plus(Duration.ofHours(1)));
        Unattended again = node();
        again.look(clock.instant());
        again.look(clock.instant());

        assertThat(runs()).as(console.err()).extracting(RunRecord::due).containsExactly(DUE);
        assertThat(runs().get(0).reason()).startsWith("broken off, and gone on with at 2026-10-05T03:15:0");
        assertThat(new Verifier(SigningKey.of(new byte[32]).publicKey()).check(folder.resolve("vault")))
                .isEmpty();
    }

    /** A look within minutes of the hour waits for what comes due, and one by hand on that day stands in for it: neither may leave it open. */
    @ParameterizedTest(name = "{0} after it was due, by hand before: {1}")
    @CsvSource({"PT2M, false", "PT2M, true", "PT1H, true"})
    void itGoesOnWheneverTheNodeIsBackAlsoOnADayWithAnotherRun(Duration later, boolean byHand) throws IOException {
        if (byHand) {
            clock.begin(DUE.minus(Duration.ofHours(1)));
            collected(new Night(clock.instant(), "", () -> false));
            clock.begin(DUE);
        }
        stopAfter(40);
        node().collect(DUE);
        assertThat(runs()).hasSize(byHand ? 1 : 0);

        stopAfter(Integer.MAX_VALUE);
        clock.begin(DUE.plus(later));
        Unattended again = node();
        again.look(clock.instant());
        again.look(clock.instant());

        assertThat(runs()).as(console.err()).hasSize(byHand ? 2 : 1).last().satisfies(run -> {
            assertThat(run.due()).isEqualTo(DUE);
            assertThat(run.reason()).startsWith("broken off, and gone on with at ");
        });
    }

    @Test
    void aCollectionThatDoesNotGoOnFailedAndTheNextNightIsCollected() throws IOException {
        stopAfter(40);
        node().collect(DUE);

        stopAfter(Integer.MAX_VALUE);
        Instant next = DUE.plus(Duration.ofDays(1));
        clock.begin(next);
        node().collect(next);

        assertThat(runs())
                .extracting(run -> run.due() + " " + run.outcome().name().replace("COMPLETE", "GAPS"))
                .containsExactly(DUE + " FAILED", next + " GAPS");
        assertThat(runs().get(0).reason())
                .startsWith("the run was broken off and is not gone on with; ")
                .endsWith(" given up");
    }

    private void stopAfter(int more) {
        stopped.set(false);
        requests.set(0);
        sandbox.listen(request -> stopped.compareAndSet(false, requests.incrementAndGet() >= more));
    }

    private Unattended node() {
        Stopping stopping = new Stopping() {
            @Override
            public boolean pause(Duration pause) {
                return false;
            }

            @Override
            public boolean isAsked() {
                return stopped.get();
            }

            @Override
            public boolean isUrgent() {
                return stopped.get();
            }
        };
        return new Unattended(
                wiring,
                clock,
                stopping,
                List.of(),
                console.console(),
                Observer.NONE,
                Collecting.alone(this::collected, clock, Observer.NONE));
    }

    private CollectCommand.Collected collected(Night night) throws IOException {
        try (AwsClients clients = wiring.simulatedClients(clock, sandbox.endpoint())) {
            return CollectCommand.collect(wiring, clients, clock, Pauses::none, night, book, "simulated");
        }
    }

    private List<RunRecord> runs() throws IOException {
        try (Vault vault = wiring.vaultToRead()) {
            return SealedRuns.of(vault);
        }
    }
}
