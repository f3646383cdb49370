package io.exhibit.evaluate.changes;

import io.exhibit.assessment.Change.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The watched members of an item as texts by their places, in no order of lists: AWS hands out the same list in another order
 * on another day.
 */
final class Shape {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::member).thenComparing(place -> String.join("\n", place.of()));

    private final Map<Place, List<String>> texts = new TreeMap<>(ORDER);

    private record Place(String member, List<String> of) {

        Place in(String name) {
            return new Place(member.isEmpty() ? name : member + "." + name, of);
        }

        Place element(String name) {
            List<String> all = new ArrayList<>(of);
            all.add(name);
            return new Place(member, all);
        }
    }

    static Shape of(Watch watch, Map<String, Object> members) {
        Shape shape = new Shape();
        for (Path path : watch.members()) {
            shape.walk(path, 0, members, new Place("", List.of()));
        }
        shape.texts.values().forEach(list -> list.sort(Comparator.naturalOrder()));
        return shape;
    }

    private void walk(Path path, int at, Object value, Place place) {
        if (at == path.steps().size()) {
            if (path.policy()) {
                Statements.of(String.valueOf(value)).forEach(statement -> put(place, statement));
            } else {
                leaf(value, place);
            }
            return;
        }
        Path.Step step = path.steps().get(at);
        Object next = value instanceof Map<?, ?> map ? map.get(step.name()) : null;
        Place there = place.in(step.name());
        if (next == null) {
            return;
        }
        if (!step.list()) {
            walk(path, at + 1, next, there);
        } else {
            for (Object element : (List<?>) next) {
                Object name = element instanceof Map<?, ?> map ? map.get(step.by()) : null;
                walk(path, at + 1, element, name == null ? there : there.element(Words.of(name)));
            }
        }
    }

    private void leaf(Object value, Place place) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> {
                // AWS says one of several choices by a structure without members: {"Count": {}}.
                if (inner instanceof Map<?, ?> choice && choice.isEmpty()) {
                    put(place, String.valueOf(name));
                } else {
                    leaf(inner, place.in(String.valueOf(name)));
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(element -> put(place, Words.of(element)));
        } else {
            put(place, Words.of(value));
        }
    }

    private void put(Place place, String text) {
        texts.computeIfAbsent(place, p -> new ArrayList<>()).add(text);
    }

    /** What differs from a later one, place by place. */
    List<Difference> to(Shape later) {
        List<Difference> all = new ArrayList<>();
        Map<Place, List<String>> places = new TreeMap<>(ORDER);
        places.putAll(texts);
        places.putAll(later.texts);
        for (Place place : places.keySet()) {
            List<String> was = texts.getOrDefault(place, List.of());
            List<String> is = later.texts.getOrDefault(place, List.of());
            if (!was.equals(is)) {
                all.add(new Difference(place.member(), place.of(), without(was, is), without(is, was)));
            }
        }
        return all;
    }

    static final Shape NOTHING = new Shape();

    /** What is in one list more often than in the other. */
    private static List<String> without(List<String> some, List<String> others) {
        List<String> left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left;
    }
}
