package io.exhibit.run;

import io.exhibit.assessment.Change;
import io.exhibit.assessment.Change.Night;
import io.exhibit.assessment.Changes;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.Period;
import io.exhibit.evaluate.changes.Nights;
import io.exhibit.evaluate.changes.Watched;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Evidence.Coverage;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import io.exhibit.read.RunEvidence;
import io.exhibit.read.RunEvidence.Exchanges;
import io.exhibit.seal.FixityException;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Finds what changed between the sealed nights of a period, from the vault alone. Answers that are the same bytes as on the
 * night before, but for their request id, are not read into records.
 */
final class ChangesRun {

    private static final String CHANGED = "its file is not as it was sealed";

    private final Vault sealed;
    private final Set<String> changed;
    private final BiFunction<RunRecord, Exchanges, RunEvidence> evidence;
    private final Map<String, List<String>> readings;

    /** @param changed names of files that were not as they were sealed when the pack was issued: they are not read, whatever lies there now */
    ChangesRun(Vault sealed, Catalog catalog, Set<String> changed) {
        this.changed = changed;
        this.sealed = sealed;
        this.evidence = RunEvidence.by(catalog);
        this.readings = Watched.bySource(catalog);
    }

    /**
     * What changed.
     *
     * @param days of the period
     * @param baseline the run before the period that the first night is compared with
     * @param approvals what is on file for a change
     */
    public Changes of(
            Period period,
            List<Day> days,
            Optional<RunRecord> baseline,
            Function<Change, Optional<Change.Approved>> approvals)
            throws IOException {
        List<Run> nights = new ArrayList<>();
        Optional<Run> base = baseline.map(run -> Run.of(LocalDate.ofInstant(run.due(), period.zone()), run));
        base.ifPresent(nights::add);
        for (Day day : days) {
            day.run().filter(DueDays::hasEvidence).ifPresent(run -> nights.add(Run.of(day.date(), run)));
        }
        Nights found = new Nights();
        Set<Target> targets = new LinkedHashSet<>();
        nights.forEach(night -> targets.addAll(night.units().keySet()));
        // Each target on a thread of its own: most of the time goes into unpacking answers that turn out to be the
        // same.
        try {
            List.copyOf(targets).parallelStream().forEach(target -> compare(nights, target, found));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return found.changes(base.map(Run::night), approvals);
    }

    /** A night and its run. */
    private record Run(Night night, RunRecord run, Map<Target, Unit> units) {

        static Run of(LocalDate day, RunRecord run) {
            Map<Target, Unit> units = new LinkedHashMap<>();
            run.units().forEach(unit -> units.put(unit.target(), unit));
            return new Run(new Night(day, run.id(), run.started(), run.finished()), run, units);
        }

        SealedNight at(Target target, Vault sealed, BiFunction<RunRecord, Exchanges, RunEvidence> evidence) {
            Unit unit = units.get(target);
            return new SealedNight(night, run.with(unit == null ? List.of() : List.of(unit)), target, sealed, evidence);
        }
    }

    private void compare(List<Run> runs, Target target, Nights found) {
        List<SealedNight> nights =
                runs.stream().map(run -> run.at(target, sealed, evidence)).toList();
        readings.forEach((source, keys) -> {
            if (nights.stream().anyMatch(night -> night.asked(source))) {
                try {
                    compare(nights, source, found.place(target, keys), keys);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private void compare(List<SealedNight> nights, String source, Nights.Place place, List<String> keys)
            throws IOException {
        String before = "";
        for (SealedNight one : nights) {
            Optional<Account> account = one.account();
            if (one.asked(source)) {
                before = night(one, source, place, keys, before);
                one.forget();
            } else if (account.isPresent()) {
                place.blind(
                        one.night(),
                        account.get().state().equals("ACTIVE")
                                ? "not asked"
                                : "not asked, the account is " + account.get().state());
                before = "";
            } else {
                place.left();
                before = "";
            }
        }
        place.end();
    }

    /** @return the fingerprint of its answers */
    private String night(SealedNight one, String source, Nights.Place place, List<String> keys, String before)
            throws IOException {
        if (one.isOf(changed)) {
            place.blind(one.night(), CHANGED);
            return "";
        }
        try {
            String print = one.fingerprint(source);
            if (print.equals(before)) {
                place.same(one.night());
            } else {
                List<Record> records = new ArrayList<>();
                List<Coverage> coverages = one.read(keys, records::add);
                place.night(one.night(), coverages, records);
            }
            return print;
        } catch (FixityException e) {
            place.blind(one.night(), CHANGED);
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof FixityException)) {
                throw e;
            }
            place.blind(one.night(), CHANGED);
        }
        return "";
    }
}
