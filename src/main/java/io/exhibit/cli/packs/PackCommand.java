package io.exhibit.cli.packs;

import io.exhibit.assessment.Period;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Large;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Problem;
import io.exhibit.render.TemplatesCheck;
import io.exhibit.run.Consignment;
import io.exhibit.run.DeliverRun;
import io.exhibit.run.Edition;
import io.exhibit.run.Observer;
import io.exhibit.run.PackRun;
import io.exhibit.run.mask.Disclosure;
import io.exhibit.seal.Profile;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Binds a month, or another period. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Binds the evidence pack of a month, or of another period, that is over from the sealed days, seals its digest and, if the"
                    + " settings say",
            "so, delivers it.",
            "",
            "A pack that was issued before is printed again with its stored issue; it comes out as the same bytes. To issue it",
            "anew, of what the log holds by now and by the book as it is now, give the next --issue and a --reason: the earlier",
            "issue stays as it is, beside the new one.",
            "",
            "A masked pack (--profile) is one of its own, such as EH-public-2026-10.zip. It lists every value that it masks as a"
                    + " salted",
            "digest; NAME.secret beside it makes the salts, and is for the entity alone. With --disclose one value is told, with",
            "the command by which whoever has the pack can match it."
        },
        footer = {
            "",
            "Examples: exhibit pack --month 2026-10 --out packs",
            "          exhibit pack --from 2026-10-15 --to 2026-11-14",
            "          exhibit pack --month 2026-10 --issue 2 --reason 'The register of administrators was corrected'",
            "          exhibit pack --month 2026-10 --draft",
            "          exhibit pack --month 2026-10 --profile public --disclose '[user 3fa2c1]'"
        })
public final class PackCommand implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Mixin
    private WhichPack which = new WhichPack();

    @Option(names = "--framework", paramLabel = "ID", description = "Folder name under mappings/frameworks.")
    private String framework;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the packs, instead of the setting.")
    private Path out;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = {
                "How much it shows, instead of the setting. full: all. auditor: no access key ids, mail addresses and IP addresses."
                        + " public: nothing by which accounts, people and resources are known."
            })
    private String profile;

    @Option(
            names = "--disclose",
            paramLabel = "PSEUDONYM",
            description = "Tell one value that a masked pack hides, with its salt; the pack must have been issued.")
    private String disclose;

    @Option(
            names = "--draft",
            description =
                    "Print a draft of the days so far, marked as such, from what the vault holds; nothing is issued or"
                            + " sealed. Every day is judged by the book as it is now, where an issued pack takes the"
                            + " judgements that were sealed. For whoever changes templates or the book.")
    private boolean draft;

    private final Console console;

    PackCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = given.settings();
        settings = framework == null ? settings : settings.withFramework(framework);
        settings = out == null ? settings : settings.withPackFolder(out.toAbsolutePath());
        settings = profile == null ? settings : settings.withProfile(profile());
        SystemClock clock = new SystemClock();
        Period period = which.period(settings.schedule().zone(), clock.instant());
        Edition edition = which.edition(settings.packSeries(), period);
        Wiring wiring = new Wiring(settings, console);
        if (disclose != null) {
            disclose(wiring, edition, period, clock);
        } else if (draft) {
            draft(wiring, edition, period, clock);
        } else {
            PackRun.Bound pack = bind(wiring, edition, period, clock);
            pack.zip().ifPresent(zip -> console.say("With all that it rests on: " + zip));
            console.result(told(edition.pack(), pack));
            return delivered(wiring, edition.pack(), clock, console);
        }
        return ExitCode.DONE;
    }

    /** The pack that was bound, as far as it is owed: an older one waits for exhibit deliver. */
    public static int delivered(Wiring wiring, String pack, InstantSource clock, Console console) throws IOException {
        Deliveries deliveries = new Deliveries(wiring, clock, console, Observer.NONE);
        DeliverRun run = deliveries.run();
        return deliveries.byHand(run, owed(run, pack), false) == 0 ? ExitCode.DONE : ExitCode.CANNOT_WRITE;
    }

    /** Whether a channel of the settings has not got it yet. */
    public static boolean owes(Wiring wiring, String pack, InstantSource clock, Console console) throws IOException {
        return !owed(new Deliveries(wiring, clock, console, Observer.NONE).run(), pack)
                .isEmpty();
    }

    private static List<Consignment> owed(DeliverRun run, String pack) throws IOException {
        return run.owed().stream().filter(each -> each.pack().equals(pack)).toList();
    }

    private void draft(Wiring wiring, Edition edition, Period period, InstantSource clock) throws IOException {
        long began = System.nanoTime();
        wiring.settings().ownTemplates().logoProblems().forEach(problem -> console.say(problem.toString()));
        Path file = drawUp(wiring, edition, period, clock).file();
        console.say(String.format(Locale.ROOT, "Drawn up in %.1f s.", (System.nanoTime() - began) / 1e9));
        console.result("Draft: " + file);
    }

    private Profile profile() {
        try {
            return SettingsReader.profile(profile);
        } catch (IllegalArgumentException e) {
            throw new Stop(ExitCode.USAGE, "--profile: " + e.getMessage());
        }
    }

    private void disclose(Wiring wiring, Edition edition, Period period, InstantSource clock) throws IOException {
        String name = edition.pack();
        if (draft || !wiring.settings().pack().profile().masks()) {
            throw new Stop(
                    ExitCode.USAGE,
                    "Only a masked pack hides values: give --profile auditor or --profile public, and no --draft.");
        }
        requireVault(wiring);
        try (Vault vault = wiring.vaultToRead()) {
            Disclosure told = wiring.packRun(vault, wiring.book(), clock)
                    .disclose(name, period, disclose)
                    .orElseThrow(() -> new Stop(
                            ExitCode.MISSING,
                            "The pack " + name + " has no value " + disclose
                                    + ". Its file data/masked.ndjson lists them."));
            console.result("Value: " + told.value());
            console.result("Salt: " + told.salt());
            console.result("Check: " + told.check());
        }
    }

    /** A draft of the days so far, which the log does not know of; it seals and issues nothing. */
    public static PackRun.Bound drawUp(Wiring wiring, Edition edition, Period period, InstantSource clock)
            throws IOException {
        requireVault(wiring);
        try (Vault vault = wiring.vaultToRead()) {
            return Large.alone(() -> wiring.packRun(vault, wiring.book(), clock).draft(edition, period));
        }
    }

    /** What came of binding: the pack, or the draft that waits for an approval. */
    public static String told(String name, PackRun.Bound bound) {
        return bound.zip().isPresent()
                ? "Pack: " + bound.file()
                : "Draft: " + bound.file() + " (SHA-256 " + bound.sha256()
                        + "). It is not issued before somebody approved it:" + " exhibit approve " + name
                        + " --as 'NAME, FUNCTION' --reason TEXT";
    }

    /** The draft of a month's pack that waits for an approval; looked for only where one is asked for. */
    public static Optional<Path> waiting(Wiring wiring, YearMonth month, InstantSource clock) throws IOException {
        if (!wiring.settings().pack().approval()) {
            return Optional.empty();
        }
        try (Vault vault = wiring.vaultToRead()) {
            return wiring.packRun(vault, wiring.book(), clock)
                    .waiting(wiring.settings().packName(month));
        }
    }

    /** The first issue of a month. */
    public static PackRun.Bound bind(Wiring wiring, YearMonth month, InstantSource clock) throws IOException {
        Period period = WhichPack.of(month, wiring.settings().schedule().zone());
        return bind(wiring, Edition.first(wiring.settings().packSeries(), period), period, clock);
    }

    /** Binds and seals one edition of a period's pack, or leaves a draft where an approval is needed before. */
    public static PackRun.Bound bind(Wiring wiring, Edition edition, Period period, InstantSource clock)
            throws IOException {
        requireVault(wiring);
        requireSoundTemplates(wiring.settings());
        return Large.alone(() -> {
            try (Vault vault = wiring.vaultToWrite(clock)) {
                return wiring.packRun(vault, wiring.book(), clock).bind(edition, period);
            }
        });
    }

    /** The rules hold in any printing; what a part forgets shows only beside the program's own. */
    static void requireSoundTemplates(Settings settings) throws IOException {
        List<Problem> problems = settings.templates().isEmpty()
                ? List.of()
                : TemplatesCheck.of(settings.ownTemplates()).problems();
        if (!problems.isEmpty()) {
            throw new Stop(ExitCode.FILE, "No pack is issued with templates that have mistakes:", problems);
        }
    }

    private static void requireVault(Wiring wiring) throws IOException {
        if (!wiring.hasVault()) {
            throw new Stop(
                    ExitCode.MISSING,
                    "There is no vault at " + wiring.settings().vault() + ". Check --vault, or run: exhibit collect");
        }
    }
}
