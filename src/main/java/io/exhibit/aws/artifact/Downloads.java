package io.exhibit.aws.artifact;

import io.exhibit.aws.AwsSettings;
import io.exhibit.aws.HttpLimits;
import io.exhibit.aws.Undownloaded;
import io.exhibit.collect.Attempt;
import io.exhibit.collect.Line;
import io.exhibit.collect.Redaction;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches AWS Artifact's documents from their signed addresses, without credentials and without following redirects. A
 * document is confidential and is not kept: what is reported on the line is the head of the exchange, without the address's
 * query, and in the place of the body our own statement of its digest, {@code {"bytes":N,"sha256":"..."}}; the cuts name both.
 */
final class Downloads {

    /** The address's query, which is its signature, and the document itself. */
    private static final List<String> CUTS = List.of("?", "body");

    private final DocumentHosts hosts;
    private final boolean simulated;
    private final HttpLimits limits;
    private final Line line;
    private final InstantSource clock;
    private HttpClient http;

    Downloads(AwsSettings settings, Line line, InstantSource clock) {
        this.hosts = new DocumentHosts(settings.documentHosts(), settings.endpoint());
        this.simulated = settings.simulated();
        this.limits = settings.http();
        this.line = line;
        this.clock = clock;
    }

    /**
     * The digest of the document behind a signed address.
     *
     * @throws Undownloaded when the address is not to be trusted, or no PDF came from it in full and in time
     */
    Document fetch(String address) {
        URI uri = hosts.check(address);
        PdfDigest digest = new PdfDigest(limits.documentBytes());
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(limits.silence()).GET().build();
        HttpResponse<Void> response = null;
        String error = "";
        try {
            response = exchange(request, digest);
            if (response.statusCode() != 200) {
                throw new Undownloaded(Cause.FAILED, "the document's address answered " + response.statusCode());
            }
            return digest.document();
        } catch (Undownloaded e) {
            error = e.getMessage();
            throw e;
        } finally {
            line.report(new Attempt(sent(uri), received(response, digest), error, clock.instant(), CUTS));
        }
    }

    private HttpResponse<Void> exchange(HttpRequest request, PdfDigest digest) {
        CompletableFuture<HttpResponse<Void>> coming =
                http().sendAsync(request, BodyHandlers.ofByteArrayConsumer(digest));
        Duration longest = limits.call();
        try {
            return coming.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new Undownloaded(Cause.TIMED_OUT, "the document did not come in time");
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new Undownloaded(Cause.TIMED_OUT, "the download was interrupted");
        } catch (ExecutionException e) {
            if (digest.refusal() != null) {
                throw digest.refusal();
            }
            if (e.getCause() instanceof HttpTimeoutException) {
                throw new Undownloaded(Cause.TIMED_OUT, "the document did not come in time");
            }
            boolean refused = e.getCause() instanceof ConnectException;
            throw refused
                    ? new Undownloaded(Cause.UNREACHABLE, "no connection to the document's host could be made")
                    : new Undownloaded(Cause.MALFORMED, "the document did not come in full");
        }
    }

    private Exchange.Request sent(URI uri) {
        String query = uri.getRawQuery() == null ? "" : "?" + Redaction.CUT;
        String host = simulated ? AwsSettings.SIMULATED_HOST : uri.getRawAuthority();
        return new Exchange.Request("GET", uri.getRawPath() + query, Map.of("Host", host), new byte[0]);
    }

    private Exchange.Response received(HttpResponse<Void> response, PdfDigest digest) {
        if (response == null) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        // Of the document, not of the statement that stands in its place.
        headers.keySet().removeAll(List.of("content-length", "content-encoding"));
        if (simulated) {
            headers.remove("date");
        }
        byte[] statement = digest.statement().getBytes(StandardCharsets.US_ASCII);
        return new Exchange.Response(response.statusCode(), headers, statement);
    }

    private synchronized HttpClient http() {
        if (http == null) {
            http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(limits.connect())
                    .build();
        }
        return http;
    }
}
