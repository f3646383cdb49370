package io.exhibit.run;

import io.exhibit.assessment.Day;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.Keeping;
import io.exhibit.assessment.Period;
import io.exhibit.evidence.RunRecord;
import io.exhibit.render.PackContent;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Judges the days of a month together and gathers what its pack is printed from. */
final class MonthRun {

    /** Days before a period that tell since when something has deviated. */
    private static final int EARLIER = 366;

    private final Vault vault;
    private final DueTimes due;
    private final AssessRun assess;
    private final Contents contents;

    MonthRun(Vault vault, DueTimes due, AssessRun assess, Contents contents) {
        this.vault = vault;
        this.due = due;
        this.assess = assess;
        this.contents = contents;
    }

    /** Of a period that goes on, the days so far. */
    static Period soFar(Period period, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, period.zone());
        return today.isBefore(period.last()) ? new Period(period.first(), today, period.zone()) : period;
    }

    /** A period with the days before it that tell since when something has deviated. */
    static Period earlier(Period period) {
        return new Period(period.first().minusDays(EARLIER), period.last(), period.zone());
    }

    /**
     * What a pack is printed from.
     *
     * @param draft whether what another book judged is judged again by this one, without sealing it
     */
    PackContent of(Period period, Issued issue, Vault sealed, boolean draft) throws IOException {
        Gathered month = gathered(period, issue, sealed, draft);
        PackContent content = month.content();
        PreviousPack previous = contents.previous(sealed, issue.size(), due, assess);
        return content.since(previous.until(issue.pack(), content.assessment(), month.days(), month.judged()));
    }

    /** The same without what changed since the pack before, whose period would be judged for that. */
    PackContent alone(Period period, Issued issue, Vault sealed) throws IOException {
        return gathered(period, issue, sealed, false).content();
    }

    /** @param days due in it and before */
    private record Gathered(PackContent content, List<Day> days, Days judged) {}

    private Gathered gathered(Period period, Issued issue, Vault sealed, boolean draft) throws IOException {
        Period earlier = earlier(period);
        List<RunRecord> log = RunIds.since(earlier.start(), period, sealed);
        List<Day> days =
                DueDays.of(earlier, due, log, issue.at(), assess.book().scope().on(period.last()));
        List<Keeping> keepings = KeepingJson.of(KeepingJson.read(issue.keeping()), Contents.runs(period, log));
        Days judged = draft ? assess.again(Contents.runs(period, log), sealed) : sealed;
        PackContent content = contents.of(
                assess.period(period, days, judged, keepings),
                log,
                sealed,
                issue,
                draft,
                vault.signers(issue.checkpoint()));
        return new Gathered(contents.listing(content, sealed, judged, assess::noun), days, judged);
    }

    /** How the evidence of a period is kept. */
    List<Keeping> kept(Period period) throws IOException {
        List<RunRecord> runs = new ArrayList<>();
        RunIds.baseline(period, vault).ifPresent(runs::add);
        runs.addAll(Contents.runs(period, RunIds.since(period.start(), vault)));
        return new KeptRuns(vault).of(runs);
    }
}
