package io.exhibit.run;

import io.exhibit.evidence.Cause;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One run in numbers that name no account, no person and no resource.
 *
 * @param outcome one of {@link #OUTCOMES}
 * @param finished by the local clock
 * @param took from its start to its end
 * @param calls that were made
 * @param requests that these took, attempts and pages included
 * @param items that the answers hold
 * @param gaps calls without an answer, by cause, each one of {@link #CAUSES}
 * @param answered sources that were read in full in at least one account and region
 */
public record RunFigures(
        String outcome,
        Instant finished,
        Duration took,
        long calls,
        long requests,
        long items,
        SortedMap<String, Long> gaps,
        Set<String> answered) {

    /** How a run can end. */
    public static final List<String> OUTCOMES = words(Outcome.values());

    /** The one of a run that never began. */
    public static final String MISSED = word(Outcome.MISSED);

    /** Why a call can have no answer. */
    public static final List<String> CAUSES = words(Cause.values());

    public RunFigures {
        answered = Set.copyOf(answered);
    }

    /** From its record alone; nothing of the evidence is read. */
    public static RunFigures of(RunRecord run) {
        SortedMap<String, Long> gaps = new TreeMap<>();
        Set<String> answered = new TreeSet<>();
        long calls = 0;
        long requests = 0;
        long items = 0;
        for (Part part : parts(run)) {
            calls += part.calls();
            requests += part.requests();
            items += part.items();
            part.gaps().forEach(gap -> gaps.merge(word(gap.cause()), 1L, Long::sum));
            if (part.gaps().isEmpty()) {
                answered.add(part.source());
            }
        }
        return new RunFigures(
                word(run.outcome()),
                run.finished(),
                Duration.between(run.started(), run.finished()),
                calls,
                requests,
                items,
                gaps,
                answered);
    }

    /** Whether it brought evidence. */
    public boolean succeeded() {
        return outcome.equals(word(Outcome.COMPLETE)) || outcome.equals(word(Outcome.GAPS));
    }

    private static List<Part> parts(RunRecord run) {
        return run.units().stream().flatMap(unit -> unit.parts().stream()).toList();
    }

    private static List<String> words(Enum<?>... all) {
        return Stream.of(all).map(RunFigures::word).toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
