package io.exhibit.run;

import io.exhibit.assessment.Changes;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.Keeping;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.control.Book;
import io.exhibit.evaluate.Evaluator;
import io.exhibit.evaluate.PeriodJudge;
import io.exhibit.evaluate.changes.Approvals;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Exchange.Outcome;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.seal.Discrepancy;
import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Step;
import io.exhibit.seal.Step.Name;
import io.exhibit.seal.Vault;
import io.exhibit.seal.VaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what was sealed once more, down to the raw answers, and judges it again; nothing but what is sealed is asked. */
public final class VerifyRun {

    private final Vault sealed;
    private final List<RunRecord> runs;
    private final Optional<RunRecord> baseline;
    private final Set<String> held;
    private final Progress progress;

    /**
     * @param ids of the runs that are read again, in the order of the log
     * @param baseline of these, the one before the period that changes are counted from, or ""
     * @param held of these, the ones of whose raw answers some are not here
     */
    public VerifyRun(Vault sealed, List<String> ids, String baseline, Set<String> held, Progress progress)
            throws IOException {
        this.sealed = sealed;
        this.held = Set.copyOf(held);
        this.progress = progress;
        this.runs = new ArrayList<>();
        for (String id : ids) {
            runs.add(sealed.run(id));
        }
        this.baseline = runs.stream().filter(run -> run.id().equals(baseline)).findFirst();
    }

    /** Reads every exchange: each payload against its digest, and the counts of the run records against the exchanges. */
    public Step payloads() {
        List<Discrepancy> found = new ArrayList<>();
        long exchanges = 0;
        int read = 0;
        for (int i = 0; i < runs.size(); i++) {
            RunRecord run = runs.get(i);
            progress.step("reading " + run.id(), i, runs.size());
            if (held.contains(run.id())) {
                continue;
            }
            read++;
            for (Unit unit : run.units()) {
                for (Part part : unit.parts()) {
                    exchanges += read(run, unit, part, found);
                }
            }
        }
        String says = exchanges + " exchanges of " + read + (read == 1 ? " run" : " runs")
                + ": each payload has its digest, and the run records count what is there.";
        return found.isEmpty() && !held.isEmpty()
                ? Step.notChecked(Name.PAYLOADS, says + " Of " + held.size() + " more, raw answers are not here.")
                : Step.of(Name.PAYLOADS, found, says);
    }

    private long read(RunRecord run, Unit unit, Part part, List<Discrepancy> found) {
        Map<Outcome, Long> counted = new EnumMap<>(Outcome.class);
        long[] all = {0};
        try {
            if (part.length() > 0) {
                sealed.exchanges(run, unit.target(), part.source(), exchange -> {
                    counted.merge(exchange.outcome(), 1L, Long::sum);
                    all[0]++;
                    if (exchange.outcome() == Outcome.GAP && !isTold(part, exchange)) {
                        found.add(differs(run, unit, exchange.call() + " has no answer, and the record names no gap."));
                    }
                });
            }
        } catch (IOException | UncheckedIOException e) {
            if (e instanceof VaultException store && store.isUnanswered()) {
                throw new UncheckedIOException(store);
            }
            found.add(differs(run, unit, part.source() + " could not be read: " + e.getMessage()));
            return all[0];
        }
        if (all[0] != part.requests()) {
            found.add(differs(
                    run,
                    unit,
                    part.source() + " has " + all[0] + " exchanges, the record counts " + part.requests() + "."));
        }
        long facts = counted.getOrDefault(Outcome.FACT, 0L);
        if (facts != part.facts().size()) {
            found.add(differs(
                    run,
                    unit,
                    part.source() + " has " + facts + " facts, the record names "
                            + part.facts().size() + "."));
        }
        return all[0];
    }

    private static boolean isTold(Part part, Exchange exchange) {
        return part.gaps().stream().anyMatch(gap -> gap.call().equals(exchange.call()));
    }

    private static Discrepancy differs(RunRecord run, Unit unit, String says) {
        return new Discrepancy(Code.EVIDENCE_DIFFERS, "runs/" + run.id() + "/" + unit.file(), says);
    }

    /**
     * Judges every run again, by the book that it was judged by where that is here. Where it is not, the pack's own book judges
     * it: that the same comes out is what has to be shown, and that something else does shows nothing.
     *
     * @param books by their digests
     * @param own by the book of the pack
     * @param scratch a folder in which items may lie while they are sorted
     */
    public Step verdicts(Map<String, AssessRun> books, AssessRun own, Path scratch) throws IOException {
        List<Discrepancy> found = new ArrayList<>();
        List<String> others = new ArrayList<>();
        int judged = 0;
        for (int i = 0; i < runs.size(); i++) {
            RunRecord run = runs.get(i);
            progress.step("judging " + run.id(), i, runs.size());
            String by = sealed.assessment(run.id()).map(day -> day.book()).orElse("");
            if (held.contains(run.id())) {
                others.add(run.id() + " has raw answers that are not here");
            } else if (!by.isEmpty()) {
                AssessRun again = books.getOrDefault(by, own);
                List<Discrepancy> otherwise =
                        sealed.judgedOtherwise(run.id(), items -> again.judge(run, items), scratch);
                if (otherwise.isEmpty() || books.containsKey(by)) {
                    found.addAll(otherwise);
                    judged++;
                } else {
                    others.add(run.id() + " was judged by the book " + by + ", which is not here; by the one that is, "
                            + otherwise.size() + " things come out otherwise, the first: "
                            + otherwise.get(0).says());
                }
            } else if (DueDays.hasEvidence(run)) {
                others.add(run.id() + " was never judged");
            }
        }
        String says = judged + (judged == 1 ? " run" : " runs")
                + " judged again from the raw answers: every judgement and every item is what was sealed.";
        return found.isEmpty() && !others.isEmpty()
                ? Step.notChecked(
                        Name.VERDICTS,
                        says + " The book that is here is " + own.book().digest() + ", and " + others.size()
                                + " others could not be: " + others.get(0) + ".")
                : Step.of(Name.VERDICTS, found, says);
    }

    /** Finds the changes of a period again, between the nights that are here. */
    public Changes changes(PeriodAssessment month, Catalog catalog) throws IOException {
        return new ChangesRun(sealed, catalog, Set.of())
                .of(
                        month.period(),
                        month.days(),
                        baseline,
                        new Approvals(month.book().registers(), month.period().last()));
    }

    /**
     * Judges a period again from its sealed days.
     *
     * @param due when collections were due
     * @param issued days that were due after this do not belong to it
     * @param keepings what the pack says of how the runs were found where they are kept; it is taken as it is
     * @throws IOException when these are other runs
     */
    public PeriodAssessment month(
            Period period, DueTimes due, Instant issued, List<Keeping> keepings, Evaluator evaluator, Book book)
            throws IOException {
        if (!keepings.stream()
                .map(Keeping::run)
                .toList()
                .equals(runs.stream().map(RunRecord::id).toList())) {
            throw new IOException("keeping.json is of other runs than the statement.");
        }
        List<RunRecord> own = runs.stream()
                .filter(run -> baseline.filter(run::equals).isEmpty())
                .toList();
        List<Day> days = new ArrayList<>();
        baseline.map(run -> new Day(LocalDate.ofInstant(run.due(), period.zone()), run.due(), Optional.of(run), ""))
                .ifPresent(days::add);
        days.addAll(DueDays.of(period, due, own, issued, book.scope().on(period.last())));
        return new PeriodJudge(evaluator).judge(period, days, sealed, KeepingJson.of(keepings, own));
    }
}
