package io.exhibit.cli.desk;

import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.console.ConsoleServer;
import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The console of a {@code serve} that runs, with threads of its own: what goes wrong with it is said and nothing else ends, and it begins when
 * the node is ready.
 */
public final class ConsoleNode implements Closeable {

    private static final long EVERY = 60;

    private final Wiring wiring;
    private final InstantSource clock;
    private final Console console;
    private final LinkShelf links;
    private final VisitFile visits;
    private final ScheduledExecutorService worker;
    private ConsoleServer server;
    private boolean over;

    private ConsoleNode(Settings settings, InstantSource clock, Console console) {
        // Its own reading of the book and its own door to the vault: a night waits for neither.
        this.wiring = new Wiring(settings, console);
        this.clock = clock;
        this.console = console;
        this.links = new LinkShelf(settings, clock);
        this.visits = new VisitFile(wiring, clock, ConsoleCommand.drawn());
        this.worker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "console-node");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins one, if the settings want it. */
    public static ConsoleNode begin(Settings settings, InstantSource clock, Console console) {
        ConsoleNode node = new ConsoleNode(settings, clock, console);
        if (settings.serving().console().serve()) {
            node.worker.execute(node::open);
            node.worker.execute(node.visits::seal);
            node.worker.scheduleWithFixedDelay(node.visits::tick, EVERY, EVERY, TimeUnit.SECONDS);
            node.worker.scheduleWithFixedDelay(node::renew, EVERY, EVERY, TimeUnit.SECONDS);
        }
        return node;
    }

    private synchronized void open() {
        if (over) {
            return;
        }
        try {
            server =
                    ConsoleCommand.server(wiring, wiring.settings().serving().console(), links, visits, clock, console);
            links.listening(server.address(), server.base());
            console.say("Console at " + server.base() + ".");
        } catch (IOException | RuntimeException e) {
            console.alarm("The console does not run: " + Ending.of(e).message()
                    + " The schedule goes on; start the node again when that is mended.");
        }
    }

    private synchronized void renew() {
        try {
            if (server != null) {
                server.renew();
            }
        } catch (IOException | RuntimeException e) {
            console.alarm(
                    "The console's certificate was not renewed: " + Ending.of(e).message());
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        worker.shutdownNow();
        if (server != null) {
            server.close();
            visits.close();
        }
        try {
            links.silent();
        } catch (IOException e) {
            console.alarm("That the console has ended could not be noted: "
                    + Ending.of(e).message());
        }
    }
}
