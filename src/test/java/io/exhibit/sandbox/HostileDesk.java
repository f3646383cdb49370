package io.exhibit.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Stands before a sandbox and puts hostile words into the answers, wherever AWS lets people write what they like. */
public final class HostileDesk implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Members that no request goes by. */
    private static final Set<String> FREE = Set.of(
            "Title",
            "title",
            "Description",
            "description",
            "Comment",
            "DisplayName",
            "Email",
            "Value",
            "Sid",
            "recommendation",
            "text");

    private static final Pattern FREE_ELEMENT = Pattern.compile(
            "<(groupDescription|description|Description|value|Value|groupName|Sid|comment|Comment)>[^<]+</\\1>");

    private static final Set<String> ASIDE = Set.of("host", "connection", "content-length", "expect", "upgrade");

    private final URI sandbox;
    private final List<String> words;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong put = new AtomicLong();

    /** @param words that any text of AWS could be */
    public HostileDesk(URI sandbox, List<String> words) throws IOException {
        this.sandbox = sandbox;
        this.words = words;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many texts were replaced so far. */
    public long put() {
        return put.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(sandbox + exchange.getRequestURI().toString()))
                    .method(
                            exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!ASIDE.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!ASIDE.contains(name) && !name.equals("transfer-encoding")) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            byte[] body = hostile(answer.headers().firstValue("content-type").orElse(""), answer.body());
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            throw new IOException(e);
        } catch (RuntimeException e) {
            throw new IOException("the hostile desk failed", e);
        }
    }

    private byte[] hostile(String type, byte[] body) throws IOException {
        String text = new String(body, StandardCharsets.UTF_8);
        if (type.contains("json") && text.startsWith("{")) {
            JsonNode tree = JSON.readTree(text);
            hostile(tree);
            return JSON.writeValueAsBytes(tree);
        }
        return type.contains("xml")
                ? FREE_ELEMENT
                        .matcher(text)
                        .replaceAll(found ->
                                "<" + found.group(1) + ">" + java.util.regex.Matcher.quoteReplacement(escaped(word()))
                                        + "</" + found.group(1) + ">")
                        .getBytes(StandardCharsets.UTF_8)
                : body;
    }

    private void hostile(JsonNode node) {
        if (node instanceof ObjectNode object) {
            // The name of an account is free, that of a resource is what later requests go by.
            boolean account = object.has("JoinedMethod");
            object.fieldNames().forEachRemaining(name -> {
                if (object.get(name).isTextual() && (FREE.contains(name) || account && name.equals("Name"))) {
                    object.put(name, word());
                }
            });
        }
        node.forEach(this::hostile);
    }

    private String word() {
        return words.get((int) (put.getAndIncrement() % words.size()));
    }

    private static String escaped(String word) {
        StringBuilder xml = new StringBuilder();
        word.codePoints().forEach(c -> xml.append("&#").append(c).append(';'));
        return xml.toString();
    }

    /** Whether an answer in XML could hold it. */
    public static boolean isWritable(String word) {
        return word.codePoints().allMatch(c -> c == '\t' || c == '\n' || c >= 0x20 && (c < 0xD800 || c > 0xDFFF));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
