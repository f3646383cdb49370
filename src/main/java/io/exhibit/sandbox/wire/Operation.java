package io.exhibit.sandbox.wire;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One operation of a service; method and path are empty where the request names it (query, EC2, JSON 1.1). */
public record Operation(
        String name, String method, Pattern path, boolean paged, Function<Ask, Map<String, Object>> answer) {
    private static final Pattern ANY = Pattern.compile("/");

    public static Operation named(String name, Function<Ask, Map<String, Object>> answer) {
        return new Operation(name, "POST", ANY, false, answer);
    }

    public static Operation pagedNamed(String name, Function<Ask, Map<String, Object>> answer) {
        return new Operation(name, "POST", ANY, true, answer);
    }

    public static Operation route(String name, String method, String path, Function<Ask, Map<String, Object>> answer) {
        return new Operation(name, method, Pattern.compile(path), false, answer);
    }

    public static Operation pagedRoute(
            String name, String method, String path, Function<Ask, Map<String, Object>> answer) {
        return new Operation(name, method, Pattern.compile(path), true, answer);
    }
}
