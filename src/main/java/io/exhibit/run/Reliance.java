package io.exhibit.run;

import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.control.Wording;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.Source;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which tests, and through them which units, rely on the answer of an operation. */
public final class Reliance {

    private final List<Assertion> assertions;
    private final Wording wording;

    public Reliance(Book book) {
        this(book.assertions(), book.framework().wording());
    }

    /** @param wording what the units are called that the assertions serve */
    public Reliance(List<Assertion> assertions, Wording wording) {
        this.assertions = List.copyOf(assertions);
        this.wording = wording;
    }

    public Wording wording() {
        return wording;
    }

    /** Tests that become inconclusive, wholly or for some items, while the operation of that source brings no answer. */
    public List<Assertion> on(Source source, String operation) {
        List<String> readings = source.readings().stream()
                .filter(reading -> reading.population().contains(operation)
                        || reading.details().contains(operation))
                .map(Reading::key)
                .toList();
        return assertions.stream()
                .filter(assertion -> assertion.readings().stream().anyMatch(readings::contains))
                .toList();
    }

    /** The units that these tests serve. */
    public static SortedSet<String> citations(List<Assertion> tests) {
        SortedSet<String> citations = new TreeSet<>();
        tests.forEach(test -> citations.addAll(test.serves().keySet()));
        return citations;
    }
}
