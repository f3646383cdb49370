package io.exhibit.cli.bench;

import io.exhibit.cli.bench.Hardships.Hardship;
import io.exhibit.cli.bench.Hardships.Kind;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.SigningKey;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The life of a node in simulated time, with hardships: its jobs at the times that Quartz's cron arithmetic computes, a real vault,
 * a sandbox in the place of AWS, one account and two regions. Afterwards the log is held against what befell the node.
 */
final class ScheduleBench {

    /** Four changes of the clock in 400 days: Morocco goes back for Ramadan and forth after it, and the lunar year is short. */
    static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

    static final LocalDate FIRST = LocalDate.of(2026, 2, 12);

    private final Path folder;
    private final LocalDate first;
    private final int days;
    private final long seed;
    private final Console console;
    private final Random random;
    private final List<Hardship> befell = new ArrayList<>();
    private SimulatedNode node;

    ScheduleBench(Path folder, LocalDate first, int days, long seed, Console console) {
        this.folder = folder;
        this.first = first;
        this.days = days;
        this.seed = seed;
        this.console = console;
        this.random = new Random(seed);
    }

    /** With the sandbox. Returns what is wrong; nothing when every fire is accounted for. */
    List<String> run() throws IOException {
        SandboxOptions options = SandboxOptions.defaults().withAccounts(1);
        try (Sandbox sandbox = Sandbox.start(options)) {
            return run(sandbox.endpoint(), (wiring, clock, asked) -> new SimulatedAws(wiring, sandbox, clock, asked));
        }
    }

    /** In another world. */
    List<String> run(URI endpoint, SimulatedNode.Making world) throws IOException {
        Instant start = first.atStartOfDay(ZONE).toInstant();
        Instant end = first.plusDays(days).atStartOfDay(ZONE).toInstant();
        long began = System.nanoTime();
        Path file = folder.resolve("serve.log");
        Wiring wiring;
        try (PrintStream said = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8)) {
            Console log = new Console(said, said, false);
            wiring = new Wiring(settings(endpoint), log);
            Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
            node = new SimulatedNode(wiring, world, start, log);
            node.start(start);
            try {
                live(start, end);
            } finally {
                node.close();
            }
        }
        ScheduleAccount account = new ScheduleAccount(wiring, befell, start, end);
        List<String> wrong = account.check();
        long alarms = Files.readAllLines(file).stream()
                .filter(line -> line.contains("could not be carried out"))
                .count();
        double seconds = (System.nanoTime() - began) / 1e9;
        account.lines().forEach(console::result);
        console.result(BenchCommand.line(
                "%d days in %.0f s, %.0f ms each; %d alarms", days, seconds, 1e3 * seconds / days, alarms));
        wrong.forEach(console::alarm);
        return wrong;
    }

    private void live(Instant start, Instant end) throws IOException {
        for (Hardship next : new Hardships(seed).draw(start, days)) {
            until(next.from());
            befall(next);
            console.progress("living through " + next.to(), befell.size(), days / 3);
        }
        until(end);
    }

    private Settings settings(URI endpoint) throws IOException {
        Path file = folder.resolve("exhibit.yaml");
        Files.writeString(file, """
                schedule: {zone: %s}
                aws: {accounts: caller, regions: [us-east-1, eu-west-1], parallel: 1, endpoint: '%s'}
                monitor: {listen: none}
                """.replaceFirst("%s", ZONE.getId()).replaceFirst("%s", endpoint.toString()));
        return SettingsReader.read(file);
    }

    private void until(Instant end) {
        while (node.next().isBefore(end)) {
            node.fire();
        }
    }

    private void befall(Hardship hardship) throws IOException {
        Instant to = hardship.to();
        switch (hardship.kind()) {
            case DOWN -> {
                if (random.nextBoolean()) {
                    node.stop(hardship.from());
                }
                node.start(to);
                // Somebody starts it once more at once.
                node.start(to.plusSeconds(20));
            }
            case ASLEEP -> node.wake(to);
            case PAUSED -> {
                node.pause(hardship.from());
                until(to);
                node.resume(to);
            }
            case REFUSED -> {
                node.refuse(true);
                until(to);
                node.refuse(false);
            }
            case STOPPED, DIED -> {
                cutShort(hardship);
                return;
            }
        }
        befell.add(hardship);
    }

    /** The next collection is not made to its end; the node comes back as long after it as the hardship lasts. */
    private void cutShort(Hardship hardship) throws IOException {
        if (hardship.kind() == Kind.STOPPED) {
            node.stopAfter(3 + random.nextInt(40));
        } else {
            node.dieAtNext();
        }
        Instant due = node.next();
        boolean cut = false;
        while (!cut && due.isBefore(hardship.from().plus(Duration.ofDays(1)))) {
            due = node.next();
            try {
                node.fire();
                cut = node.wasBrokenOff();
            } catch (SimulatedNode.Died e) {
                cut = true;
            }
        }
        node.spare();
        if (cut) {
            Instant back = due.plus(Duration.between(hardship.from(), hardship.to()));
            befell.add(new Hardship(hardship.kind(), due, back));
            node.start(back);
        }
    }
}
