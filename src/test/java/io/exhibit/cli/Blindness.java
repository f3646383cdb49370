package io.exhibit.cli;

import io.exhibit.cli.Faulted.Logged;
import io.exhibit.control.Assertion;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which assertions may pass no more when some calls have no answer: told from the collection log and the items of a night
 * without faults. A population that is not known anywhere takes its assertion with it. A reading that stands beside the items
 * takes those that it stands beside, and is missed by nobody where there are none.
 */
final class Blindness {

    private final Catalog catalog;
    private final String management;
    private final Map<String, Set<Target>> populations;

    /** @param populations where the night without faults has items, by assertion */
    Blindness(Catalog catalog, String management, Map<String, Set<Target>> populations) {
        this.catalog = catalog;
        this.management = management;
        this.populations = populations;
    }

    boolean takes(Assertion assertion, List<Logged> gaps) {
        if (assertion.source().equals("collection.accounts")
                || assertion.source().equals("collection.targets")) {
            // Of lists alone it is asked if they came to their end.
            boolean ofLists = assertion.expect().text().contains("record.lists");
            return assertion.with().isEmpty() && !gaps.isEmpty() && !ofLists;
        }
        boolean own = catalog.source(assertion.source()).isPresent()
                && gaps.stream().anyMatch(gap -> isOf(assertion.source(), gap));
        return own || assertion.with().values().stream().anyMatch(written -> stoodBeside(assertion, written, gaps));
    }

    private boolean stoodBeside(Assertion assertion, String written, List<Logged> gaps) {
        String reading = written.split(" ", 2)[0];
        Optional<Source> beside = catalog.source(reading);
        if (beside.isEmpty()) {
            return false;
        }
        if (written.endsWith(" of management")) {
            return !populations.getOrDefault(assertion.id(), Set.of()).isEmpty()
                    && gaps.stream()
                            .filter(gap -> isOf(reading, gap))
                            .anyMatch(gap -> gap.place().target().account().equals(management));
        }
        boolean everywhere = written.endsWith(" of organization")
                || beside.get().scope() == Source.Scope.ORGANIZATION
                || catalog.source(assertion.source()).map(Source::scope).orElse(Source.Scope.ORGANIZATION)
                        == Source.Scope.ORGANIZATION;
        boolean regional = beside.get().scope() == Source.Scope.REGION;
        return populations.getOrDefault(assertion.id(), Set.of()).stream()
                .anyMatch(item -> gaps.stream()
                        .filter(gap -> isOf(reading, gap))
                        .map(gap -> gap.place().target())
                        .anyMatch(blind -> everywhere
                                || blind.account().equals(item.account())
                                        && (!regional || item.isGlobal() || blind.isGlobal() || blind.equals(item))));
    }

    /** Whether it takes a population of that reading; a call that the source does not declare takes every one of it. */
    private boolean isOf(String key, Logged gap) {
        Source source = catalog.source(key).orElseThrow();
        Reading reading = catalog.reading(key);
        String operation = gap.gap().call().operation();
        return gap.place().source().equals(source.key())
                && (reading.population().contains(operation)
                        || source.operations().stream().map(Operation::name).noneMatch(operation::equals));
    }
}
