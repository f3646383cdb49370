package io.exhibit.mapping;

import io.exhibit.control.Assertion;
import io.exhibit.control.Document;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The units that assertions and documents serve by their own files, of every framework, by id.
 *
 * @param qualifying the assertions that serve none and qualify all others
 */
record OwnLinks(Map<String, Set<String>> serves, Set<String> qualifying) {

    static OwnLinks of(List<Assertion> assertions, List<Document> documents) {
        Map<String, Set<String>> serves = new HashMap<>();
        Set<String> qualifying = new HashSet<>();
        assertions.forEach(test -> {
            serves.put(test.id(), test.serves().keySet());
            if (test.serves().isEmpty()) {
                qualifying.add(test.id());
            }
        });
        documents.forEach(
                document -> serves.put(document.id(), document.serves().keySet()));
        return new OwnLinks(serves, qualifying);
    }

    boolean has(String id, String unit) {
        return serves.getOrDefault(id, Set.of()).contains(unit);
    }
}
