package io.exhibit.deliver.lane;

import com.sun.net.httpserver.HttpServer;
import io.exhibit.aws.delivery.BucketPlace;
import io.exhibit.aws.delivery.BucketSettings;
import io.exhibit.deliver.CutProxy;
import io.exhibit.deliver.Delivery;
import io.exhibit.deliver.PlacedDelivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bucket of S3Mock behind a proxy that cuts; and in its place a server that refuses to take anything. */
public final class BucketLane implements Lane {

    private static final Pattern KEY = Pattern.compile("<Key>inbox/([^<]*)</Key>");

    private final URI address;
    private final CutProxy proxy;
    private final HttpServer refusing;
    private final HttpClient http = HttpClient.newHttpClient();
    private String code = "";

    /** @param address of a server that has the bucket {@code auditor} */
    public BucketLane(URI address) throws IOException {
        this.address = address;
        this.proxy = new CutProxy(address.getPort());
        this.refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean put = exchange.getRequestMethod().equals("PUT");
            boolean bucket = exchange.getRequestURI().getPath().matches("/auditor/?");
            byte[] body = put
                    ? ("<Error><Code>" + code + "</Code><Message>Not now, not here</Message></Error>")
                            .getBytes(StandardCharsets.UTF_8)
                    : new byte[0];
            int refused = code.equals("InternalError") ? 500 : code.startsWith("KMS") ? 400 : 403;
            exchange.sendResponseHeaders(put ? refused : bucket ? 200 : 404, put ? body.length : -1);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        refusing.start();
    }

    @Override
    public Delivery in(String trouble) throws IOException {
        boolean refused = trouble.matches("[A-Z][\\w.]+");
        code = refused ? trouble : "";
        if (trouble.equals("another file")) {
            ask("PUT", "/auditor/inbox/EH-2026-10.zip", "mine");
        } else if (ask("GET", "/auditor/inbox/EH-2026-10.zip", "").equals("mine")) {
            ask("DELETE", "/auditor/inbox/EH-2026-10.zip", "");
        }
        proxy.cutAfter(trouble.equals("cut") ? 150_000 : Long.MAX_VALUE);
        int port = refused ? refusing.getAddress().getPort() : proxy.port();
        BucketSettings settings = new BucketSettings(
                trouble.equals("no bucket") ? "nobodys" : "auditor",
                "inbox/",
                "us-east-1",
                Optional.of(URI.create("http://127.0.0.1:" + port)),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
        return new PlacedDelivery("auditor", settings.address(), () -> BucketPlace.open(settings), () -> AT);
    }

    @Override
    public List<String> arrived() throws IOException {
        List<String> names = new ArrayList<>();
        Matcher keys = KEY.matcher(ask("GET", "/auditor?list-type=2&prefix=inbox/", ""));
        while (keys.find()) {
            names.add(keys.group(1));
        }
        return names;
    }

    private String ask(String method, String path, String body) throws IOException {
        try {
            return http.send(
                            HttpRequest.newBuilder(address.resolve(path))
                                    .method(
                                            method,
                                            body.isEmpty()
                                                    ? HttpRequest.BodyPublishers.noBody()
                                                    : HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next test finds nothing there. */
    @Override
    public void close() throws IOException {
        for (String name : arrived()) {
            ask("DELETE", "/auditor/inbox/" + name, "");
        }
        proxy.close();
        refusing.stop(0);
    }
}
