package io.exhibit.mapping;

import io.exhibit.control.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the parts of an assertion stand that evaluate checks: source, further readings, proving members, places in the sentence. */
final class AssertionPlaces {

    private static final Pattern PLACE = Pattern.compile("\\{[A-Za-z_][A-Za-z0-9_.]*}");

    private final Map<String, Position> places = new HashMap<>();

    AssertionPlaces(Fields fields) {
        places.put("source", fields.position("source"));
        places.put("chosen_by", fields.position("chosen_by"));
        fields.node("with")
                .map(Lists::entries)
                .ifPresent(with -> with.forEach(
                        e -> places.put("with." + e.key(), e.value().position())));
        if (fields.node("proof").orElse(null) instanceof Node.Sequence proof) {
            proof.items().forEach(this::proof);
        }
        if (fields.node("deviation").orElse(null) instanceof Node.Scalar sentence) {
            Matcher place = PLACE.matcher(sentence.written());
            while (place.find()) {
                places.putIfAbsent(place.group(), Written.at(sentence.begins(), sentence.written(), place.start()));
            }
        }
    }

    Map<String, Position> map() {
        return Map.copyOf(places);
    }

    private void proof(Node item) {
        if (item instanceof Node.Scalar member) {
            places.putIfAbsent("proof." + member.text(), member.position());
        }
    }
}
