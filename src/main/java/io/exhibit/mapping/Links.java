package io.exhibit.mapping;

import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Link;
import io.exhibit.control.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The links that stand in a framework's own folder.
 *
 * @param tests for each assertion its units
 * @param documents for each document its units, and why
 */
record Links(Map<String, Map<String, Link>> tests, Map<String, Map<String, String>> documents) {

    static final Links NONE = new Links(Map.of(), Map.of());

    /** The assertion with the links to these units alone. */
    Assertion of(Assertion assertion, Set<String> units) {
        Map<String, Link> serves = new LinkedHashMap<>(assertion.serves());
        serves.keySet().retainAll(units);
        serves.putAll(tests.getOrDefault(assertion.id(), Map.of()));
        return assertion.serving(serves);
    }

    /** The documents that these units ask for, and those that serve no unit of any framework. */
    List<Document> of(List<Document> all, Set<String> units) {
        return all.stream()
                .filter(document -> document.serves().isEmpty()
                        || documents.containsKey(document.id())
                        || document.serves().keySet().stream().anyMatch(units::contains))
                .map(document -> of(document, units))
                .toList();
    }

    private Document of(Document document, Set<String> units) {
        Map<String, String> serves = new LinkedHashMap<>(document.serves());
        serves.keySet().retainAll(units);
        serves.putAll(documents.getOrDefault(document.id(), Map.of()));
        return document.serving(serves);
    }
}
