package io.exhibit.control;

import io.exhibit.control.Assertion.Link;
import io.exhibit.control.Assertion.Strength;
import java.util.List;
import java.util.Optional;

/**
 * How far the tests of a book reach: which units have a test that reads what the paragraph asks for, which have tests that
 * only corroborate, and which have none. Documents do not count, and neither does how a test came out.
 *
 * @param direct citations of units that at least one test serves directly, in the order of the rule
 * @param supporting citations of units whose tests are all supporting
 * @param none citations of units without a test
 */
public record TestReach(List<String> direct, List<String> supporting, List<String> none) {

    public TestReach {
        direct = List.copyOf(direct);
        supporting = List.copyOf(supporting);
        none = List.copyOf(none);
    }

    /** Of every unit of the book's framework. */
    public static TestReach of(Book book) {
        List<String> units =
                book.framework().controls().stream().map(Control::citation).toList();
        return new TestReach(
                units.stream()
                        .filter(unit -> strongest(book, unit).equals(Optional.of(Strength.DIRECT)))
                        .toList(),
                units.stream()
                        .filter(unit -> strongest(book, unit).equals(Optional.of(Strength.SUPPORTING)))
                        .toList(),
                units.stream().filter(unit -> strongest(book, unit).isEmpty()).toList());
    }

    /** Of the tests that serve a unit; empty when none does. */
    public static Optional<Strength> strongest(Book book, String citation) {
        return book.assertions().stream()
                .map(test -> test.serves().get(citation))
                .filter(link -> link != null)
                .map(Link::strength)
                .min(Strength::compareTo);
    }
}
