package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.Faulted.Logged;
import io.exhibit.cli.Faulted.Place;
import io.exhibit.cli.Faulted.Request;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange.Outcome;
import io.exhibit.evidence.Gap;
import io.exhibit.sandbox.FaultKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the collection log of a run must hold of a fault: told from the wire and from what was broken, not from the log. */
final class LoggedGaps {

    private LoggedGaps() {}

    /** What the log may call a fault. */
    static Set<Cause> causes(FaultKind kind) {
        return switch (kind) {
            case DENIED -> EnumSet.of(Cause.IDENTITY_DENIED, Cause.DENIED);
            case SCP_DENIED -> EnumSet.of(Cause.SCP_DENIED);
            case THROTTLED -> EnumSet.of(Cause.THROTTLED);
            case ERROR -> EnumSet.of(Cause.FAILED);
            case SLOW -> EnumSet.of(Cause.TIMED_OUT);
            case EMPTY, HTML, WRONG_OPERATION, TRUNCATED -> EnumSet.of(Cause.MALFORMED);
            case LOOP -> EnumSet.of(Cause.LOOPING, Cause.NOT_READY);
            case EXPIRED -> EnumSet.of(Cause.CREDENTIALS);
        };
    }

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

    /**
     * Wherever a run without faults asks a broken operation, this run has a line that names it; or another broken
     * operation of that source, behind which it was not asked.
     */
    static void nameTheFaultWhereItHit(Set<String> operations, Faulted faulted, Faulted clean) {
        Set<Place> told = faulted.gaps().stream()
                .filter(logged -> operations.contains(logged.gap().call().operation()))
                .map(Logged::place)
                .collect(Collectors.toSet());
        for (String operation : operations) {
            assertThat(clean.asked(operation))
                    .as("where %s is asked", operation)
                    .isNotEmpty()
                    .isSubsetOf(told);
        }
    }

    /** Every line of a broken operation gives the cause that the fault has, and says something beside it. */
    static void haveTheCauseOf(FaultKind kind, Set<String> operations, Faulted faulted) {
        assertThat(faulted.gaps())
                .filteredOn(logged -> operations.contains(logged.gap().call().operation()))
                .filteredOn(logged -> !isHalfAnError(kind, logged.gap()))
                .allSatisfy(logged -> assertThat(logged.gap().cause()).isIn(causes(kind)))
                .extracting(Logged::gap)
                .allSatisfy(gap -> assertThat(gap.message()).isNotBlank());
    }

    /** Of half of an error, such as Systems Manager's that there is no such document, only the status is known. */
    private static boolean isHalfAnError(FaultKind kind, Gap gap) {
        return kind == FaultKind.TRUNCATED
                && gap.cause() == Cause.FAILED
                && gap.message().equals("HTTP status 400");
    }
}
