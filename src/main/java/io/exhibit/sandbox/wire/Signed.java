package io.exhibit.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTTP request with its SigV4 credential scope read; the signature itself is not checked, any secret will do.
 *
 * @param headers by lower-case name, the first value of each
 */
public record Signed(String service, String target, byte[] body, Map<String, String> headers, Ask ask) {
    private static final Pattern SCOPE =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([a-z0-9-]+)/([a-z0-9-]+)/aws4_request.*");

    /** The service is "" when the request is not signed. */
    public static Signed read(HttpExchange exchange, String managementAccount) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        URI uri = exchange.getRequestURI();
        String type = header(exchange, "Content-Type");
        Map<String, String> parameters = new TreeMap<>();
        decode(uri.getRawQuery(), parameters);
        boolean form = type.startsWith("application/x-www-form-urlencoded");
        if (form) {
            decode(new String(body, StandardCharsets.UTF_8), parameters);
        }
        JsonNode json = Json.read(form ? new byte[0] : body);
        Matcher scope = SCOPE.matcher(header(exchange, "Authorization"));
        boolean signed = scope.matches();
        String service = signed ? service(scope.group(4), uri.getPath(), parameters) : "";
        Caller caller =
                Caller.of(signed ? scope.group(1) : "", header(exchange, "X-Amz-Security-Token"), managementAccount);
        Ask ask = new Ask(
                caller,
                service,
                signed ? scope.group(3) : "",
                exchange.getRequestMethod(),
                uri.getPath(),
                "",
                parameters,
                json,
                Ask.Paging.USUAL);
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Signed(service, header(exchange, "X-Amz-Target"), body, headers, ask);
    }

    /** The value of a header by its lower-case name, or "". */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** What the caller called the operation, for a service that has none such. */
    public String asked() {
        if (!target.isEmpty()) {
            return target.substring(target.indexOf('.') + 1);
        }
        return ask.member("Action").orElse(ask.method() + " " + ask.path());
    }

    /** Everything that a request id depends on. */
    public String fingerprint() {
        return ask.account()
                + ask.region()
                + service
                + target
                + ask.method()
                + ask.path()
                + ask.parameters()
                + ask.json();
    }

    /** Two services under one name: load balancers are told apart by the API's version, S3 and S3 Control by the path's. */
    private static String service(String name, String path, Map<String, String> parameters) {
        return switch (name) {
            case "elasticloadbalancing" -> "2012-06-01".equals(parameters.get("Version")) ? "elb" : "elbv2";
            case "s3" -> path.startsWith("/v20180820/") ? "s3control" : "s3";
            default -> name;
        };
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static void decode(String form, Map<String, String> parameters) {
        if (form == null || form.isEmpty()) {
            return;
        }
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.put(plain(name), plain(value));
        }
    }

    private static String plain(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
