package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.Faulted.Place;
import io.exhibit.cli.Faulted.Request;
import io.exhibit.evidence.Exchange.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the collection log of a run must hold: told from the wire, not from the log. */
final class LoggedGaps {

    private LoggedGaps() {}

    /** Each sealed exchange that ended its call without an answer has its line, and each line of an asked call its exchange. */
    static void areThoseOnTheWire(Faulted faulted) {
        List<Object> onTheWire = faulted.requests().stream()
                .filter(request -> request.outcome() == Outcome.GAP)
                .<Object>map(request -> List.of(request.place(), request.call()))
                .toList();
        Set<Place> asked = faulted.requests().stream().map(Request::place).collect(Collectors.toSet());
        assertThat(faulted.gaps())
                .filteredOn(logged -> asked.contains(logged.place()))
                .extracting(
                        logged -> (Object) List.of(logged.place(), logged.gap().call()))
                .containsExactlyInAnyOrderElementsOf(onTheWire);
    }
}
