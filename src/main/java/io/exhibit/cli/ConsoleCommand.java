package io.exhibit.cli;

import io.exhibit.console.ConsoleServer;
import io.exhibit.console.Desk;
import io.exhibit.console.Desks;
import io.exhibit.console.Role;
import io.exhibit.console.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the vault and the book in a browser. */
@Command(
        name = "console",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows in a browser of this host how the month stands: what needs a person, every control with its tests, findings, coverage,"
                    + " packs",
            "and runs, and from each claim the way down to the raw answer of AWS that proves it. It listens on loopback alone and holds no",
            "AWS credentials. The book is edited there in drafts; one that was approved is published into the files, and the log",
            "has the approval.",
            "",
            "It prints a link that lets one browser in, once, within 15 minutes. Whoever may start this command may see what it shows. Stop it with"
                    + " Ctrl-C."
        },
        footer = {"", "Example:  exhibit console --as 'Jane Doe, Security Official'"})
final class ConsoleCommand implements Callable<Integer> {

    private static final int PORT = 9465;
    private static final int CHANCE = 32;

    @Mixin
    private Given given = new Given();

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Who comes in: name and function. Without it all can be read and nothing changed.")
    private String name;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "" + PORT,
            description = "Where it listens on 127.0.0.1 (default: ${DEFAULT-VALUE}; 0 takes a free one).")
    private int port;

    private final Console console;

    ConsoleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new Stop(ExitCode.USAGE, "--port is from 0 to 65535.");
        }
        Visitor visitor = visitor(name);
        Wiring wiring = new Wiring(given.settings(), console);
        VaultDesk desk = new VaultDesk(wiring, new SystemClock());
        console.say("Reading the month ...");
        desk.standing(desk.usual());
        try (ConsoleServer server = new ConsoleServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                desks(wiring, desk, new SystemClock(), console),
                new SystemClock(),
                ConsoleCommand::drawn,
                mishap -> console.alarm(
                        "A page could not be made: " + Ending.of(mishap).message()))) {
            console.result("Open: " + server.link(visitor));
            console.say("The link lets one browser in, once, within 15 minutes. Stop the console with Ctrl-C.");
            new CountDownLatch(1).await();
        }
        return ExitCode.DONE;
    }

    /** What is changed, approved or paused is somebody's; whoever does not say who it is only looks. */
    static Visitor visitor(String name) {
        if (name == null) {
            return new Visitor("A reader", Set.of(Role.VIEWER));
        }
        MappingsApprove.requireNameAndFunction(name);
        return Visitor.withEveryRole(name);
    }

    /** By the settings alone: nothing here asks AWS. */
    static Desks desks(Wiring wiring, Desk month, InstantSource clock, Console console) {
        return new Desks(
                month,
                new BookOffice(wiring, clock),
                new PackOffice(wiring, clock, console),
                new ScheduleOffice(wiring, clock));
    }

    private static byte[] drawn() {
        byte[] drawn = new byte[CHANCE];
        new SecureRandom().nextBytes(drawn);
        return drawn;
    }
}
