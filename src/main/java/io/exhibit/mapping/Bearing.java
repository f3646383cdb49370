package io.exhibit.mapping;

import io.exhibit.control.Assertion;
import io.exhibit.control.Control;
import io.exhibit.control.Document;
import io.exhibit.control.Framework;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What belongs to the book of one framework. Only its own folder and the files of the assertions and documents decide: what
 * another framework's folder says of them is not in a pack, and must not change what is judged from it.
 */
final class Bearing {

    private final Set<String> units;
    private final Links links;

    /** @param links of its own folder */
    Bearing(Framework framework, Links links) {
        this.units = framework.controls().stream().map(Control::citation).collect(Collectors.toSet());
        this.links = links;
    }

    /** Those that serve a unit of it, and those that serve none of any framework: they qualify all. */
    List<Assertion> assertions(List<Assertion> all) {
        return all.stream()
                .filter(this::bears)
                .map(each -> links.of(each, units))
                .toList();
    }

    /** Those that serve units of other frameworks alone. */
    List<Assertion> elsewhere(List<Assertion> all) {
        return all.stream()
                .filter(each -> !bears(each))
                .map(each -> links.of(each, units))
                .toList();
    }

    private boolean bears(Assertion assertion) {
        return assertion.serves().isEmpty()
                || links.tests().containsKey(assertion.id())
                || assertion.serves().keySet().stream().anyMatch(units::contains);
    }

    List<Document> documents(List<Document> all) {
        return links.of(all, units);
    }
}
