package io.exhibit.console;

import io.exhibit.console.door.Certificates;
import io.exhibit.console.door.Doorway;
import io.exhibit.console.door.Guard;
import io.exhibit.console.door.NoUpgrades;
import io.exhibit.console.door.Pace;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.Session;
import io.exhibit.console.door.Sessions;
import io.exhibit.console.door.Shares;
import io.exhibit.console.door.Tickets;
import io.exhibit.console.door.Trickles;
import io.exhibit.console.door.VisitBook;
import io.exhibit.console.door.Visitor;
import io.exhibit.console.frame.Months;
import io.exhibit.console.frame.Screen;
import io.exhibit.console.page.Heads;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Answers browsers. */
public final class ConsoleServer implements Closeable {

    /** Everybody at once, and pages with their files: more is no person. */
    private static final int AT_ONCE = 200;

    private static final Duration EACH = Duration.ofMillis(20);

    private static final int TRIES = 10;
    private static final Duration TRY = Duration.ofSeconds(6);

    private static final int THREADS = 16;

    /** Keys and ids of other people have strokes and percent signs in them; everything else that is read in two ways is refused. */
    private static final Violation[] NAMES = {Violation.AMBIGUOUS_PATH_SEPARATOR, Violation.AMBIGUOUS_PATH_ENCODING};

    /** Characters of an address that are noted. */
    private static final int LONGEST = 2_000;

    private static final long LARGEST_FORM = 1 << 20;

    /** Bytes in a second, on the average: the largest form is over in the five minutes that a file has. */
    private static final long SLOWEST = 4_000;

    private final Javalin server;
    private final Trickles trickles;
    private final Tickets tickets;
    private final InetSocketAddress address;
    private final Doorway doorway;
    private final Optional<Certificates> certificates;

    /**
     * Listens from now on.
     *
     * @param chance draws 32 bytes that nobody can guess
     * @param mishaps hears of what went wrong while a page was made
     * @throws IOException when the address is in use, or the certificate cannot be used
     */
    public ConsoleServer(
            Doorway doorway, Desks desks, InstantSource clock, Supplier<byte[]> chance, Consumer<Throwable> mishaps)
            throws IOException {
        this.doorway = doorway;
        certificates = doorway.tls().isPresent()
                ? Optional.of(new Certificates(doorway.tls().get()))
                : Optional.empty();
        InetSocketAddress asked = doorway.address();
        Sessions sessions = new Sessions(chance, clock);
        tickets = new Tickets(doorway.links(), chance, clock);
        Guard guard = new Guard(
                certificates.isPresent(),
                doorway.proxy(),
                doorway.invitations(),
                sessions,
                new Pace(AT_ONCE, EACH, clock),
                clock);
        Screen screen = new Screen(new Months(desks.month()));
        Doors doors = new Doors(
                sessions,
                tickets,
                guard,
                new Pace(TRIES, TRY, clock),
                clock,
                desks.month(),
                screen,
                doorway.invitations(),
                doorway.visits());
        Refusals refusals = new Refusals(screen, Heads.of(certificates.isPresent()), mishaps);
        List<Route> routes = Routes.of(desks, clock, screen, doors);
        server = Javalin.create(config -> {
            settle(config);
            certificates.ifPresent(
                    known -> config.jetty.addConnector((jetty, http) -> known.connector(jetty, http, asked)));
            config.routes.before(guard::first);
            config.routes.beforeMatched(guard::second);
            routes.forEach(route -> add(config, route));
            refusals.wire(config);
            config.requestLogger.http((context, millis) -> note(doorway.visits(), context, clock, mishaps));
        });
        trickles = Trickles.of(server.jettyServer().server());
        try {
            server.start(asked.getHostString(), asked.getPort());
        } catch (RuntimeException e) {
            if (e.getCause() instanceof BindException || e.getCause() instanceof IOException) {
                throw new IOException(
                        "The console cannot listen at " + asked + ": "
                                + e.getCause().getMessage(),
                        e);
            }
            throw e;
        }
        this.address = new InetSocketAddress(asked.getAddress(), server.port());
        guard.known(here(), outside(), server.port());
    }

    /** Files of ours are no view; of who is not in, coming in alone is noted, and what was refused is counted. */
    private static void note(VisitBook visits, Context context, InstantSource clock, Consumer<Throwable> mishaps) {
        Optional<Session> session = Guard.maybe(context);
        boolean enters = context.path().equals("/enter") && context.method() == HandlerType.POST;
        if (session.isEmpty() && !enters && context.statusCode() >= 400) {
            refused(visits, context, clock, mishaps);
        }
        if (context.path().startsWith("/static/") || session.isEmpty() && !enters) {
            return;
        }
        String query = enters || context.path().equals("/enter") || context.queryString() == null
                ? ""
                : "?" + context.queryString();
        String path = context.path() + query;
        try {
            visits.note(new VisitBook.Visit(
                    clock.instant(),
                    session.map(found -> found.visitor().name()).orElse(""),
                    session.map(Session::bound).orElse(""),
                    context.method().name(),
                    path.substring(0, Math.min(LONGEST, path.length())),
                    context.statusCode()));
        } catch (IOException | RuntimeException e) {
            mishaps.accept(e);
        }
    }

    private static void refused(VisitBook visits, Context context, InstantSource clock, Consumer<Throwable> mishaps) {
        try {
            visits.refused(clock.instant(), context.statusCode());
        } catch (IOException | RuntimeException e) {
            mishaps.accept(e);
        }
    }

    private static void add(JavalinConfig config, Route route) {
        Role[] roles = route.roles().toArray(Role[]::new);
        config.routes.addHttpHandler(route.method(), route.path(), route::answer, roles);
        if (route.method() == HandlerType.GET) {
            // Left to itself the library answers HEAD by GET, and forgets for whom that is.
            config.routes.addHttpHandler(HandlerType.HEAD, route.path(), route::answer, roles);
        }
    }

    private Set<String> here() {
        return address.getAddress().isLoopbackAddress()
                ? Set.of("127.0.0.1:" + server.port(), "localhost:" + server.port(), "[::1]:" + server.port())
                : Set.of();
    }

    private Set<String> outside() {
        return doorway.names().stream()
                .flatMap(name -> Stream.of(name, name + ":" + server.port()))
                .collect(Collectors.toSet());
    }

    private static void settle(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_FORM;
        config.http.prefer405over404 = true;
        config.router.caseInsensitiveRoutes = false;
        config.router.ignoreTrailingSlashes = false;
        config.router.treatMultipleSlashesAsSingleSlash = false;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("console");
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.jetty.modifyServer(jetty -> {
            Shares shares = new Shares();
            shares.setHandler(new MinimumDataRateHandler(SLOWEST, 0));
            jetty.setHandler(new NoUpgrades(shares));
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendDateHeader(false);
            http.setUriCompliance(UriCompliance.DEFAULT.with("console", NAMES));
        });
    }

    /** What really answers, for the test that looks for a way around the table. */
    Javalin javalin() {
        return server;
    }

    /** Which looks every quarter of a minute, for the test that does not wait so long. */
    Trickles trickles() {
        return trickles;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** How it is asked for, as {@code https://console.example.org}. */
    public String base() {
        return Doorway.base(address, doorway.names(), certificates.isPresent());
    }

    /** A link that lets a visitor in, once. @throws IllegalStateException where a proxy says who comes in */
    public String link(Visitor visitor) {
        if (doorway.proxy().isPresent()) {
            throw new IllegalStateException("the proxy says who comes in");
        }
        return base() + "/enter?ticket=" + tickets.issue(visitor);
    }

    /** Takes a certificate that was renewed on the disk. @throws IOException when it cannot be used; the one before stays */
    public void renew() throws IOException {
        if (certificates.isPresent()) {
            certificates.get().renew();
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
