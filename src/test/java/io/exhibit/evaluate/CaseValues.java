package io.exhibit.evaluate;

import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.RecordType.Shape;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as a person writes them in a case, as the reader of the evidence would hand them on. */
final class CaseValues {

    private CaseValues() {}

    /** An entry of a register with its times as times. */
    static Map<String, Object> timed(Map<String, Object> entry) {
        Map<String, Object> timed = new LinkedHashMap<>(entry);
        timed.replaceAll((name, value) ->
                value instanceof String text && text.matches("[0-9-]{10}T[0-9:]{8}Z") ? Instant.parse(text) : value);
        return timed;
    }

    static Map<String, Object> typed(Catalog catalog, String type, Map<String, Object> members) {
        Map<String, Shape> shapes =
                catalog.types().get(type).members().stream().collect(Collectors.toMap(Member::name, Member::shape));
        Map<String, Object> typed = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (!shapes.containsKey(name)) {
                throw new AssertionError("no member " + name + " of " + type);
            }
            typed.put(name, value(catalog, shapes.get(name), value));
        });
        return typed;
    }

    private static Object value(Catalog catalog, Shape shape, Object value) {
        return switch (shape.kind()) {
            case LONG -> ((Number) value).longValue();
            case DOUBLE -> ((Number) value).doubleValue();
            case TIMESTAMP -> Instant.parse((String) value);
            case LIST ->
                ((List<?>) value)
                        .stream()
                                .map(each -> value(catalog, shape.element(), each))
                                .toList();
            case STRUCTURE -> typed(catalog, shape.type(), cast(value));
            default -> value;
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }
}
