package io.exhibit.monitor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Whether an address could be asked something. It is connected to, and shows its certificate; nothing is asked.
 *
 * @param name of it in messages, which has no path, because that may be a token
 */
record Reach(URI address, String name, Duration patience) {

    String check() throws IOException {
        ProxySelector proxies = ProxySelector.getDefault();
        List<Proxy> ways = proxies == null ? List.of(Proxy.NO_PROXY) : proxies.select(address);
        if (ways.stream().noneMatch(way -> way.type() == Proxy.Type.DIRECT)) {
            throw new IOException(
                    name + " is reached by the proxy " + ways.get(0).address()
                            + ", and that cannot be tried without asking something. Ask it by hand, by that proxy.");
        }
        boolean secure = address.getScheme().equals("https");
        int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), port), (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            if (secure) {
                shake(socket, port);
            }
        } catch (UnknownHostException e) {
            throw new IOException("The name of " + name + " is not known. Check the address, and this host's DNS.", e);
        } catch (SSLException e) {
            throw new IOException(
                    name + " did not show a certificate that this Java trusts for its name: " + e.getMessage()
                            + ". Nothing was asked. Check the address, or give Java the authority that issued it.",
                    e);
        } catch (IOException e) {
            throw new IOException(
                    name + " could not be reached: " + e.getMessage() + ". Check address, port and network.", e);
        }
        return secure ? "answers, with a certificate of its name" : "answers, without TLS";
    }

    private void shake(Socket socket, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secure = (SSLSocket) factory.createSocket(socket, address.getHost(), port, true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
    }
}
