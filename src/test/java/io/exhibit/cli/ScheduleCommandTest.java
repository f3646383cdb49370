package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.cli.node.Unattended;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.run.CatchUp;
import io.exhibit.schedule.Task;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleCommandTest {

    @TempDir
    private Path folder;

    private Consoles console = Consoles.listening();
    private Wiring wiring;

    @BeforeEach
    void settings() throws IOException {
        Path file = Files.writeString(folder.resolve("exhibit.yaml"), "schedule: {zone: America/New_York}\n");
        wiring = new Wiring(SettingsReader.read(file), console.console());
    }

    @Test
    void everyJobIsListedWithWhenItIsDueAndWhoPausedIt() throws IOException {
        assertThat(run("pause", "collect", "--as", "Jane Roe", "--reason", "The organization moves."))
                .isZero();
        assertThat(run("list")).isZero();
        assertThat(console.out().lines())
                .hasSize(3)
                .anyMatch(line -> line.matches("collect   0 15 2 \\* \\* \\?      \\w{3} \\S+ 0[23]:\\d\\d"
                        + " America/New_York \\(\\S+Z\\); paused since \\S+Z by Jane Roe: The organization moves"))
                .anyMatch(line -> line.startsWith("look      0 5 * * * ?"));

        JsonNode jobs = json("list", "--json").path("jobs");
        assertThat(jobs.findValuesAsText("job")).containsExactly("collect", "pack", "look");
        assertThat(jobs.path(0).path("paused").path("by").asText()).isEqualTo("Jane Roe");
    }

    @Test
    void whatComesNextIsInOrder() throws IOException {
        JsonNode next = json("next", "--count", "40", "--json").path("next");
        List<Instant> due = new ArrayList<>();
        next.forEach(each -> due.add(Instant.parse(each.path("due").asText())));

        assertThat(due).hasSize(40).isSorted();
        assertThat(next.findValuesAsText("job")).contains("collect", "pack");
        assertThat(run("next", "--count", "2")).isZero();
        assertThat(console.out().lines()).hasSize(2);
        assertThat(run("next", "--count", "0")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aPauseIsKeptAndIsChangedByWhoResumesItAlone() throws IOException {
        assertThat(run("pause", "pack", "--as", "Jane Roe", "--reason", "we move"))
                .isZero();
        assertThat(run("pause", "pack", "--as", "John Doe", "--reason", "other"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("pack is paused since ", " by Jane Roe: we move. Resume it first");
        assertThat(run("resume", "pack", "--as", "John Doe")).isZero();
        assertThat(console.out()).startsWith("Resumed: pack. It is due next ");
        assertThat(run("resume", "pack", "--as", "John Doe")).isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("pack is not paused");

        assertThat(wiring.state().pauses()).singleElement().satisfies(pause -> {
            assertThat(pause.resumedBy()).isEqualTo("John Doe");
            assertThat(pause.covers(pause.since())).isTrue();
            assertThat(pause.covers(pause.until().orElseThrow())).isFalse();
        });
    }

    @Test
    void whatIsNoJobNoNameOrNoStateIsRefusedInOneSentence() throws IOException {
        assertThat(run("pause", "deliver", "--as", "J", "--reason", "r")).isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("The jobs are collect, pack and look.");
        assertThat(run("pause", "look", "--as", "J", "--reason", "r")).isEqualTo(ExitCode.USAGE);
        assertThat(run("pause", "collect", "--as", " ", "--reason", "r")).isEqualTo(ExitCode.USAGE);
        Path pauses = Files.createDirectories(folder.resolve("state")).resolve("pauses.json");
        Files.writeString(pauses, "[{\"job\": \"collect\", \"since\": \"yest");
        assertThat(run("list")).isEqualTo(ExitCode.FILE);
        assertThat(console.err()).contains(pauses + " cannot be read").hasLineCount(1);
        assertThat(run("pause", "collect", "--as", "J", "--reason", "r")).isEqualTo(ExitCode.FILE);
        assertThat(pauses).content().endsWith("yest");
    }

    @Test
    void historyTellsWhatBecameOfEachThatWasDue() throws IOException {
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        HandClock clock = new HandClock(Instant.parse("2026-03-10T12:00:00Z"));
        try (Vault vault = wiring.vaultToWrite(clock)) {
            seal(vault, "2026-03-06T07:15:00Z", Outcome.COMPLETE, "");
            seal(vault, "2026-03-07T07:15:00Z", Outcome.MISSED, "no run began");
            seal(vault, "2026-03-07T13:00:00Z", Outcome.COMPLETE, CatchUp.words(Instant.parse("2026-03-07T07:15:00Z")));
            seal(vault, "2026-03-08T07:00:00Z", Outcome.FAILED, "unreachable");
            seal(vault, "2026-03-08T15:00:00Z", Outcome.GAPS, "");
        }
        assertThat(run("history", "--from", "2026-03-06", "--to", "2026-03-09")).isZero();

        assertThat(console.out().lines())
                .containsExactly(
                        "collect   Fri 2026-03-06 02:15 America/New_York (2026-03-06T07:15:00Z)  complete",
                        "collect   Sat 2026-03-07 02:15 America/New_York (2026-03-07T07:15:00Z)  missed: no run began;"
                                + " caught up by 2026-03-07T130000Z",
                        "collect   Sun 2026-03-08 03:00 America/New_York (2026-03-08T07:00:00Z)  failed: unreachable;"
                                + " by hand 2026-03-08T150000Z",
                        "collect   Mon 2026-03-09 02:15 America/New_York (2026-03-09T06:15:00Z)  not in the log");
        assertThat(json("history", "--from", "2026-03-01", "--to", "2026-03-07", "--json")
                        .path("packs")
                        .toString())
                .as("nobody was there who could have owed it")
                .isEqualTo("[]");
        assertThat(console.err()).contains("The log begins with the run of 2026-03-06T07:15:00Z");
        assertThat(run("history", "--from", "soon")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aPackThatIsPausedIsOwedUntilItIsResumed() throws IOException {
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        HandClock clock = new HandClock(Instant.parse("2026-11-03T09:00:00Z"));
        try (Vault vault = wiring.vaultToWrite(clock)) {
            seal(vault, "2026-10-05T06:15:00Z", Outcome.FAILED, "unreachable");
        }
        wiring.state().pause(Task.PACK, Instant.parse("2026-11-01T09:00:00Z"), "Jane Roe", "we move");

        new Unattended(wiring, clock, pause -> false, console.console()).bindOwed();

        assertThat(console.err())
                .contains("Packs that are owed: 1; none is bound, paused since 2026-11-01T09:00:00Z by Jane");
        assertThat(folder.resolve("packs")).doesNotExist();
    }

    private static void seal(Vault vault, String due, Outcome outcome, String reason) throws IOException {
        vault.seal(SealedRuns.without(due.replace(":", ""), Instant.parse(due), outcome, reason));
    }

    private JsonNode json(String... arguments) throws IOException {
        assertThat(run(arguments)).as(console.err()).isZero();
        return new ObjectMapper().readTree(console.out());
    }

    private int run(String... arguments) {
        console = Consoles.listening();
        List<String> all = new ArrayList<>(List.of("schedule"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--settings", folder.resolve("exhibit.yaml").toString()));
        return Main.run(console.console(), all.toArray(String[]::new));
    }
}
