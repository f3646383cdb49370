package io.exhibit.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.exhibit.sandbox.objects.ObjectStore;
import io.exhibit.sandbox.wire.Digest;
import io.exhibit.sandbox.world.User;
import io.exhibit.sandbox.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A simulated AWS organization behind one endpoint on loopback, for as long as it is open. */
public final class Sandbox implements AutoCloseable {
    static {
        // The JDK's server sends head and body in two packets, and Nagle's algorithm would hold the second one for 40
        // ms.
        // It reads this once, when its first instance is made.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Desk desk;
    private final AtomicReference<World> world;

    private Sandbox(SandboxOptions options, HttpServer server) {
        this.server = server;
        World.Size size = size(options, options.accounts());
        world = new AtomicReference<>(new World(new Digest(options.seed()), options.now(), size));
        desk = new Desk(options, world::get, endpoint());
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "sandbox");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", new Mishap(desk));
        server.start();
    }

    /** Throws IOException when the port is taken. */
    public static Sandbox start(SandboxOptions options) throws IOException {
        InetSocketAddress loopback = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), options.port());
        return new Sandbox(options, HttpServer.create(loopback, 0));
    }

    static World.Size size(SandboxOptions options, int accounts) {
        return new World.Size(
                accounts,
                options.regions(),
                options.users(),
                options.findings(),
                options.alike(),
                options.threats(),
                options.busy());
    }

    /** What {@code AWS_ENDPOINT_URL} is set to. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Moves simulated time; what changed between the two instants has happened. */
    public void now(Instant instant) {
        World before = world.get();
        world.set(new World(before.digest(), instant, before.size(), before.cast()));
    }

    /** Puts other users into accounts, by account id, in the place of those that the story has there. */
    public void cast(Map<String, List<User>> users) {
        World before = world.get();
        world.set(new World(before.digest(), before.now(), before.size(), users));
    }

    public Instant now() {
        return world.get().now();
    }

    /** Replaces the faults from the next request on. */
    public void faults(List<FaultSpec> faults) {
        desk.faults(faults);
    }

    /** Tells of every request that a fault strikes, before it is answered, on the thread that answers it. */
    public void watch(Consumer<FaultKind> struck) {
        desk.watch(struck);
    }

    /** Tells of every signed request, before it is answered, on the thread that answers it: such as "123456789012/eu-west-1 kms". */
    public void listen(Consumer<String> asked) {
        desk.listen(asked);
    }

    /** From the next request on every role may do what this IAM policy names and nothing else; null lifts it. */
    public void allowOnly(JsonNode policy) {
        desk.allowOnly(policy == null ? null : new Allowed(policy));
    }

    /** The buckets in which a vault can be kept. */
    public ObjectStore objects() {
        return desk.objects();
    }

    /** How many requests came in so far. */
    public long requests() {
        return desk.requests();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
