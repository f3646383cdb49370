package io.exhibit.console.door;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** TLS of this console: 1.2 and 1.3, with the certificate that lies in files, and with the next one once it lies there. */
public final class Certificates {

    private final TlsFiles files;
    private final SslContextFactory.Server context = new SslContextFactory.Server();
    private FileTime taken;

    /** @throws IOException with a sentence when they cannot be used */
    public Certificates(TlsFiles files) throws IOException {
        this.files = files;
        KeyStore store = files.load();
        taken = files.written();
        context.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        // The list of names is the guard's, which answers with a sentence.
        context.setSniRequired(false);
        use(context, store);
    }

    private static void use(SslContextFactory context, KeyStore store) {
        context.setKeyStore(store);
        context.setKeyStorePassword("");
    }

    /** A connector whose connections are given the certificate that holds when they begin. */
    public Connector connector(Server server, HttpConfiguration http, InetSocketAddress address) {
        ServerConnector connector = new ServerConnector(
                server, new SslConnectionFactory(context, "http/1.1"), new HttpConnectionFactory(http));
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        return connector;
    }

    /** Reads the files again when they were written since; a pair that does not fit leaves the one before in use and throws. */
    public synchronized void renew() throws IOException {
        FileTime written = files.written();
        if (written.equals(taken)) {
            return;
        }
        KeyStore store = files.load();
        try {
            context.reload(known -> use(known, store));
        } catch (Exception e) {
            throw new IOException(
                    "The certificate " + files.certificate() + " cannot be used (" + e.getMessage() + ").", e);
        }
        taken = written;
    }
}
