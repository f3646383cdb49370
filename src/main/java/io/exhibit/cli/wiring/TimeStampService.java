package io.exhibit.cli.wiring;

import io.exhibit.cli.terminal.Console;
import io.exhibit.run.Stamping;
import io.exhibit.seal.Bounded;
import io.exhibit.seal.TimeStamps;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A time stamping service over HTTP (RFC 3161, section 3.4). */
final class TimeStampService implements Stamping {

    private final URI address;
    private final Duration patience;
    private final Console console;

    /** @param patience for the whole answer */
    TimeStampService(URI address, Duration patience, Console console) {
        this.address = address;
        this.patience = patience;
        this.console = console;
    }

    @Override
    public Optional<byte[]> token(byte[] note, Optional<Instant> newest) throws IOException {
        byte[] request = TimeStamps.request(note, new BigInteger(64, new SecureRandom()));
        try {
            byte[] token = TimeStamps.token(request, answer(request));
            TimeStamps.check(token, note, newest);
            return Optional.of(token);
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            console.alarm(
                    "No time stamp from " + address + ": " + why + ". The pack is bound without one and says so.");
            throw new IOException(why, e);
        }
    }

    private byte[] answer(byte[] request) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        HttpRequest post = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/timestamp-query")
                .POST(BodyPublishers.ofByteArray(request))
                .build();
        var pending = client.sendAsync(post, BodyHandlers.ofInputStream()).thenApplyAsync(TimeStampService::body);
        try {
            return pending.get(patience.toMillis(), TimeUnit.MILLISECONDS).bytes();
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new IOException("no whole answer within " + patience.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw new IOException("not reachable: " + e.getCause().getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** A body, or why there is none. */
    private record Body(byte[] content, String trouble) {
        byte[] bytes() throws IOException {
            if (!trouble.isEmpty()) {
                throw new IOException(trouble);
            }
            return content;
        }
    }

    private static Body body(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            if (response.statusCode() != 200) {
                return new Body(new byte[0], "it answered with HTTP status " + response.statusCode());
            }
            return Bounded.read(in, TimeStamps.LONGEST)
                    .map(bytes -> new Body(bytes, ""))
                    .orElse(new Body(new byte[0], "it answered with more than a time stamp"));
        } catch (IOException e) {
            return new Body(new byte[0], "its answer broke off");
        }
    }
}
