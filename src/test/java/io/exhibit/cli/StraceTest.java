package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.exhibit.OneJdk;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.disk.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each system call that a program makes on the files of a vault and of its packs fails, or is the last one before it is killed. Three
 * of them here, one of each fault, in three of the scenarios; all of them with {@code -Dexhibit.crashes=all}, those of one name with its name ({@code close}): one program each, so
 * all take an hour and a half on two cores that others use too.
 */
@OneJdk
class StraceTest {

    private static final String WHICH = System.getProperty("exhibit.crashes", "");
    private static final boolean ALL = !WHICH.isEmpty();
    private static final List<String> FAULTS = List.of("error=EIO", "error=ENOSPC", "signal=KILL");

    /** What the system may say to a writer, and what cannot be read is not there or not what it should be. */
    private static final Set<Integer> CODES = Set.of(ExitCode.CANNOT_WRITE, ExitCode.FILE, ExitCode.MISSING);

    @TempDir
    Path folder;

    private final Map<CrashScenario, Strace.Counted> counted =
            Collections.synchronizedMap(new EnumMap<>(CrashScenario.class));

    private final Map<CrashScenario, List<String>> prepared =
            Collections.synchronizedMap(new EnumMap<>(CrashScenario.class));

    private List<String> java;

    /** The n-th call of its kind, and what becomes of it. */
    private record Point(CrashScenario scenario, String call, int nth, String fault) {}

    @BeforeEach
    void straceIsThere() throws Exception {
        String missing = Strace.missing(folder);
        assumeTrue(missing.isEmpty(), missing);
        java = ALL ? QuickJava.command(folder) : QuickJava.plain();
    }

    @Test
    void noFaultOfTheSystemLosesWhatWasAcknowledged() throws Exception {
        Random draw = new Random(20261128);
        List<CrashScenario> scenarios = new ArrayList<>(List.of(CrashScenario.values()));
        if (!ALL) {
            Collections.shuffle(scenarios, draw);
            scenarios.subList(FAULTS.size(), scenarios.size()).clear();
        }
        twoAtATime(scenarios, this::count);
        List<Point> points = points();
        if (ALL) {
            assertThat(points.size()).isGreaterThanOrEqualTo(WHICH.equals("all") ? 900 : 1);
        } else {
            points = some(scenarios, points, draw);
        }
        Map<String, Integer> outcomes = Collections.synchronizedMap(new TreeMap<>());
        List<String> bad = Collections.synchronizedList(new ArrayList<>());
        twoAtATime(points, point -> {
            try {
                outcomes.merge(survived(point), 1, Integer::sum);
            } catch (AssertionError | Exception e) {
                bad.add(point + " " + e);
            }
        });
        Map<CrashScenario, Map<String, Integer>> calls = new EnumMap<>(CrashScenario.class);
        counted.forEach((scenario, count) -> calls.put(scenario, count.calls()));
        System.getLogger("exhibit.crashes")
                .log(
                        ALL ? System.Logger.Level.WARNING : System.Logger.Level.INFO,
                        points.size() + " faults " + outcomes + " at calls " + calls);
        assertThat(bad).isEmpty();
    }

    /** What is done for one of many. */
    @FunctionalInterface
    private interface Task<T> {
        void of(T each) throws Exception;
    }

    private static <T> void twoAtATime(List<T> all, Task<T> task) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Void>> calls = new ArrayList<>();
            for (T each : all) {
                calls.add(() -> {
                    task.of(each);
                    return null;
                });
            }
            for (Future<Void> each : two.invokeAll(calls)) {
                each.get();
            }
        } finally {
            two.shutdownNow();
        }
    }

    private void count(CrashScenario scenario) throws Exception {
        Path place = Files.createDirectories(folder.resolve(scenario.name()));
        List<String> acknowledged = new ArrayList<>();
        scenario.prepare(CrashOracle.unforced(place), acknowledged::add);
        prepared.put(scenario, acknowledged);
        Path scratch = Files.createDirectories(folder.resolve("counting-" + scenario));
        Path copy = scratch.resolve("place");
        Snapshot.of(place).write(copy);
        counted.put(scenario, Strace.count(scratch, copy, program(scenario, copy)));
    }

    private List<Point> points() {
        List<Point> points = new ArrayList<>();
        counted.forEach((scenario, count) -> count.calls().forEach((call, times) -> {
            if (!WHICH.isEmpty() && !WHICH.equals("all") && !WHICH.equals(call)) {
                return;
            }
            for (int nth = 1; nth <= times; nth++) {
                for (String fault : FAULTS) {
                    points.add(new Point(scenario, call, nth, fault));
                }
            }
        }));
        return points;
    }

    /** One of each scenario, each with another fault. */
    private static List<Point> some(List<CrashScenario> scenarios, List<Point> points, Random draw) {
        List<Point> some = new ArrayList<>();
        for (int n = 0; n < scenarios.size(); n++) {
            CrashScenario scenario = scenarios.get(n);
            String fault = FAULTS.get(n);
            List<Point> fitting = points.stream()
                    .filter(point ->
                            point.scenario() == scenario && point.fault().equals(fault))
                    .toList();
            some.add(fitting.get(draw.nextInt(fitting.size())));
        }
        return some;
    }

    private String survived(Point point) throws Exception {
        Path scratch = Files.createTempDirectory(folder, "point");
        Path place = scratch.resolve("place");
        Snapshot.of(folder.resolve(point.scenario().name())).write(place);
        Strace.Ended ended = Strace.inject(
                scratch,
                place,
                counted.get(point.scenario()).paths(),
                point.call(),
                point.nth(),
                point.fault(),
                program(point.scenario(), place));
        String about = "ended with " + ended.code() + ", " + ended.complained();
        assertThat(ended.injected()).as("the fault took place").isTrue();
        List<String> acknowledged = new ArrayList<>(prepared.get(point.scenario()));
        acknowledged.addAll(ended.said());
        CrashOracle.nothingIsLost(point.scenario(), CrashOracle.unforced(place), acknowledged);
        boolean killed = point.fault().contains("KILL");
        if (killed) {
            assertThat(ended.code()).as(about).isEqualTo(137);
        } else if (ended.code() != ExitCode.DONE) {
            assertThat(ended.code()).as(about).isIn(CODES);
            // Newer Javas say things of their own.
            assertThat(ended.complained())
                    .as(about)
                    .filteredOn(line -> !line.isEmpty() && !line.startsWith("WARNING: "))
                    .hasSize(1);
        }
        return point.fault().replaceAll(".*=", "") + (killed ? "" : " exit " + ended.code());
    }

    private List<String> program(CrashScenario scenario, Path place) {
        List<String> program = new ArrayList<>(java);
        program.addAll(List.of(CrashSubject.class.getName(), scenario.name(), place.toString()));
        return program;
    }
}
