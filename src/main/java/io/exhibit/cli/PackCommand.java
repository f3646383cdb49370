package io.exhibit.cli;

import io.exhibit.assessment.Period;
import io.exhibit.run.PackRun;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Binds a month. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Binds the evidence pack of a month that is over from the sealed days, seals its digest and, if the"
                    + " settings say",
            "so, delivers it.",
            "",
            "A pack that was issued before is printed again with its stored issue; it comes out as the same bytes."
        },
        footer = {"", "Example:  exhibit pack --month 2026-10 --out packs"})
final class PackCommand implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Option(names = "--month", required = true, paramLabel = "YYYY-MM", description = "The month.")
    private String month;

    @Option(names = "--framework", paramLabel = "ID", description = "Folder name under mappings/frameworks.")
    private String framework;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the packs, instead of the setting.")
    private Path out;

    @Option(
            names = "--preview",
            description = "Print a draft of the days so far, marked as such; nothing is issued or sealed.")
    private boolean preview;

    private final Console console;

    PackCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = given.settings();
        settings = framework == null ? settings : settings.withFramework(framework);
        settings = out == null ? settings : settings.withPackFolder(out.toAbsolutePath());
        YearMonth bound = month();
        SystemClock clock = new SystemClock();
        if (!bound.atDay(1).atStartOfDay(settings.schedule().zone()).toInstant().isBefore(clock.instant())) {
            throw new Stop(ExitCode.USAGE, "The month " + bound + " has not begun yet.");
        }
        Wiring wiring = new Wiring(settings, console);
        if (preview) {
            console.result("Preview: " + preview(wiring, bound, clock).file());
        } else {
            PackRun.Bound pack = bind(wiring, bound, clock);
            pack.zip().ifPresent(zip -> console.say("With all that it rests on: " + zip));
            console.result("Pack: " + pack.file());
        }
        return ExitCode.DONE;
    }

    static PackRun.Bound preview(Wiring wiring, YearMonth month, InstantSource clock) throws IOException {
        requireVault(wiring);
        try (Vault vault = wiring.vaultToRead()) {
            return wiring.packRun(vault, wiring.book(), clock)
                    .preview(wiring.settings().packName(month), period(wiring, month));
        }
    }

    static PackRun.Bound bind(Wiring wiring, YearMonth month, InstantSource clock) throws IOException {
        requireVault(wiring);
        try (Vault vault = wiring.vaultToWrite(clock)) {
            return wiring.packRun(vault, wiring.book(), clock)
                    .bind(wiring.settings().packName(month), period(wiring, month));
        }
    }

    private static Period period(Wiring wiring, YearMonth month) {
        return new Period(
                month.atDay(1),
                month.atEndOfMonth(),
                wiring.settings().schedule().zone());
    }

    private static void requireVault(Wiring wiring) throws IOException {
        if (!wiring.hasVault()) {
            throw new Stop(
                    ExitCode.MISSING,
                    "There is no vault at " + wiring.settings().vault() + ". Check --vault, or run: exhibit collect");
        }
    }

    private YearMonth month() {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw new Stop(ExitCode.USAGE, "--month is a year and a month such as 2026-10, not \"" + month + "\".");
        }
    }
}
