package io.exhibit.cli.packs;

import io.exhibit.assessment.Period;
import io.exhibit.cli.settings.ChannelSettings;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Said;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.run.Edition;
import io.exhibit.run.PackRun;
import io.exhibit.seal.Profile;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Approves the draft of a pack. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Seals that a named person approved the draft of a pack, issues the pack and delivers it.",
            "",
            "With pack.approval: required a pack is not issued when it is due: its draft is drawn up as NAME.draft.pdf and waits. The pack"
                    + " is",
            "printed from the same state of the log as the draft, whatever was sealed since; when book, templates or program would"
                    + " print",
            "another draft by now, nothing is approved. The cover names who approved it; of a masked pack no more than it shows.",
            "",
            "The key of the log signs the approval: that shows when it was said, in this log, and not who typed the name."
        },
        footer = {
            "",
            "Example:  exhibit approve EH-2026-10 --as 'Jane Doe, Security Official' --reason 'Read, and discussed on 3 November'"
        })
public final class ApproveCommand implements Callable<Integer> {

    private static final int LONGEST_REASON = 2000;

    @Mixin
    private Given given = new Given();

    @Parameters(paramLabel = "PACK", description = "Name of the pack, such as EH-2026-10.")
    private String pack;

    @Option(names = "--as", required = true, paramLabel = "NAME", description = "Who approves it: name and function.")
    private String name;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, in a sentence.")
    private String reason;

    @Option(
            names = "--sha256",
            paramLabel = "DIGEST",
            description = "The draft that was looked at; another one is not approved.")
    private String seen;

    private final Console console;

    ApproveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return approve(given.settings(), pack, name, reason, seen == null ? "" : seen, console);
    }

    /** Does it, for whoever asks; what can be refused before anything is read is. */
    public static int approve(Settings base, String pack, String name, String reason, String seen, Console console)
            throws IOException {
        Said.nameAndFunction(name);
        Said.line("--reason", reason, LONGEST_REASON);
        Settings settings = settings(base, pack);
        Period period;
        Edition edition;
        try {
            period = Edition.period(pack, settings.schedule().zone());
            edition = Edition.named(pack);
        } catch (IllegalArgumentException e) {
            throw new Stop(ExitCode.USAGE, "\"" + pack + "\" is no name of a pack. It is like EH-2026-10.");
        }
        if (!settings.pack().approval()) {
            throw new Stop(
                    ExitCode.SETTINGS,
                    "The settings ask for no approval (pack.approval): exhibit pack issues packs at once.");
        }
        Wiring wiring = new Wiring(settings, console);
        SystemClock clock = new SystemClock();
        wiring.vaultToRead().close();
        PackCommand.requireSoundTemplates(settings);
        try (Vault vault = wiring.vaultToWrite(clock)) {
            PackRun.Bound bound =
                    wiring.packRun(vault, wiring.book(), clock).approve(edition, period, name, reason, seen);
            console.result("Approved by " + name + ".");
            bound.zip().ifPresent(zip -> console.say("With all that it rests on: " + zip));
            console.result("Pack: " + bound.file());
        }
        return PackCommand.delivered(wiring, pack, clock, console);
    }

    /** Of the framework and the profile that the name of the pack tells. */
    public static Settings settings(Settings settings, String pack) {
        String prefix = settings.pack().prefix();
        Profile profile = ChannelSettings.profile(prefix, pack);
        Settings shown = settings.withProfile(profile);
        String rest = pack.startsWith(prefix + "-") ? pack.substring(prefix.length() + 1) : pack;
        String framework = rest.replaceFirst((profile.masks() ? profile.word() + "-" : "") + "\\d{4}-\\d{2}.*", "")
                .replaceFirst("-$", "");
        return shown.withFramework(framework.isEmpty() ? Settings.FRAMEWORK : framework);
    }
}
