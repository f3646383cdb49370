package io.exhibit.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.Consoles;
import io.exhibit.cli.HandClock;
import io.exhibit.cli.runs.Absence;
import io.exhibit.cli.runs.CollectCommand;
import io.exhibit.cli.runs.Night;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.monitor.Meters;
import io.exhibit.run.MissedRuns;
import io.exhibit.schedule.Task;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of collections that were due, in a real vault; how one is made is told by the test. */
class CollectingTest {

    private static final Instant MONDAY = Instant.parse("2026-10-05T02:15:00Z");

    @TempDir
    private Path folder;

    private final Consoles console = Consoles.listening();
    private final HandClock clock = new HandClock(MONDAY);
    private final Meters meters = new Meters(clock, "0.1.0");
    private Collecting.Way way = this::way;
    private Wiring wiring;
    private Outcome outcome = Outcome.COMPLETE;
    private Unattended node;

    @BeforeEach
    void aNodeThatHasCollectedOnMonday() throws IOException {
        wiring = new Wiring(SettingsReader.defaults(folder), console.console());
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        node = node();
        node.collect(MONDAY);
    }

    @Test
    void aNightThatTheNodeWasDownIsMissedAndCaughtUpOnce() throws IOException {
        at("2026-10-05T22:05:00Z");
        at("2026-10-06T08:00:12Z");
        node = node();
        at("2026-10-06T08:00:40Z");

        assertThat(log())
                .containsExactly(
                        "2026-10-05T02:15:00Z COMPLETE ",
                        "2026-10-06T02:15:00Z MISSED no run began; there is no sign of a running node from"
                                + " 2026-10-05T22:05:00Z to 2026-10-06T08:00:12Z",
                        "2026-10-06T08:00:12Z COMPLETE stands in for the collection that was due at"
                                + " 2026-10-06T02:15:00Z");
    }

    @Test
    void afterAWeekOfAbsenceThereIsOneRunAndNoBurst() throws IOException {
        at("2026-10-05T22:05:00Z");
        at("2026-10-12T08:00:00Z");

        List<String> log = log();
        assertThat(log.subList(1, 8)).allMatch(line -> line.contains(" MISSED no run began; there is no sign"));
        assertThat(log.subList(8, log.size()))
                .containsExactly("2026-10-12T08:00:00Z COMPLETE stands in for the collection that was due at"
                        + " 2026-10-12T02:15:00Z");
    }

    @Test
    void whenTheNextCollectionIsNearItIsAwaited() throws IOException {
        at("2026-10-07T01:50:00Z");
        clock.set(Instant.parse("2026-10-07T02:15:02Z"));
        node.collect(Instant.parse("2026-10-07T02:15:00Z"));
        at("2026-10-07T03:05:00Z");

        assertThat(log())
                .extracting(line -> line.replaceFirst(" no run.*", ""))
                .containsExactly(
                        "2026-10-05T02:15:00Z COMPLETE ",
                        "2026-10-06T02:15:00Z MISSED",
                        "2026-10-07T02:15:00Z COMPLETE ");
    }

    @Test
    void aFireOfAHostThatWasAsleepIsNotTakenForTheNight() throws IOException {
        clock.set(Instant.parse("2026-10-06T08:00:00Z"));

        node.collect(Instant.parse("2026-10-06T02:15:00Z"));

        assertThat(log()).hasSize(3).last().asString().startsWith("2026-10-06T08:00:00Z COMPLETE stands in for");
    }

    @Test
    void aFireThatComesTwiceIsCarriedOutOnce() throws IOException {
        node.collect(MONDAY);
        node().collect(MONDAY);

        assertThat(log()).containsExactly("2026-10-05T02:15:00Z COMPLETE ");
    }

    @Test
    void aRunByHandOnThatDayIsEnough() throws IOException {
        clock.set(Instant.parse("2026-10-06T01:10:00Z"));
        way(Night.byHand(clock.instant()));
        at("2026-10-06T08:00:00Z");

        assertThat(log())
                .extracting(line -> line.replaceFirst(" no run.*", ""))
                .containsExactly(
                        "2026-10-05T02:15:00Z COMPLETE ",
                        "2026-10-06T01:10:00Z COMPLETE ",
                        "2026-10-06T02:15:00Z MISSED");
    }

    @Test
    void aNightThatFailedIsTriedAgainLessAndLessOftenWithinItsDay() throws IOException {
        outcome = Outcome.FAILED;
        clock.set(Instant.parse("2026-10-06T02:15:00Z"));
        node.collect(clock.instant());
        for (int hour = 0; hour < 23; hour++) {
            at(Instant.parse("2026-10-06T03:05:00Z")
                    .plus(Duration.ofHours(hour))
                    .toString());
        }

        assertThat(log().subList(1, log().size()))
                .extracting(line -> line.substring(0, line.indexOf('Z')))
                .containsExactly(
                        "2026-10-06T02:15:00",
                        "2026-10-06T03:05:00",
                        "2026-10-06T05:05:00",
                        "2026-10-06T08:05:00",
                        "2026-10-06T14:05:00");
    }

    @Test
    void whatIsPausedIsMissedWithTheNameAndReasonOfWhoPausedIt() throws IOException {
        wiring.state().pause(Task.COLLECT, Instant.parse("2026-10-05T09:00:00Z"), "Jane Roe", "the account moves");
        clock.set(Instant.parse("2026-10-06T02:15:00Z"));
        node.collect(clock.instant());
        // Down while it is paused.
        at("2026-10-08T09:00:00Z");
        wiring.state().resume(Task.COLLECT, Instant.parse("2026-10-08T10:00:00Z"), "Jane Roe");
        at("2026-10-08T11:05:00Z");

        assertThat(log().subList(1, log().size()))
                .containsExactly(
                        "2026-10-06T02:15:00Z MISSED paused since 2026-10-05T09:00:00Z by Jane Roe: the account moves",
                        "2026-10-07T02:15:00Z MISSED paused since 2026-10-05T09:00:00Z by Jane Roe: the account moves",
                        "2026-10-08T02:15:00Z MISSED paused since 2026-10-05T09:00:00Z by Jane Roe: the account moves");
    }

    /** What a look finds done is no collection, and what it does beside is one look. */
    @Test
    void whatIsCountedIsWhatWasDone() {
        at("2026-10-05T03:05:00Z");
        at("2026-10-05T04:05:00Z");
        node.collect(MONDAY);

        assertThat(counted("collect", true)).isEqualTo(1);
        assertThat(counted("look", true))
                .as("two looks, and one after each fire")
                .isEqualTo(4);

        outcome = Outcome.FAILED;
        clock.set(Instant.parse("2026-10-06T02:15:00Z"));
        node.collect(clock.instant());
        way = night -> {
            throw new IOException("the disk is full");
        };
        at("2026-10-06T03:05:00Z");

        assertThat(counted("collect", true)).isEqualTo(1);
        assertThat(counted("collect", false))
                .as("one that failed, one that could not be made")
                .isEqualTo(2);
        assertThat(counted("look", false)).isEqualTo(1);
        assertThat(counted("pack", true)).isZero();
    }

    private long counted(String work, boolean done) {
        String series = "exhibit_work_duration_seconds_count{done=\"" + done + "\",work=\"" + work + "\"} ";
        return meters.scrape()
                .lines()
                .filter(line -> line.startsWith(series))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(series.length())))
                .findFirst()
                .orElseThrow();
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
        node.look(clock.instant());
    }

    private Unattended node() {
        return new Unattended(
                wiring,
                clock,
                Stopping.never(pause -> false),
                List.of(),
                console.console(),
                meters,
                Collecting.alone(night -> way.collect(night), clock, meters));
    }

    /** Like the command, but without AWS. */
    private CollectCommand.Collected way(Night night) throws IOException {
        try (Vault vault = wiring.vaultToWrite(clock)) {
            int missed = MissedRuns.seal(
                            vault,
                            wiring.settings().schedule().collect(),
                            night.due(),
                            Absence.of(wiring.state(), vault, clock.instant()))
                    .size();
            String id = night.due().toString().replace(":", "");
            RunRecord run = SealedRuns.without(id, night.due(), outcome, night.occasion());
            vault.seal(run);
            return new CollectCommand.Collected(run, null, missed, 0);
        }
    }

    private List<String> log() throws IOException {
        try (Vault vault = wiring.vaultToRead()) {
            return SealedRuns.of(vault).stream()
                    .map(run -> run.due() + " " + run.outcome() + " " + run.reason())
                    .toList();
        }
    }
}
