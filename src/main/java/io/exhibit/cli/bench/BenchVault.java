package io.exhibit.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import io.exhibit.assessment.Period;
import io.exhibit.aws.AwsClients;
import io.exhibit.cli.demo.Demo;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.collect.Pause;
import io.exhibit.control.Book;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import io.exhibit.run.Edition;
import io.exhibit.run.PackRun;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** What a measurement of whole runs needs beside a sandbox: a vault that goes with its folder, and the default settings. */
public final class BenchVault implements AutoCloseable {

    private final Wiring wiring;
    private final SimulatedClock clock = new SimulatedClock(DemoMonth.FIRST_RUN);
    private final Pause pause;
    private final Book book;
    private final Vault vault;
    private final AwsClients clients;

    /**
     * @param sandbox where it answers
     * @param paced whether AWS's limits are in force there
     * @param parallel units that are asked at the same time
     */
    public BenchVault(Path folder, URI sandbox, boolean paced, int parallel, Console console) throws IOException {
        this(SettingsReader.defaults(folder).withEndpoint(sandbox).withParallel(parallel), sandbox, paced, console);
    }

    /** By other settings than the default ones. */
    public BenchVault(Settings settings, URI sandbox, boolean paced, Console console) throws IOException {
        wiring = new Wiring(settings, console);
        // Of zeros, and gone with the folder: no key to give to anybody.
        Keys.save(SigningKey.of(new byte[32]), settings.key());
        // Where AWS's limits are in force, the time that they take is part of what is measured.
        pause = paced ? Pauses::real : Pauses::none;
        book = wiring.book();
        vault = wiring.vaultToWrite(clock);
        clients = paced ? wiring.pacedClients(clock, sandbox) : wiring.simulatedClients(clock, sandbox);
    }

    /** Collects the first night of the demo's month; a second call would be a second run of the same night. */
    public RunRecord collect() throws IOException {
        return wiring.collectRun(vault, clients, clock, pause, book, Demo.ENDPOINT)
                .collect(DemoMonth.FIRST_RUN);
    }

    /** Asks all that {@link #collect} asks, and keeps nothing. */
    List<RunRecord.Unit> askAlone() throws IOException {
        return wiring.collectRun(vault, clients, clock, pause, book, Demo.ENDPOINT)
                .unkept();
    }

    /** Judges a run and seals what came of it. */
    public void assess(RunRecord run) throws IOException {
        wiring.assessRun(vault, book).seal(run);
    }

    /** Judges without sealing; returns how many items that made. */
    long judge(RunRecord run) {
        long[] items = {0};
        wiring.assessRun(vault, book).judge(run, (assertion, item) -> items[0]++);
        return items[0];
    }

    void exchanges(RunRecord run, Target target, String source, Consumer<Exchange> each) throws IOException {
        vault.exchanges(run, target, source, each);
    }

    /** The first pack of a period, bound on the day after it. */
    public PackRun.Bound bind(Period period) throws IOException {
        clock.begin(period.end().plus(Duration.ofHours(6)));
        return wiring.packRun(vault, book, clock)
                .bind(Edition.first(wiring.settings().packSeries(), period), period);
    }

    /** The zone in which its days begin. */
    public ZoneId zone() {
        return wiring.settings().schedule().zone();
    }

    /** CPU that this process has used, in seconds, with compiling and collecting garbage. */
    static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /** From now on {@link #heapPeak} is that of what comes. */
    static void forgetPeak() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The most that the heap held so far, in bytes, with what was not collected yet. */
    static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    @Override
    public void close() throws IOException {
        clients.close();
        vault.close();
    }
}
