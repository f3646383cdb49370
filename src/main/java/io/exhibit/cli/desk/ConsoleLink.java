package io.exhibit.cli.desk;

import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.SystemClock;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets somebody into the console of a serve that runs. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints a link to the console of the exhibit serve that runs by these settings (console.serve).",
            "",
            "It lets one browser in, once, within 15 minutes. It is handed over in the folder of the state, so it takes the user of the node."
                    + " Where a proxy signs people in (console.proxy) there are no links."
        },
        footer = {"", "Example:  exhibit console link --as 'Jane Roe, Privacy Officer'"})
final class ConsoleLink implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Mixin
    private ComesIn who = new ComesIn();

    private final Console console;

    ConsoleLink(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ConsoleCommand.visitor(who.name);
        Settings settings = given.settings();
        ConsoleCommand.requireLinks(settings);
        console.result("Open: " + new LinkShelf(settings, new SystemClock()).put(who.name, ConsoleCommand.drawn()));
        console.say("The link lets one browser in, once, within 15 minutes.");
        return ExitCode.DONE;
    }
}
