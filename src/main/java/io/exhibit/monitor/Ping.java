package io.exhibit.monitor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A sign of life (a GET) for a service that alarms when none comes: the one fault that a node cannot tell of itself is that it is gone. */
public final class Ping {

    private final URI address;
    private final Duration patience;

    public Ping(URI address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /** Looks whether the address can be reached, and gives no sign. */
    public String check() throws IOException {
        return new Reach(address, "the service at " + address.getHost(), patience).check();
    }

    /**
     * Gives the sign.
     *
     * @throws IOException when it was not taken; the message holds no path, which may be a token
     */
    public void send() throws IOException {
        String name = "The ping to " + address.getHost();
        HttpClient client = HttpClient.newBuilder()
                // Receivers need not know what an upgrade to HTTP/2 is.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(
                HttpRequest.newBuilder(address).timeout(patience).GET().build(), BodyHandlers.discarding());
        try {
            int status = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            if (status / 100 != 2) {
                throw new IOException(name + " was answered with " + status + ".");
            }
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException(name + " was not answered within " + patience.toSeconds() + " seconds.", e);
        } catch (ExecutionException e) {
            throw new IOException(name + " did not get through. Check monitor.ping and the network.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped during a ping", e);
        }
    }
}
