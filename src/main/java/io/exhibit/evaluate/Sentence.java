package io.exhibit.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence with places: {@code {member}} and {@code {member.member}} of the record, {@code {target.account}},
 * {@code {parameters.name}}. Values are cut at 200 characters; making them harmless for a page is the business of render.
 */
final class Sentence {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_.]*)}");
    private static final int LONGEST = 200;

    private final List<String> texts = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();

    Sentence(String text) {
        Matcher matcher = PLACE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            texts.add(text.substring(end, matcher.start()));
            paths.add(matcher.group(1));
            end = matcher.end();
        }
        texts.add(text.substring(end));
    }

    /** The places, as written. */
    List<String> paths() {
        return paths;
    }

    String of(Map<String, Object> members, Map<String, Object> target, Map<String, Object> parameters) {
        StringBuilder sentence = new StringBuilder(texts.get(0));
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            Optional<Object> value = path.startsWith("target.")
                    ? value(target, path.substring("target.".length()))
                    : path.startsWith("parameters.")
                            ? value(parameters, path.substring("parameters.".length()))
                            : value(members, path);
            sentence.append(value.map(Sentence::words).orElse("(not given)")).append(texts.get(i + 1));
        }
        return sentence.toString();
    }

    /** The values that prove something: {@code name = value, name = value}. */
    static String proof(List<String> paths, Map<String, Object> members) {
        return paths.stream()
                .map(path ->
                        path + value(members, path).map(v -> " = " + words(v)).orElse(" is absent"))
                .collect(Collectors.joining(", "));
    }

    private static Optional<Object> value(Map<?, ?> members, String path) {
        int dot = path.indexOf('.');
        Object value = members.get(dot < 0 ? path : path.substring(0, dot));
        if (dot < 0 || value == null) {
            return Optional.ofNullable(value);
        }
        return value instanceof Map<?, ?> inner ? value(inner, path.substring(dot + 1)) : Optional.empty();
    }

    private static String words(Object value) {
        String text = value instanceof List<?> list
                ? list.stream().map(Sentence::words).collect(Collectors.joining(", "))
                : value instanceof Map || value instanceof Instant ? Canonical.text(value) : String.valueOf(value);
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
    }
}
