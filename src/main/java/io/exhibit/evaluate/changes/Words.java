package io.exhibit.evaluate.changes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A value as one text; two values of the same meaning have the same one. */
final class Words {

    private Words() {}

    static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((name, inner) -> sorted.put(String.valueOf(name), inner));
            return sorted.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Words::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return String.valueOf(value);
    }
}
