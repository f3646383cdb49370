package io.exhibit.run;

import io.exhibit.assessment.Day;
import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Findings;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.evidence.RunRecord;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What is open on the newest sealed day, and since when: judged from the sealed days, as a pack of that day alone would say it. */
public final class OpenFindings {

    /** Days before it that tell since when: more than the longest limit by which something is to be mended, and a month. */
    private static final int EARLIER = 122;

    private OpenFindings() {}

    /**
     * @param assess with a book of the tests that are of interest
     * @param due when collections are due
     * @param newest the newest run with evidence
     */
    public static List<Finding> of(Vault vault, AssessRun assess, DueTimes due, ZoneId zone, RunRecord newest)
            throws IOException {
        LocalDate day = LocalDate.ofInstant(newest.due(), zone);
        Period earlier = new Period(day.minusDays(EARLIER), day, zone);
        Instant last = newest.due().truncatedTo(ChronoUnit.SECONDS);
        List<RunRecord> log = RunIds.since(earlier.start(), at -> !at.isBefore(last), vault);
        List<Day> days = DueDays.of(
                earlier, due, log, earlier.end(), assess.book().scope().on(day));
        PeriodAssessment assessed = assess.period(new Period(day, day, zone), days, vault, List.of());
        return new Findings(assessed)
                .everything().stream()
                        .filter(finding -> finding.history().open())
                        .toList();
    }
}
