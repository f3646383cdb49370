package io.exhibit.deliver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Passes bytes on, and drops each connection after so many that went to the server. */
public final class CutProxy implements AutoCloseable {

    private final ServerSocket socket;
    private final int port;
    private volatile long most = Long.MAX_VALUE;

    /** @param port of the server, on loopback */
    public CutProxy(int port) throws IOException {
        this.port = port;
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public CutProxy cutAfter(long bytes) {
        most = bytes;
        return this;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                run(() -> pass(client, server, most));
                run(() -> pass(server, client, Long.MAX_VALUE));
            } catch (IOException e) {
                // The end.
            }
        }
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task, "cut proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void pass(Socket from, Socket to, long most) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[8192];
            long passed = 0;
            for (int n = in.read(piece); n >= 0 && passed + n <= most; n = in.read(piece)) {
                out.write(piece, 0, n);
                passed += n;
            }
        } catch (IOException e) {
            // One of them went away.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
