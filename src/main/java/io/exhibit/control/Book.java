package io.exhibit.control;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A framework with everything it is judged by: the mapping and the organization's own entries. Links to units of other
 * frameworks are not in it.
 *
 * @param assertions those that bear on this framework, and those that serve no unit of any and qualify all
 * @param elsewhere those that serve units of other frameworks alone; nights are judged by them too, so that a month can be bound for these
 * @param files that it was read from, as they lay there, by path relative to the mappings folder
 * @param digest SHA-256 over these: of the lines that {@code sha256sum} would print of them, sorted by path
 */
public record Book(
        Framework framework,
        List<Assertion> assertions,
        List<Assertion> elsewhere,
        List<Document> documents,
        Scope scope,
        Map<String, Parameter> parameters,
        Map<String, Register> registers,
        List<RiskAcceptance> acceptances,
        List<Decision> decisions,
        Map<String, byte[]> files,
        String digest) {

    /** Where no assertion bears on other frameworks alone. */
    public Book(
            Framework framework,
            List<Assertion> assertions,
            List<Document> documents,
            Scope scope,
            Map<String, Parameter> parameters,
            Map<String, Register> registers,
            List<RiskAcceptance> acceptances,
            List<Decision> decisions,
            Map<String, byte[]> files,
            String digest) {
        this(
                framework,
                assertions,
                List.of(),
                documents,
                scope,
                parameters,
                registers,
                acceptances,
                decisions,
                files,
                digest);
    }

    public Book {
        assertions = List.copyOf(assertions);
        elsewhere = List.copyOf(elsewhere);
        documents = List.copyOf(documents);
        acceptances = List.copyOf(acceptances);
        decisions = List.copyOf(decisions);
    }

    /** Entries of a register that count on a day, as they are written; none where there is no such register. */
    public List<Register.Entry> entries(String register, LocalDate day) {
        return Stream.ofNullable(registers.get(register))
                .flatMap(one -> one.entries().stream())
                .filter(entry -> entry.counts(day))
                .toList();
    }

    /** Every assertion by which a night is judged, ordered by id. */
    public List<Assertion> nightly() {
        return Stream.concat(assertions.stream(), elsewhere.stream())
                .sorted(Comparator.comparing(Assertion::id))
                .toList();
    }

    /** The part of it that tells of the units on which some tests bear: these units, and all tests that bear on them. */
    public Book about(Set<String> tests, Set<String> units) {
        List<Assertion> some = assertions.stream()
                .filter(test -> tests.contains(test.id())
                        || test.serves().keySet().stream().anyMatch(units::contains))
                .toList();
        List<Control> bearing = framework.controls().stream()
                .filter(unit -> units.contains(unit.citation()))
                .toList();
        return copy(framework.with(bearing), some, List.of(), scope);
    }

    /** As it counts on a day. */
    public Book on(LocalDate day) {
        return copy(framework, assertions, elsewhere, scope.on(day));
    }

    /** The same with some of its assertions, and none that bear on other frameworks. */
    public Book with(List<Assertion> some) {
        return copy(framework, some, List.of(), scope);
    }

    private Book copy(Framework units, List<Assertion> bearing, List<Assertion> others, Scope places) {
        return new Book(
                units,
                bearing,
                others,
                documents,
                places,
                parameters,
                registers,
                acceptances,
                decisions,
                files,
                digest);
    }
}
