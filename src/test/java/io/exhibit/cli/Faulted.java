package io.exhibit.cli;

import io.exhibit.assessment.Judgement;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import io.exhibit.render.PackContent;
import io.exhibit.seal.Discrepancy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A night with faults, as it lies in the vault, and what its pack would be printed from.
 *
 * @param requests every exchange that was sealed
 * @param judgements the sealed day by assertion
 * @param discrepancies what is wrong with the vault that holds it
 */
record Faulted(
        RunRecord run,
        List<Request> requests,
        Map<String, Judgement> judgements,
        PackContent content,
        List<Discrepancy> discrepancies) {

    /** Where a source was asked. */
    record Place(Target target, String source) {}

    /** One exchange, without its bytes. */
    record Request(Place place, Call call, Exchange.Outcome outcome) {}

    /** One line of the collection log that tells of a call without an answer. */
    record Logged(Place place, Gap gap) {}

    List<Logged> gaps() {
        return gaps(run);
    }

    static List<Logged> gaps(RunRecord run) {
        return run.units().stream()
                .flatMap(unit -> unit.parts().stream()
                        .flatMap(part -> part.gaps().stream()
                                .map(gap -> new Logged(new Place(unit.target(), part.source()), gap))))
                .toList();
    }

    /** What was exchanged there. */
    List<Request> requests(Place place) {
        return requests.stream()
                .filter(request -> request.place().equals(place))
                .toList();
    }

    /** Where an operation was asked. */
    Set<Place> asked(String operation) {
        return requests.stream()
                .filter(request -> request.call().operation().equals(operation))
                .map(Request::place)
                .collect(Collectors.toSet());
    }
}
