package io.exhibit.aws;

import io.exhibit.collect.Attempt;
import io.exhibit.collect.Line;
import io.exhibit.collect.Nesting;
import io.exhibit.evidence.Exchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sits between the SDK and its HTTP client and reports every attempt as it went over the wire, on the caller's thread:
 * refused connections and broken bodies included. (An execution interceptor sees neither, nor the body of a query request.)
 * What the SDK parses afterwards are the very bytes that were reported.
 */
final class Tap implements SdkHttpClient {

    private static final byte[] NOTHING = {};

    private final SdkHttpClient under;
    private final Line line;
    private final InstantSource clock;
    private final int limit;
    private final Supplier<Pace> pace;
    private final boolean simulated;

    /**
     * @param limit bytes of one answer
     * @param pace of the account that is spoken for
     * @param simulated what differs between two simulations of the same instant is left out: the port, and the true date
     */
    Tap(SdkHttpClient under, Line line, InstantSource clock, int limit, Supplier<Pace> pace, boolean simulated) {
        this.under = under;
        this.line = line;
        this.clock = clock;
        this.limit = limit;
        this.pace = pace;
        this.simulated = simulated;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest untapped = under.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return exchange(request, untapped);
            }

            @Override
            public void abort() {
                untapped.abort();
            }
        };
    }

    private HttpExecuteResponse exchange(HttpExecuteRequest request, ExecutableHttpRequest untapped)
            throws IOException {
        Exchange.Request sent = request(request);
        pace.get().await(sent.headers().getOrDefault("X-Amz-Target", ""));
        Received body = new Received(limit);
        HttpExecuteResponse got = null;
        String error = "not answered in time";
        try {
            got = untapped.call();
            read(got, body, untapped);
            if (Nesting.isTooDeep(response(got, body))) {
                throw RefusedAnswer.tooDeep();
            }
            error = "";
        } catch (IOException e) {
            error = got == null ? "no answer: " + e.getMessage() : e.getMessage();
            throw e;
        } catch (RefusedAnswer e) {
            error = e.getMessage();
            throw e;
        } finally {
            // Also when the SDK's own timeout cut in.
            line.report(new Attempt(sent, got == null ? null : response(got, body), error, clock.instant(), List.of()));
        }
        return HttpExecuteResponse.builder()
                .response(got.httpResponse())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body.bytes())))
                .build();
    }

    private void read(HttpExecuteResponse got, Received body, ExecutableHttpRequest untapped) throws IOException {
        if (got.responseBody().isEmpty()) {
            return;
        }
        try (InputStream in = got.responseBody().get()) {
            if (!body.read(in, announced(got))) {
                untapped.abort();
                throw RefusedAnswer.tooLarge(limit);
            }
        } catch (IOException e) {
            throw new BrokenBody(body.size(), e);
        }
    }

    private static long announced(HttpExecuteResponse got) {
        return got.httpResponse()
                .firstMatchingHeader("Content-Length")
                .filter(length -> length.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private Exchange.Request request(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest head = request.httpRequest();
        byte[] body = NOTHING;
        if (request.contentStreamProvider().isPresent()) {
            try (InputStream in = request.contentStreamProvider().get().newStream()) {
                body = in.readAllBytes();
            }
        }
        URI uri = head.getUri();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        head.forEachHeader((name, values) -> headers.put(name, String.join(", ", values)));
        headers.put("Host", simulated ? AwsSettings.SIMULATED_HOST : uri.getRawAuthority());
        return new Exchange.Request(head.method().name(), uri.getRawPath() + query, headers, body);
    }

    private Exchange.Response response(HttpExecuteResponse got, Received body) {
        Map<String, String> headers = new TreeMap<>();
        got.httpResponse()
                .forEachHeader((String name, List<String> values) -> headers.merge(
                        name.toLowerCase(Locale.ROOT), String.join(", ", values), (a, b) -> a + ", " + b));
        if (simulated) {
            headers.remove("date");
        }
        return new Exchange.Response(got.httpResponse().statusCode(), headers, body.bytes());
    }

    @Override
    public String clientName() {
        return under.clientName();
    }

    /** The client under it is shared by all taps and closed by its owner. */
    @Override
    public void close() {}
}
