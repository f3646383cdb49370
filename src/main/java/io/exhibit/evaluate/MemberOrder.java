package io.exhibit.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Sorts the names of a map's members. Records of a kind have the same members in the same order, so that a sorting is remembered. */
final class MemberOrder {

    /** Maps with free keys (tags) make ever new shapes; they are sorted anew once so many are remembered. */
    private static final int REMEMBERED = 1_000;

    private final Map<Integer, Shape> shapes = new HashMap<>();

    /** Names as they come, and where each one of them comes when they are sorted. */
    static final class Shape {

        private final Object[] names;
        private final Integer[] order;

        private Shape(Object[] names) {
            this.names = names;
            this.order = new Integer[names.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparing(i -> (String) names[i]));
        }

        /** The name at a place of the sorted order. */
        String name(int place) {
            return (String) names[order[place]];
        }

        /** Where in the map's own order the member stands that belongs at a place of the sorted order. */
        int at(int place) {
            return order[place];
        }
    }

    Shape of(Map<?, ?> map) {
        Object[] names = map.keySet().toArray();
        int hash = Arrays.hashCode(names);
        Shape known = shapes.get(hash);
        if (known != null && Arrays.equals(known.names, names)) {
            return known;
        }
        Shape shape = new Shape(names);
        if (shapes.size() < REMEMBERED) {
            shapes.put(hash, shape);
        }
        return shape;
    }
}
