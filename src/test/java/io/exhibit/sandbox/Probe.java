package io.exhibit.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Asks a sandbox by bare HTTP, with nothing but the credential scope of a signature. */
record Probe(URI endpoint, String account, String region, Duration patience) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    record Reply(int status, Map<String, String> headers, String body) {
        JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (IOException e) {
                throw new AssertionError(body, e);
            }
        }
    }

    static Probe of(Sandbox sandbox) {
        return new Probe(sandbox.endpoint(), "111122223333", "us-east-1", Duration.ofSeconds(20));
    }

    Probe in(String otherAccount) {
        return new Probe(endpoint, otherAccount, region, patience);
    }

    Probe at(String otherRegion) {
        return new Probe(endpoint, account, otherRegion, patience);
    }

    Probe waiting(Duration other) {
        return new Probe(endpoint, account, region, other);
    }

    Reply query(String service, String action, Map<String, String> parameters) throws Exception {
        Map<String, String> form = new TreeMap<>(parameters);
        form.put("Action", action);
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(signed(service, "/")
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply json(String service, String target, String body) throws Exception {
        return send(signed(service, "/")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", target)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply get(String service, String path) throws Exception {
        return send(signed(service, path).GET());
    }

    Reply post(String service, String path, String body) throws Exception {
        return send(signed(service, path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply unsigned(URI address) throws Exception {
        return send(HttpRequest.newBuilder(address).GET());
    }

    private HttpRequest.Builder signed(String service, String path) {
        return HttpRequest.newBuilder(URI.create(endpoint + path))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=ASIA" + account + "TEST/20261001/" + region + "/" + service
                                + "/aws4_request, SignedHeaders=host, Signature=00");
    }

    private Reply send(HttpRequest.Builder request) throws Exception {
        // The client's own timeout ends with the response's head; this one lasts until the body is there.
        CompletableFuture<HttpResponse<byte[]>> answer = HTTP.sendAsync(request.build(), BodyHandlers.ofByteArray());
        HttpResponse<byte[]> response;
        try {
            response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw e;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Reply(response.statusCode(), headers, new String(response.body(), StandardCharsets.UTF_8));
    }
}
