package io.exhibit.evaluate.changes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One reading that is watched.
 *
 * @param kind what its items are called on the page, in the plural; several readings may be of one kind
 * @param reading key of the reading
 * @param name member that people call an item by, or its first element; "" when the key says it
 * @param existence whether an item that comes or goes is a change of this kind; if not, another watch of the reading tells it
 * @param members that are compared
 * @param added what an item is called that was not there before
 * @param removed what one is called that is there no more
 * @param without beginning of the keys of items that are AWS's own and no change of the entity's, or ""
 */
record Watch(
        String kind,
        String reading,
        String name,
        boolean existence,
        List<Path> members,
        String added,
        String removed,
        String without) {

    static Watch of(String kind, String reading, String name, String... members) {
        return new Watch(kind, reading, name, true, paths(members), "created", "gone", "");
    }

    /** Of members that have a kind of their own: the items are told by another watch. */
    static Watch beside(String kind, String reading, String name, String... members) {
        return new Watch(kind, reading, name, false, paths(members), "", "", "");
    }

    Watch called(String whenAdded, String whenRemoved) {
        return new Watch(kind, reading, name, existence, members, whenAdded, whenRemoved, without);
    }

    Watch without(String keys) {
        return new Watch(kind, reading, name, existence, members, added, removed, keys);
    }

    private static List<Path> paths(String... members) {
        return Arrays.stream(members).map(Path::of).toList();
    }

    boolean watches(String key) {
        return without.isEmpty() || !key.startsWith(without);
    }

    String nameOf(Map<String, Object> members) {
        Object value = members;
        for (String step : name.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        Object first = value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value;
        return first instanceof String text ? text : "";
    }
}
