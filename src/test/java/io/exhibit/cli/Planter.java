package io.exhibit.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Stands before the simulated AWS, plants secrets in its answers, and learns those that go by. */
final class Planter implements AutoCloseable {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "http2-settings");
    private static final Pattern SIGNATURE = Pattern.compile("Signature=([0-9a-f]{64})");
    private static final Pattern OPENS =
            Pattern.compile("X-Amz-Signature=([0-9a-zA-Z%]+)|\"termToken\" ?: ?\"([^\"]+)");

    private final URI behind;
    private final List<Plant> plants;
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Integer> planted = new ConcurrentHashMap<>();
    private final Map<String, String> learnt = new ConcurrentHashMap<>();
    private final AtomicInteger documents = new AtomicInteger();
    private final String errorSays;

    /**
     * What takes the place of a text in the answers to some requests.
     *
     * @param request pattern in target, action and path of the request
     * @param text pattern in the answer, of which the first one is replaced
     */
    record Plant(String name, String request, String text, String by) {}

    /** @param errorSays what the one error repeats that is made up, and the one redirect */
    Planter(URI behind, List<Plant> plants, String errorSays) throws IOException {
        this.behind = behind;
        this.plants = plants;
        this.errorSays = errorSays;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                pass(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How often each secret was planted, by its name. */
    Map<String, Integer> planted() {
        return planted;
    }

    /** Secrets that the simulated AWS or the SDK made, by a name. */
    Map<String, String> learnt() {
        return learnt;
    }

    private void pass(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] asked = exchange.getRequestBody().readAllBytes();
        String request = exchange.getRequestHeaders().getFirst("X-Amz-Target") + " " + exchange.getRequestURI() + " "
                + new String(asked, StandardCharsets.UTF_8);
        learn(
                SIGNATURE,
                "signature of a request",
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        HttpRequest.Builder on = HttpRequest.newBuilder(
                        URI.create(behind + exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(asked));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> on.header(name, value));
            }
        });
        HttpResponse<byte[]> answer = client.send(on.build(), HttpResponse.BodyHandlers.ofByteArray());
        answer.headers().map().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.getResponseHeaders().add("Set-Cookie", "session=" + errorSays);
        boolean document = request.contains("X-Amz-Signature=")
                && exchange.getRequestMethod().equals("GET");
        if (document && documents.incrementAndGet() == 2) {
            planted.merge("redirect", 1, Integer::sum);
            exchange.getResponseHeaders().add("Location", "https://b.s3.amazonaws.com/r?X-Amz-Signature=" + errorSays);
            exchange.sendResponseHeaders(302, -1);
        } else if (request.contains("Shield_20160616.DescribeSubscription")) {
            planted.merge("error", 1, Integer::sum);
            send(
                    exchange,
                    403,
                    ("{\"__type\":\"SignatureDoesNotMatch\",\"message\":\"should have been\\n" + "x-amz-security-token:"
                                    + errorSays + "\\n\"}")
                            .getBytes(StandardCharsets.UTF_8));
        } else {
            send(exchange, answer.statusCode(), planted(exchange, request, answer.body()));
        }
    }

    private byte[] planted(HttpExchange exchange, String request, byte[] body) throws IOException {
        String text =
                new String(body, StandardCharsets.ISO_8859_1).replace(behind.getAuthority(), uri().getAuthority());
        learn(OPENS, "what opens a document", text);
        for (Plant plant : plants) {
            Matcher found = Pattern.compile(plant.text()).matcher(text);
            if (request.contains(plant.request()) && found.find()) {
                planted.merge(plant.name(), 1, Integer::sum);
                text = found.replaceFirst(plant.by());
            }
        }
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (text.contains("documentPresignedUrl") && planted.merge("packed", 1, Integer::sum) % 2 == 0) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(bytes);
            }
            return packed.toByteArray();
        }
        return bytes;
    }

    private void learn(Pattern secret, String name, String text) {
        Matcher found = secret.matcher(text);
        while (found.find()) {
            boolean first = found.groupCount() == 1 || found.group(1) != null;
            String kind = first ? name : name + ", a token";
            // Some of each kind, for each is searched for everywhere.
            if (learnt.values().stream().filter(kind::equals).count() < 4) {
                learnt.putIfAbsent(found.group(first ? 1 : 2), kind);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Override
    public String toString() {
        return new TreeMap<>(planted).toString();
    }
}
