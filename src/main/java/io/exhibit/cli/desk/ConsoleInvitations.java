package io.exhibit.cli.desk;

import io.exhibit.cli.settings.Given;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Said;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.console.door.Invitations.Invited;
import java.io.IOException;
import java.time.Instant;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows who is invited, and takes invitations back. */
@Command(
        name = "invitations",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lists who is invited to which packs and until when, the newest first.",
            "",
            "With --revoke one is taken back: its link lets nobody in any more, and a visit by it ends with its next click."
        },
        footer = {
            "",
            "Example:  exhibit console invitations",
            "          exhibit console invitations --revoke 5f0c2a9e11d04b7a --as 'Jane Roe, Privacy Officer'"
        })
final class ConsoleInvitations implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Option(names = "--revoke", paramLabel = "ID", description = "Take this one back.")
    private String revoke;

    @Option(names = "--as", paramLabel = "NAME", description = "Who takes it back: name and function.")
    private String name;

    private final Console console;

    ConsoleInvitations(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        SystemClock clock = new SystemClock();
        InvitationShelf shelf = new InvitationShelf(given.settings(), clock);
        if (revoke != null) {
            if (name == null) {
                throw new Stop(ExitCode.USAGE, "An invitation is taken back by somebody: give --as 'NAME, FUNCTION'.");
            }
            Said.nameAndFunction(name);
            if (!shelf.revoke(revoke, name)) {
                throw new Stop(
                        ExitCode.MISSING,
                        "There is no invitation " + revoke + " that holds. See: exhibit console invitations");
            }
            console.result("Taken back: " + revoke);
            return ExitCode.DONE;
        }
        Instant now = clock.instant();
        for (Invited each : shelf.all()) {
            String state = !each.revoked().isEmpty()
                    ? "taken back by " + each.revoked()
                    : now.isBefore(each.until()) ? "until " + each.until() : "ended on " + each.until();
            console.result(each.id() + "  " + each.name() + ": " + String.join(", ", new TreeSet<>(each.packs())) + ", "
                    + state);
        }
        return ExitCode.DONE;
    }
}
