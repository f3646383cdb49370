package io.exhibit.console.door;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Ends connections over which the head of a request comes drop by drop: each drop is a sign of life to the server, so that it would wait for good. Who is seen so
 * twice, a quarter of a minute apart, is no browser.
 */
public final class Trickles implements LifeCycle.Listener {

    private static final long SECONDS = 15;

    /** @param dropping whether something came since the look before, and no request */
    private record Seen(long requests, long bytes, boolean dropping) {}

    private final Server server;
    private Map<Connection, Seen> seen = new IdentityHashMap<>();

    private Trickles(Server server) {
        this.server = server;
    }

    /** Looks after a server from its start to its end. */
    public static Trickles of(Server server) {
        Trickles trickles = new Trickles(server);
        server.addEventListener(trickles);
        return trickles;
    }

    @Override
    public void lifeCycleStarted(LifeCycle started) {
        again();
    }

    private void again() {
        server.getScheduler()
                .schedule(
                        () -> {
                            if (server.isRunning()) {
                                look();
                                again();
                            }
                        },
                        SECONDS,
                        TimeUnit.SECONDS);
    }

    /** Ends those that only dripped at the last look and at this one. */
    public synchronized void look() {
        Map<Connection, Seen> now = new IdentityHashMap<>();
        for (Connector connector : server.getConnectors()) {
            for (EndPoint each : connector.getConnectedEndPoints()) {
                Connection connection = innermost(each.getConnection());
                if (connection != null) {
                    Seen before = seen.get(connection);
                    Seen is = seen(connection, before);
                    if (is.dropping() && before.dropping()) {
                        each.close();
                    } else {
                        now.put(connection, is);
                    }
                }
            }
        }
        seen = now;
    }

    private static Seen seen(Connection connection, Seen before) {
        long requests = connection.getMessagesIn();
        long bytes = connection.getBytesIn();
        // A request that is being answered, or whose body is on its way, has limits of its own.
        boolean waits = requests == connection.getMessagesOut();
        return new Seen(
                requests, bytes, before != null && waits && requests == before.requests() && bytes > before.bytes());
    }

    private static Connection innermost(Connection connection) {
        if (connection instanceof SslConnection encrypted
                && encrypted.getSslEndPoint().getConnection() != null) {
            return encrypted.getSslEndPoint().getConnection();
        }
        return connection;
    }
}
