package io.exhibit.sandbox.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Members of an answer by wire name, in order; an absent member is left out, never null. */
public final class Tree {
    private Tree() {}

    /** Name and value in turn; a null value leaves the member out. */
    public static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                members.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return members;
    }

    /** The members of a page without its token, so that it says that more follows and not where; as they are when it does not say so. */
    public static Map<String, Object> withoutToken(Map<?, ?> members) {
        Map<String, Object> other = new LinkedHashMap<>();
        members.forEach((name, value) ->
                other.put((String) name, value instanceof Map<?, ?> inner ? withoutToken(inner) : value));
        if (Boolean.TRUE.equals(members.get("IsTruncated")) || Boolean.TRUE.equals(members.get("Truncated"))) {
            other.keySet().removeAll(List.of("Marker", "NextMarker"));
        }
        return other;
    }

    /** A list whose items XML calls by a name of their own; "" has them stand in the place of the list. */
    public record Listed(String item, List<?> items) {}

    /** An answer that is one text as it stands, such as a policy. */
    public static Map<String, Object> text(String body) {
        return of("", body);
    }

    /** A map of the model (not a structure): XML writes it as entries of key and value. */
    public record Entries(Map<String, ?> values) {}
}
