package io.exhibit.cli.desk;

import io.exhibit.cli.settings.ConsoleSettings;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Said;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.console.ConsoleServer;
import io.exhibit.console.Desks;
import io.exhibit.console.door.Doorway;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.TrustedProxy;
import io.exhibit.console.door.VisitBook;
import io.exhibit.console.door.Visitor;
import io.exhibit.console.frame.Desk;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the vault and the book in a browser. */
@Command(
        name = "console",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = {ConsoleLink.class, ConsoleInvite.class, ConsoleInvitations.class},
        description = {
            "Shows in a browser how the month stands: what needs a person, every control with its tests, findings, coverage, packs"
                    + " and runs, and from each claim the way down to the raw answer of AWS that proves it. It listens on this host"
                    + " alone unless the settings say otherwise (console), and holds no AWS credentials. The book is edited there in"
                    + " drafts; one that was approved is published into the files, and the log has the approval.",
            "",
            "It prints a link that lets one browser in, once, within 15 minutes. Whoever may start this command may see what it shows."
                    + " Where a proxy signs people in (console.proxy) there are no links. Stop it with Ctrl-C."
        },
        footer = {"", "Example:  exhibit console --as 'Jane Doe, Security Official'"})
public final class ConsoleCommand implements Callable<Integer> {

    private static final int CHANCE = 32;

    @Mixin
    private Given given = new Given();

    @Mixin
    private ComesIn who = new ComesIn();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where it listens, instead of the setting (console.port, 9465); 0 takes a free one.")
    private Integer port;

    private final Console console;

    ConsoleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port != null && (port < 0 || port > 65_535)) {
            throw new Stop(ExitCode.USAGE, "--port is from 0 to 65535.");
        }
        Visitor visitor = visitor(who.name);
        Settings settings = given.settings();
        ConsoleSettings asked = settings.serving().console();
        Wiring wiring = new Wiring(settings, console);
        VaultDesk desk = new VaultDesk(wiring, new SystemClock());
        console.say("Reading the month ...");
        desk.standing(desk.usual());
        VisitFile visits = new VisitFile(wiring, new SystemClock(), drawn());
        try (ConsoleServer server = server(
                wiring,
                port == null ? asked : asked.at(port),
                desk,
                Doorway.HandedLinks.NONE,
                visits,
                new SystemClock(),
                console)) {
            if (asked.proxy().isPresent()) {
                console.result("Open: " + server.base());
                console.say("The proxy says who comes in. Stop the console with Ctrl-C.");
            } else {
                console.result("Open: " + server.link(visitor));
                console.say("The link lets one browser in, once, within 15 minutes. Stop the console with Ctrl-C.");
            }
            visits.seal();
            // Until it is stopped; what is noted by then the next console seals.
            while (!new CountDownLatch(1).await(1, TimeUnit.MINUTES)) {
                visits.tick();
            }
        }
        return ExitCode.DONE;
    }

    /** @throws IOException when it cannot listen, or its certificate cannot be used */
    public static ConsoleServer server(
            Wiring wiring,
            ConsoleSettings asked,
            Doorway.HandedLinks links,
            VisitBook visits,
            InstantSource clock,
            Console console)
            throws IOException {
        return server(wiring, asked, new VaultDesk(wiring, clock), links, visits, clock, console);
    }

    private static ConsoleServer server(
            Wiring wiring,
            ConsoleSettings asked,
            Desk desk,
            Doorway.HandedLinks links,
            VisitBook visits,
            InstantSource clock,
            Console console)
            throws IOException {
        return new ConsoleServer(
                new Doorway(
                        asked.address(),
                        asked.names(),
                        asked.tls(),
                        asked.proxy().map(known -> proxy(known, asked)),
                        links,
                        new InvitationShelf(wiring.settings(), clock),
                        visits),
                desks(wiring, desk, clock, console),
                clock,
                ConsoleCommand::drawn,
                mishap -> console.alarm(
                        "A page could not be made: " + Ending.of(mishap).message()));
    }

    private static TrustedProxy proxy(ConsoleSettings.Proxy proxy, ConsoleSettings asked) {
        Map<String, Visitor> people = new HashMap<>();
        asked.people().forEach(person -> people.put(person.login(), new Visitor(person.name(), person.roles())));
        return new TrustedProxy(proxy.header(), proxy.client(), proxy.secret()::value, people);
    }

    /** How browsers ask for the console of the settings. */
    static String base(Settings settings) {
        ConsoleSettings asked = settings.serving().console();
        return Doorway.base(asked.address(), asked.names(), asked.tls().isPresent());
    }

    static void requireLinks(Settings settings) {
        if (settings.serving().console().proxy().isPresent()) {
            throw new Stop(
                    ExitCode.SETTINGS,
                    "The proxy says who comes in (console.proxy): there are no links. Whoever shall come in stands in console.people.");
        }
    }

    /** What is changed, approved or paused is somebody's; whoever does not say who it is only looks. */
    static Visitor visitor(String name) {
        if (name == null) {
            return new Visitor("A reader", Set.of(Role.VIEWER));
        }
        Said.nameAndFunction(name);
        return Visitor.withEveryRole(name);
    }

    /** By the settings alone: nothing here asks AWS. */
    public static Desks desks(Wiring wiring, Desk month, InstantSource clock, Console console) {
        return new Desks(
                month,
                new BookOffice(wiring, clock),
                new PackOffice(wiring, clock, console),
                new PackRooms(wiring, month, clock),
                new ScheduleOffice(wiring, clock));
    }

    /** 32 random bytes, from which nobody guesses a ticket. */
    public static byte[] drawn() {
        byte[] drawn = new byte[CHANCE];
        new SecureRandom().nextBytes(drawn);
        return drawn;
    }
}
