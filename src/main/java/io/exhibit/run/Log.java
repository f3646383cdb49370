package io.exhibit.run;

import io.exhibit.assessment.Day;
import io.exhibit.assessment.Period;
import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the log says of the newest runs, for whoever looks at it again and again. */
public final class Log {

    private final Vault vault;

    public Log(Vault vault) {
        this.vault = vault;
    }

    /** When the first run of all was due; empty before there is one. */
    public Optional<Instant> begun() {
        return vault.runIds().stream().map(RunIds::due).min(Instant::compareTo);
    }

    /** Runs that were due before then bear on no result of that period. */
    public static Instant seenFrom(Period period) {
        return MonthRun.earlier(period).start();
    }

    /** The runs of the newest so many that have evidence, newest first, each read when it is asked for. */
    public Iterator<RunRecord> newest(int most) {
        List<String> ids = new ArrayList<>(vault.runIds());
        Collections.reverse(ids);
        return ids.stream()
                .limit(most)
                .map(this::record)
                .filter(DueDays::hasEvidence)
                .iterator();
    }

    /**
     * The runs that were due since an instant, without what they read.
     *
     * @param known those that were read before, by id, which do not change; what is read now is put there
     */
    public List<RunRecord> outcomes(Instant from, Map<String, RunRecord> known) {
        List<RunRecord> outcomes = new ArrayList<>();
        for (String id : vault.runIds()) {
            if (!RunIds.due(id).isBefore(from.truncatedTo(ChronoUnit.SECONDS))) {
                outcomes.add(known.computeIfAbsent(id, unread -> record(unread).with(List.of())));
            }
        }
        known.keySet().retainAll(outcomes.stream().map(RunRecord::id).toList());
        return outcomes;
    }

    /** One day for every instant at which a collection was due, from the first run of the log on. */
    public List<Day> days(List<RunRecord> outcomes, Instant from, Instant until, DueTimes due, ZoneId zone) {
        Instant first = begun().filter(begun -> begun.isAfter(from)).orElse(from);
        Period period = new Period(LocalDate.ofInstant(first, zone), LocalDate.ofInstant(until, zone), zone);
        return DueDays.of(period, due, outcomes, until, new Scope("", "", "", Map.of(), Map.of())).stream()
                .filter(day -> !day.due().isBefore(first.truncatedTo(ChronoUnit.SECONDS)))
                .toList();
    }

    private RunRecord record(String id) {
        try {
            return vault.run(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
