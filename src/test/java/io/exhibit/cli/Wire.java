package io.exhibit.cli;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to a server of this machine that can be cut and mended. */
public final class Wire implements Closeable {

    private final ServerSocket listening;
    private final int to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Wire(ServerSocket listening, int to) {
        this.listening = listening;
        this.to = to;
    }

    public static Wire to(int port) throws IOException {
        Wire wire = new Wire(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), port);
        start(wire::accept);
        return wire;
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Everything that is under way breaks off, and nothing new gets through. */
    public void cut() {
        cut = true;
        open.forEach(Wire::shut);
    }

    public void mend() {
        cut = false;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket near = listening.accept();
                open.add(near);
                if (cut) {
                    shut(near);
                } else {
                    Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
                    open.add(far);
                    start(() -> pass(near, far));
                    start(() -> pass(far, near));
                }
            } catch (IOException refused) {
                // The server is down, or the wire is closed: whoever asked hears that by the closed connection.
                open.removeIf(Socket::isClosed);
            }
        }
    }

    private void pass(Socket from, Socket into) {
        try (from;
                into) {
            from.getInputStream().transferTo(into.getOutputStream());
        } catch (IOException brokenOff) {
            // Both ends hear of it, because both are closed.
        } finally {
            open.remove(from);
            open.remove(into);
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException closed) {
            // It is what was wanted.
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        open.forEach(Wire::shut);
    }
}
