package io.exhibit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.collect.AnswerGuard;
import io.exhibit.collect.ClockLag;
import io.exhibit.collect.CollectionPlan;
import io.exhibit.collect.Landscape;
import io.exhibit.collect.Limits;
import io.exhibit.collect.Line;
import io.exhibit.control.Scope;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.Target;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves behind when it cannot be made. */
class CollectRunTest {

    private static final Instant DUE = Instant.parse("2026-10-05T02:15:00Z");
    private static final RunClock CLOCK = new RunClock() {
        @Override
        public void unit(Target target) {}

        @Override
        public Instant latest() {
            return DUE;
        }

        @Override
        public Instant instant() {
            return DUE;
        }
    };

    @TempDir
    Path folder;

    private FileVault vault;

    @BeforeEach
    void aVault() throws IOException {
        vault = FileVault.create(folder.resolve("vault"), "example.org/run", SigningKey.of(new byte[32]), CLOCK);
    }

    @Test
    void aRunThatBreaksAtTheDoorLeavesALeafAsWell() throws IOException {
        CollectRun run = run(() -> {
            throw new IllegalStateException("the door is stuck");
        });
        assertThatThrownBy(() -> run.collect(DUE)).hasMessage("the door is stuck");
        assertThat(SealedRuns.of(vault))
                .singleElement()
                .extracting(RunRecord::outcome, RunRecord::reason)
                .containsExactly(Outcome.FAILED, "the run was broken off: the door is stuck");
    }

    @Test
    void whatBrokeARunOffIsToldEvenWhenItCannotBeLogged() {
        CollectRun run = run(() -> {
            stand(folder.resolve("vault/runs/2026-10-05T021500Z"));
            throw new IllegalStateException("the door is stuck");
        });
        assertThatThrownBy(() -> run.collect(DUE))
                .hasMessage("the door is stuck")
                .satisfies(told -> assertThat(told.getSuppressed()).hasSize(1));
    }

    /** A file where the run's folder belongs. */
    private static void stand(Path inTheWay) {
        try {
            Files.createFile(inTheWay);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRunWhoseClockIsMoreThanFiveMinutesOffIsMarked() throws IOException {
        RunRecord right = run(new Door(() -> {}, lag("PT-5M"))).collect(DUE);
        RunRecord wrong = run(new Door(() -> {}, lag("PT5M1S"))).collect(DUE.plusSeconds(1));
        assertThat(right.reason()).isEmpty();
        assertThat(wrong.reason()).isEqualTo("the clock of this machine is 5 min 1 s behind AWS's");
        assertThat(vault.run(wrong.id())).isEqualTo(wrong);
        assertThat(new ClockLag(Duration.ofSeconds(-30)).words())
                .isEqualTo("the clock of this machine is 30 s ahead of AWS's");
    }

    @Test
    void aRunWhoseClockCouldNotBeComparedSaysSo() throws IOException {
        RunRecord unknown =
                run(new Door(() -> {}, Optional.of(ClockLag.UNKNOWN))).collect(DUE);
        assertThat(unknown.reason())
                .isEqualTo(
                        "the clock of this machine could not be compared with AWS's: its answer bore no time that can"
                                + " be read");
        assertThat(vault.run(unknown.id())).isEqualTo(unknown);
    }

    private static Optional<ClockLag> lag(String behind) {
        return Optional.of(new ClockLag(Duration.parse(behind)));
    }

    private CollectRun run(Runnable entering) {
        return run(new Door(entering, Optional.empty()));
    }

    private CollectRun run(Door door) {
        Asking asking = new Asking(
                "aws",
                "us-east-1",
                CollectionPlan.everything(),
                door,
                List.of(),
                new Line(),
                new AnswerGuard(new Catalog(List.of(), Map.of(), Map.of(), Map.of())),
                (call, target, thrown) -> Optional.empty(),
                Limits.defaults(),
                1);
        Scope everything = new Scope("", "", "", Map.of(), Map.of());
        return new CollectRun(vault, asking, CLOCK, everything, Map.of(), new Silence());
    }

    private record Silence() implements Progress {
        @Override
        public void step(String what, long done, long all) {}

        @Override
        public void note(String line) {}
    }

    /** Nothing behind it is ever asked. */
    private record Door(Runnable entering, Optional<ClockLag> clockLag) implements Landscape {
        @Override
        public Optional<Gap> enter() {
            entering.run();
            return Optional.empty();
        }

        @Override
        public Optional<ClockLag> clockLag() {
            return clockLag;
        }

        @Override
        public String caller() {
            return "111122223333";
        }

        @Override
        public String identity() {
            return "";
        }

        @Override
        public String organization() {
            return "";
        }

        @Override
        public List<Account> accounts() {
            return List.of();
        }

        @Override
        public boolean knowsEveryAccount() {
            return false;
        }

        @Override
        public Optional<SortedSet<String>> regions(String account) {
            return Optional.empty();
        }

        @Override
        public SortedSet<String> everyRegion() {
            return new TreeSet<>();
        }

        @Override
        public void recall(Kept kept) {}

        @Override
        public Optional<Gap> assume(String account) {
            return Optional.empty();
        }
    }
}
