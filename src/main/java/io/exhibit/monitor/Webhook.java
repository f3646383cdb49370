package io.exhibit.monitor;

import io.exhibit.run.watch.Channel;
import io.exhibit.run.watch.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts messages as JSON to an address, signed as standardwebhooks.com says: {@code webhook-id}, {@code webhook-timestamp} in
 * seconds, and {@code webhook-signature}, {@code v1,} with the base64 of HMAC-SHA256 over {@code id.timestamp.body}.
 */
public final class Webhook implements Channel {

    private static final String PREFIX = "whsec_";

    private final URI address;
    private final Supplier<String> secret;
    private final Duration patience;

    /**
     * @param secret its bytes are the key, or what follows {@code whsec_} in base64; asked for each time
     * @param patience for the whole answer
     */
    public Webhook(URI address, Supplier<String> secret, Duration patience) {
        this.address = address;
        this.secret = secret;
        this.patience = patience;
    }

    /** Without path and query, which may hold a token. */
    @Override
    public String name() {
        return "webhook at " + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    @Override
    public String check() throws IOException {
        signature(secret.get(), "", "", new byte[0]);
        return new Reach(address, name(), patience).check() + "; whether it takes messages shows with the first one";
    }

    @Override
    public void send(Message message) throws IOException {
        byte[] body = message.json();
        String time = String.valueOf(message.at().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("webhook-id", message.id())
                .header("webhook-timestamp", time)
                .header("webhook-signature", "v1," + signature(secret.get(), message.id(), time, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpClient client = HttpClient.newBuilder()
                // Receivers need not know what an upgrade to HTTP/2 is.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        int status = status(client.sendAsync(request, BodyHandlers.discarding()));
        if (status / 100 != 2) {
            throw new IOException(name() + " answered with " + status
                    + (status / 100 == 3
                            ? "; redirects are not followed. Write the address that it leads to."
                            : ", and only an answer from 200 to 299 says that it took the message."));
        }
    }

    static String signature(String secret, String id, String time, byte[] body) {
        byte[] key = secret.startsWith(PREFIX)
                ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private int status(CompletableFuture<HttpResponse<Void>> answer) throws IOException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException(name() + " did not answer within " + patience.toSeconds() + " seconds.", e);
        } catch (ExecutionException e) {
            Throwable why = e.getCause();
            String words = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
            throw new IOException(name() + " could not be reached: " + words + ". Check address and network.", why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while " + name() + " was being told", e);
        }
    }
}
