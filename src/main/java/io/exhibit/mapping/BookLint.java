package io.exhibit.mapping;

import io.exhibit.control.Assertion;
import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Document;
import io.exhibit.control.Framework;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import io.exhibit.control.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What no file shows alone: a test that serves nothing, a unit that nothing serves, an addressable unit without a decision. */
final class BookLint {

    /** What may have kept a link from being read, so that a unit only seems to have nothing. */
    private static final Set<String> HIDING = Set.of("unknown-citation", "unknown-key", "duplicate-key", "wrong-type");

    private final Problems problems;

    BookLint(Problems problems) {
        this.problems = problems;
    }

    /** @param qualifying ids of the tests that say of themselves that they serve no unit and qualify all results */
    void assertions(List<Assertion> assertions, Set<String> qualifying) {
        assertions.stream()
                .filter(a -> a.serves().isEmpty() && !qualifying.contains(a.id()))
                .forEach(a -> problems.add(
                        "serves-nothing",
                        a.position(),
                        a.id() + " serves no unit of any framework, so no conclusion would ever rest on it.",
                        "Name a unit under serves, with strength and why; a test of the collection itself says"
                                + " qualifies: all."));
    }

    /**
     * Warns of all units that have nothing at once: a pack says so of each of them.
     *
     * @param places where each unit of the framework stands
     */
    void units(
            Framework framework, Map<String, Position> places, List<Assertion> assertions, List<Document> documents) {
        if (problems.unread() > 0 || problems.list().stream().map(Problem::code).anyMatch(HIDING::contains)) {
            return;
        }
        List<String> bare = framework.controls().stream()
                .map(Control::citation)
                .filter(c -> assertions.stream().noneMatch(a -> a.serves().containsKey(c)))
                .filter(c -> documents.stream().noneMatch(d -> d.serves().containsKey(c)))
                .toList();
        if (!bare.isEmpty()) {
            problems.warn(
                    "nothing-serves",
                    places.getOrDefault(bare.get(0), MappingReader.top("frameworks/" + framework.id())),
                    "No test and no document serves "
                            + (bare.size() == 1 ? "the unit " : "these " + bare.size() + " units: ")
                            + String.join(", ", bare) + ".",
                    "A pack prints \"Not mapped yet\" there, until one names the unit under serves.");
        }
    }

    /** Warns of all units at once, because a book begins with none decided; of an entry that does not count it is told there. */
    void decisions(Framework framework, Scope scope, Set<String> decided, Position place) {
        List<String> open = framework.controls().stream()
                .filter(c -> c.obligation() == Obligation.ADDRESSABLE && !scope.excludes(c))
                .map(Control::citation)
                .filter(c -> !decided.contains(c))
                .toList();
        if (!open.isEmpty()) {
            problems.warn(
                    "no-decision",
                    place,
                    (open.size() == 1
                                    ? "One addressable unit has no decision: "
                                    : open.size() + " addressable units have no decision: ")
                            + String.join(", ", open) + ".",
                    "Add an entry with citation, choice, rationale, approver, approved and review for each.");
        }
    }
}
