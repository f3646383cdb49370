package io.exhibit.cli.node;

import io.exhibit.cli.checks.KeyCheck;
import io.exhibit.cli.settings.Secret;
import io.exhibit.cli.settings.Serving;
import io.exhibit.cli.settings.VaultPlace;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Checked;
import io.exhibit.cli.wiring.Chore;
import io.exhibit.cli.wiring.LogMark;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord;
import io.exhibit.monitor.Meters;
import io.exhibit.monitor.MonitorServer;
import io.exhibit.run.Observer;
import io.exhibit.run.Observers;
import io.exhibit.run.Readiness;
import io.exhibit.run.RunClock;
import io.exhibit.run.RunFigures;
import io.exhibit.run.watch.Failures;
import io.exhibit.run.watch.Told;
import io.exhibit.seal.Vault;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Shows how a node is to whoever watches it: puts the room {@code monitor} together with the vault, the key and the schedule. */
public final class Monitoring implements Closeable {

    /** What was looked at a moment ago is not looked at again: whoever asks often must not ask S3 as often. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    /** Runs whose answers are still of interest when a node begins: a source that none of a week's runs read has no age. */
    private static final int RECALLED = 7;

    private final Wiring wiring;
    private final RunClock clock;
    private final Console console;
    private final Meters meters;
    private final Optional<SharedMemory> shared;
    private final Failures failures;
    private final LastCollection last = new LastCollection();
    private Optional<MonitorServer> server = Optional.empty();
    private Instant looked = Instant.MIN;
    private List<Readiness> seen = List.of();

    public Monitoring(Wiring wiring, RunClock clock, Console console) {
        this.wiring = wiring;
        this.clock = clock;
        this.console = console;
        this.shared = wiring.settings().serving().cluster().isPresent()
                ? Optional.of(new SharedMemory(wiring.cluster().memory(), console))
                : Optional.empty();
        this.failures = shared.map(Failures::new).orElseGet(Failures::new);
        this.meters = new Meters(clock, Wiring.version());
    }

    /** What pieces of work tell, for the metrics and for what is remembered as failed. */
    public Observer observer() {
        return new Observers(List.of(meters, failures, last));
    }

    /** Where it listens; empty when nobody is answered. */
    Optional<InetSocketAddress> address() {
        return server.map(MonitorServer::address);
    }

    /**
     * Answers from now on.
     *
     * @param scheduled whether the calendar runs
     * @throws Stop when the address that the settings name cannot be had
     */
    public void listen(BooleanSupplier scheduled) {
        Serving.Monitor asked = wiring.settings().serving().monitor();
        if (asked.listen().isEmpty()) {
            return;
        }
        InetSocketAddress address = asked.listen().get();
        try {
            MonitorServer made = new MonitorServer(
                    address, () -> asked.token().map(Secret::value), () -> asked(scheduled), meters::scrape);
            server = Optional.of(made);
            console.say("Health, readiness and metrics at http://" + words(made.address())
                    + " (/health, /ready, /metrics).");
        } catch (IOException e) {
            String why = "Nobody can be told how this node is at " + words(address) + ": " + e.getMessage() + ".";
            if (asked.asked()) {
                throw new Stop(
                        ExitCode.CANNOT_WRITE,
                        why + " Name another address in the settings (monitor.listen), or none.");
            }
            console.alarm(why + " The nights go on; name an address of its own in the settings (monitor.listen).");
        }
    }

    /** Takes from the vault what was read before this process began. */
    public void recall() {
        try {
            if (!wiring.hasVault()) {
                return;
            }
            wiring.noteLog();
            try (Vault vault = wiring.vaultToRead()) {
                List<String> runs = vault.runIds();
                for (String id : runs.subList(Math.max(0, runs.size() - RECALLED), runs.size())) {
                    RunRecord run = vault.run(id);
                    meters.known(RunFigures.of(run));
                    last.logged(run);
                }
            }
        } catch (IOException | RuntimeException e) {
            console.alarm("The figures begin without what the vault holds: "
                    + Ending.of(e).message());
        }
    }

    @Override
    public void close() {
        server.ifPresent(MonitorServer::close);
    }

    /** What each look does last: it says what is wrong by then. */
    public Chore watching(Path state) {
        Told.Shelf told = shared.<Told.Shelf>map(each -> each).orElseGet(() -> new NoticeFile(state));
        Chore watching = new Watching(wiring, clock, console, told, failures, meters, () -> ready(() -> true));
        return shared.map(each -> each.alone(watching)).orElse(watching);
    }

    private synchronized List<Readiness> ready(BooleanSupplier scheduled) {
        Instant now = clock.instant();
        if (!now.isBefore(looked.plus(FRESH)) || now.isBefore(looked)) {
            seen = List.of(
                    readiness(Checked.of("vault", this::vault)),
                    readiness(Checked.of(
                            "key",
                            new KeyCheck(wiring.settings(), wiring.signing(), wiring::hasVault).withoutTrial())));
            look();
            looked = now;
        }
        boolean runs = scheduled.getAsBoolean();
        return List.of(
                seen.get(0),
                seen.get(1),
                new Readiness("schedule", runs, runs ? "the calendar runs" : "the calendar does not run"));
    }

    /** What whoever asks is told: also whether the last collection could be made. */
    private List<Readiness> asked(BooleanSupplier scheduled) {
        List<Readiness> all = new ArrayList<>(ready(scheduled));
        all.add(last.readiness());
        return all;
    }

    /** A run by hand makes good what this node could not do; while nothing is wrong nobody looks for one. */
    private void look() {
        if (!last.isTroubled()) {
            return;
        }
        try {
            if (wiring.hasVault()) {
                try (Vault vault = wiring.vaultToRead()) {
                    LastCollection.newest(vault).ifPresent(last::logged);
                }
            }
        } catch (IOException | RuntimeException e) {
            // Then it is not known to be made good. What is wrong with the vault its own line says.
        }
    }

    private Checked vault() throws IOException {
        VaultPlace place = wiring.settings().vault();
        if (!wiring.hasVault()) {
            return new LogMark(wiring.settings())
                    .lost()
                    .map(why -> Checked.trouble("vault", ExitCode.MISSING, why, ""))
                    .orElseGet(() -> Checked.ok("vault", "none yet; the first collection makes " + place));
        }
        Optional<Path> folder = place.folder();
        return folder.isPresent() && !Files.isWritable(folder.get())
                ? Checked.trouble("vault", ExitCode.CANNOT_WRITE, "no permission to write " + place, "")
                : Checked.ok("vault", place.toString());
    }

    private static Readiness readiness(Checked checked) {
        return new Readiness(checked.name(), checked.state() != Checked.State.TROUBLE, checked.found());
    }

    private static String words(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
