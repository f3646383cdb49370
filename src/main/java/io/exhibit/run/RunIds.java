package io.exhibit.run;

import io.exhibit.assessment.Period;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.seal.RunTime;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Names of runs, and records of runs that have no evidence. */
final class RunIds {

    private RunIds() {}

    /** The due instant, such as {@code 2026-10-05T021500Z}; with {@code -2}, {@code -3} when that is taken. */
    static String free(Instant due, List<String> log) {
        Set<String> taken = Set.copyOf(log);
        String name = RunTime.text(due);
        String id = name;
        for (int n = 2; taken.contains(id); n++) {
            id = name + "-" + n;
        }
        return id;
    }

    /** When the run of that id was due, to the second. */
    static Instant due(String id) {
        return RunTime.of(id)
                .orElseThrow(() -> new IllegalArgumentException("the run " + id + " does not tell its time"));
    }

    /** The sealed runs that were due at or after an instant in outline, in the order of the log; older records are not read. */
    static List<RunRecord> since(Instant from, Vault vault) throws IOException {
        return since(from, due -> false, vault);
    }

    /** @param period those that were due in it are given whole, those before and after it in outline: a record is megabytes */
    static List<RunRecord> since(Instant from, Period period, Vault vault) throws IOException {
        Instant start = period.start().truncatedTo(ChronoUnit.SECONDS);
        return since(from, due -> !due.isBefore(start) && due.isBefore(period.end()), vault);
    }

    /** @param whole whether the record of a run that was due then is wanted whole */
    static List<RunRecord> since(Instant from, Predicate<Instant> whole, Vault vault) throws IOException {
        Instant first = from.truncatedTo(ChronoUnit.SECONDS);
        List<RunRecord> runs = new ArrayList<>();
        for (String id : vault.runIds()) {
            Instant due = due(id);
            if (!due.isBefore(first)) {
                runs.add(whole.test(due) ? vault.run(id) : vault.outline(id));
            }
        }
        return runs;
    }

    /** The last run with evidence before a period, at most so long before it that days count as earlier ones; what changed is counted from it. */
    static Optional<RunRecord> baseline(Period period, Vault vault) throws IOException {
        Instant earliest = MonthRun.earlier(period).start();
        List<String> ids = vault.runIds();
        for (int i = ids.size() - 1; i >= 0; i--) {
            Instant due = due(ids.get(i));
            if (due.isBefore(period.start()) && !due.isBefore(earliest)) {
                RunRecord run = vault.run(ids.get(i));
                if (DueDays.hasEvidence(run)) {
                    return Optional.of(run);
                }
            }
        }
        return Optional.empty();
    }

    static RunRecord without(
            String id,
            Instant due,
            Instant started,
            Instant finished,
            Outcome outcome,
            String reason,
            String endpoint,
            Map<String, String> digests) {
        return new RunRecord(
                id, due, started, finished, outcome, reason, endpoint, "", "", List.of(), digests, List.of());
    }
}
