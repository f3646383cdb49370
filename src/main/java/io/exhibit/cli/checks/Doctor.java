package io.exhibit.cli.checks;

import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Checked;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.mapping.MappingReader;
import io.exhibit.render.PackRenderer;
import io.exhibit.render.Templates;
import io.exhibit.run.RunClock;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks at everything that a run needs, and at whom packs and notices go to, one check after the other, and writes nothing. */
final class Doctor {

    private final Supplier<Settings> given;
    private final RunClock clock;
    private final Console console;

    /** @param given reads the settings; a {@link Stop} has their mistakes */
    Doctor(Supplier<Settings> given, RunClock clock, Console console) {
        this.given = given;
        this.clock = clock;
        this.console = console;
    }

    /** Of settings with a mistake nothing follows: then what they lead to is not looked at. */
    List<Checked> checks() {
        List<Checked> all = new ArrayList<>();
        all.add(Checked.ok("java", Runtime.version() + ", " + System.getProperty("java.vendor")));
        all.add(Checked.of("fonts", Doctor::fonts));
        try {
            Settings settings = given.get();
            Wiring wiring = new Wiring(settings, console);
            all.add(settings(settings));
            all.add(Checked.of("mappings", () -> mappings(wiring)));
            all.addAll(vault(wiring));
            all.add(Checked.of("schedule", () -> schedule(settings.schedule())));
            all.addAll(new AwsChecks(wiring, clock).checks());
            all.addAll(new ChannelChecks(wiring, clock).checks());
            all.addAll(new ConsoleChecks(settings, clock).checks());
        } catch (Stop mistakes) {
            all.add(Checked.trouble("settings", mistakes));
        }
        return all;
    }

    private static List<Checked> vault(Wiring wiring) {
        if (wiring.settings().vault().bucket().isPresent()) {
            return new BucketChecks(wiring).checks();
        }
        try {
            return new VaultChecks(wiring).checks();
        } catch (IOException e) {
            return List.of(Checked.trouble("vault", e));
        }
    }

    private static Checked settings(Settings settings) {
        String found = settings.digest().isEmpty() ? "no file, so the defaults hold" : "read without a mistake";
        return settings.aws()
                .endpoint()
                .map(
                        other -> Checked.warning(
                                "settings",
                                found + "; not AWS is asked, but " + other,
                                "Every page of a pack will say SIMULATED. For AWS, take away aws.endpoint or AWS_ENDPOINT_URL."))
                .orElseGet(() -> Checked.ok("settings", found));
    }

    private Checked mappings(Wiring wiring) {
        ZoneId zone = wiring.settings().schedule().zone();
        MappingReader.Result read = wiring.reading().on(LocalDate.ofInstant(clock.instant(), zone));
        Book book = wiring.reading().book(read);
        String found = book.framework().title() + ", " + book.assertions().size() + " assertions";
        if (wiring.settings().organization().isEmpty()) {
            return Checked.warning(
                    "mappings",
                    found + "; without a book of the organization",
                    "Every account is in scope and nothing is approved. mappings/README.md says how to begin one.");
        }
        return read.warnings().isEmpty()
                ? Checked.ok("mappings", found)
                : Checked.warning(
                        "mappings",
                        found + "; " + read.warnings().size()
                                + (read.warnings().size() == 1 ? " warning" : " warnings")
                                + " about the organization's book",
                        "See: exhibit mappings check");
    }

    private Checked schedule(Settings.Schedule schedule) {
        Instant now = clock.instant();
        return schedule.collect()
                .next(now)
                .flatMap(collect -> schedule.pack()
                        .next(now)
                        .map(pack -> Checked.ok(
                                "schedule",
                                "`exhibit serve` collects next at " + collect.atZone(schedule.zone())
                                        + ", and binds a pack next at " + pack.atZone(schedule.zone()))))
                .orElseGet(() -> Checked.warning(
                        "schedule",
                        "it never comes due again",
                        "Check schedule.collect and schedule.pack of the settings."));
    }

    private static Checked fonts() throws Exception {
        return Checked.ok("fonts", new PackRenderer(Templates.shipped()).typefaces() + " typefaces for the pack");
    }
}
