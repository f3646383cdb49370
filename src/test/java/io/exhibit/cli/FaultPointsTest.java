package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.disk.Snapshot;
import io.exhibit.disk.Watch;
import io.exhibit.disk.WatchedFileSystem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each call to the file system that a writer makes fails, or is the last one before it dies: here every fourth one that changes something
 * with one of the faults, and some of the rest; with {@code -Dexhibit.crashes=all} each with every fault.
 */
@OneJdk
class FaultPointsTest {

    private static final boolean ALL = "all".equals(System.getProperty("exhibit.crashes"));
    private static final Set<String> CHANGES =
            Set.of("open", "write", "force", "truncate", "mkdir", "delete", "link", "rename");
    private static final Set<String> ASKS = Set.of("stat FORMAT", "stat leaves", "stat checkpoint");

    @TempDir
    Path folder;

    private final List<String> before = new ArrayList<>();
    private Snapshot prepared;

    private enum Fault {
        INPUT_OUTPUT_ERROR,
        NO_SPACE_LEFT,
        DEATH
    }

    /** The process is no more: neither is what it would have done while this is thrown. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Lets the n-th call fail. */
    private static final class Failing implements Watch {
        private final int nth;
        private final Fault fault;
        private final List<String> calls = new ArrayList<>();

        Failing(int nth, Fault fault) {
            this.nth = nth;
            this.fault = fault;
        }

        @Override
        public void before(String call, Path path) throws IOException {
            calls.add(call + " " + path.getFileName());
            boolean dead = fault == Fault.DEATH && calls.size() > nth && !call.equals("close");
            if (calls.size() == nth && fault == Fault.INPUT_OUTPUT_ERROR) {
                throw new FileSystemException(path.toString(), null, "Input/output error");
            }
            if (calls.size() == nth && fault == Fault.NO_SPACE_LEFT) {
                throw new IOException("No space left on device");
            }
            if (dead || calls.size() == nth && fault == Fault.DEATH) {
                throw new Death();
            }
        }

        String point() {
            return calls.size() < nth ? "" : calls.get(nth - 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noFaultLosesWhatWasAcknowledged(CrashScenario scenario) throws IOException {
        Failing none = new Failing(Integer.MAX_VALUE, Fault.DEATH);
        Path place = Files.createDirectories(folder.resolve("none"));
        scenario.prepare(CrashOracle.unforced(place), before::add);
        prepared = Snapshot.of(place);
        scenario.act(WatchedFileSystem.path(place, none), told -> {});

        Map<Fault, Integer> tried = new TreeMap<>();
        List<String> bad = new ArrayList<>();
        for (int nth = 1; nth <= none.calls.size(); nth++) {
            boolean change = CHANGES.contains(none.calls.get(nth - 1).split(" ")[0]);
            for (Fault fault : Fault.values()) {
                boolean turn = nth % 12 == 4 * fault.ordinal();
                // Where an error may be taken for a file that is not there.
                String call = none.calls.get(nth - 1);
                boolean asks = fault == Fault.INPUT_OUTPUT_ERROR && (call.startsWith("access") || ASKS.contains(call));
                if (ALL || asks || turn && (change || nth % 10 < 2)) {
                    tried.merge(fault, 1, Integer::sum);
                    String wrong = wrong(scenario, nth, fault);
                    if (!wrong.isEmpty()) {
                        bad.add(wrong);
                    }
                }
            }
        }
        assertThat(tried.keySet()).containsExactly(Fault.values());
        System.getLogger("exhibit.crashes")
                .log(
                        ALL ? System.Logger.Level.WARNING : System.Logger.Level.INFO,
                        scenario + ": " + tried + " at " + none.calls.size() + " calls");
        assertThat(bad).isEmpty();
    }

    private String wrong(CrashScenario scenario, int nth, Fault fault) throws IOException {
        Path real = folder.resolve(fault + "-" + nth);
        prepared.write(real);
        List<String> acknowledged = new ArrayList<>(before);
        Failing failing = new Failing(nth, fault);
        Path place = WatchedFileSystem.path(real, failing);
        String ended = "";
        try {
            scenario.act(place, acknowledged::add);
        } catch (IOException | RuntimeException e) {
            Ending ending = Ending.of(e);
            ended = ending.code() == ExitCode.SOFTWARE ? "a fault of the program: " + e : "";
        } catch (Death e) {
            ended = fault == Fault.DEATH ? "" : "died";
        }
        try {
            assertThat(failing.point()).as("the fault took place").isNotEmpty();
            assertThat(ended).isEmpty();
            // Who lived through it tries again in the same process.
            CrashOracle.nothingIsLost(
                    scenario, fault == Fault.DEATH ? CrashOracle.unforced(real) : place, acknowledged);
            return "";
        } catch (AssertionError | IOException | RuntimeException e) {
            return fault + " at call " + nth + ", " + failing.point() + ": " + e;
        }
    }
}
