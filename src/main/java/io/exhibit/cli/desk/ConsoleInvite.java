package io.exhibit.cli.desk;

import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Said;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Invites an auditor to packs. */
@Command(
        name = "invite",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints a link by which an auditor reads named packs in the console, and nothing else.",
            "",
            "What the auditor sees is what each pack says: its report, its zip, its verification, and the month behind it by the book of then,"
                    + " down to the raw answers. The link is signed, is for these packs alone and until its end, and may be used again until then;"
                    + " take it back with exhibit console invitations --revoke, or on the page Visits. Send it to that person alone."
        },
        footer = {"", "Example:  exhibit console invite --pack EH-2026-10 --for 'Ann Auditor, Example LLP' --days 14"})
final class ConsoleInvite implements Callable<Integer> {

    private static final int MOST_DAYS = 90;

    @Mixin
    private Given given = new Given();

    @Option(
            names = "--pack",
            required = true,
            paramLabel = "NAME",
            description = "A pack that was issued; several for several.")
    private List<String> packs = new ArrayList<>();

    @Option(names = "--for", required = true, paramLabel = "NAME", description = "Who is invited: name and firm.")
    private String name;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "14",
            description = "For how long (default: ${DEFAULT-VALUE}; at most " + MOST_DAYS + ").")
    private int days;

    private final Console console;

    ConsoleInvite(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Said.nameAndFunction(name);
        if (days < 1 || days > MOST_DAYS) {
            throw new Stop(ExitCode.USAGE, "--days is from 1 to " + MOST_DAYS + ", not " + days + ".");
        }
        Settings settings = given.settings();
        requireIssued(new Wiring(settings, console));
        SystemClock clock = new SystemClock();
        Instant until = clock.instant().plus(Duration.ofDays(days)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        String ticket =
                new InvitationShelf(settings, clock).invite(name, Set.copyOf(packs), until, ConsoleCommand.drawn());
        console.result("Open: " + ConsoleCommand.base(settings) + "/enter?ticket=" + ticket);
        console.say("It is for " + name + " and " + String.join(", ", packs) + ", until " + until
                + ", and may be used again until then.");
        return ExitCode.DONE;
    }

    private void requireIssued(Wiring wiring) throws IOException {
        try (Vault vault = wiring.vaultToRead()) {
            for (String pack : packs) {
                if (!vault.packs().containsKey(pack)) {
                    throw new Stop(ExitCode.MISSING, "The log has no pack " + pack + ". See: exhibit vault list");
                }
            }
        }
    }
}
