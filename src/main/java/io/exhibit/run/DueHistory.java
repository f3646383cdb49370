package io.exhibit.run;

import io.exhibit.evidence.RunRecord;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of one collection that was due, read from the log.
 *
 * @param run the run that was due then, the one with evidence before others; empty while the log has none
 * @param instead a run with evidence that stands in for it, or was made by hand on its day, where it has none itself
 */
public record DueHistory(Instant due, Optional<RunRecord> run, Optional<RunRecord> instead) {

    /** One for each due instant from {@code from} (included) to {@code to} (excluded), in order. */
    public static List<DueHistory> of(Vault vault, DueTimes due, ZoneId zone, Instant from, Instant to)
            throws IOException {
        List<Instant> instants = due.between(from, to);
        Set<Instant> meant = Set.copyOf(instants);
        Instant dayOfFirst = LocalDate.ofInstant(from, zone).atStartOfDay(zone).toInstant();
        List<RunRecord> log = RunIds.since(dayOfFirst, vault);
        return instants.stream()
                .map(instant -> {
                    List<RunRecord> then = log.stream()
                            .filter(run -> run.due().equals(instant))
                            .toList();
                    Optional<RunRecord> ran = last(then.stream().filter(DueDays::hasEvidence));
                    Optional<RunRecord> instead = ran.isPresent()
                            ? Optional.empty()
                            : last(log.stream()
                                    .filter(run -> DueDays.hasEvidence(run) && !meant.contains(run.due()))
                                    .filter(run -> isInstead(run, instant, zone)));
                    return new DueHistory(instant, ran.or(() -> last(then.stream())), instead);
                })
                .toList();
    }

    private static boolean isInstead(RunRecord run, Instant due, ZoneId zone) {
        return CatchUp.standsInFor(run)
                .map(due::equals)
                .orElseGet(() -> LocalDate.ofInstant(run.due(), zone).equals(LocalDate.ofInstant(due, zone)));
    }

    private static Optional<RunRecord> last(Stream<RunRecord> runs) {
        return runs.reduce((first, second) -> second);
    }
}
