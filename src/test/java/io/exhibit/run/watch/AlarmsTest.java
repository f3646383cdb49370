package io.exhibit.run.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Day;
import io.exhibit.assessment.Finding;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Spell;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Expression;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.Book;
import io.exhibit.control.Decision;
import io.exhibit.control.Document;
import io.exhibit.control.Framework;
import io.exhibit.control.Position;
import io.exhibit.control.Register;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.control.Scope;
import io.exhibit.control.Severity;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.Target;
import io.exhibit.run.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes an alarm, and when. */
class AlarmsTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant FIRST = Instant.parse("2026-10-05T02:15:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
    private static final Position PLACE = new Position("decisions.yaml", 3, 1);

    private final Nights nights = new Nights(UTC);

    @Test
    void aCollectionThatIsUnderWayIsNotMissed() {
        List<Day> days = List.of(day(0, Outcome.COMPLETE), day(1));

        assertThat(nights.of(days, due(1).plus(Duration.ofHours(5)))).isEmpty();
        assertThat(nights.of(days, due(1).plus(Duration.ofHours(7))))
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.key()).isEqualTo("collection:2026-10-06T02:15:00Z");
                    assertThat(alarm.until()).isEmpty();
                });
    }

    @Test
    void nightsThatFollowEachOtherAreOneCauseUntilOneHasEvidence() {
        List<Day> days =
                new ArrayList<>(List.of(day(0, Outcome.COMPLETE), day(1, Outcome.FAILED), day(2, Outcome.MISSED)));
        Alarm going = nights.of(days, due(3)).get(0);
        days.add(day(3, Outcome.GAPS));
        days.add(day(4, Outcome.FAILED));
        List<Alarm> both = nights.of(days, due(5));

        assertThat(going.headline()).startsWith("No evidence of 2 collections since 2026-10-06");
        assertThat(both).extracting(Alarm::key).containsExactly(going.key(), "collection:2026-10-09T02:15:00Z");
        assertThat(both.get(0).until()).contains(due(3));
        assertThat(both.get(1).until()).isEmpty();
    }

    @Test
    void anotherReasonIsNewsAndAnotherRequestIdIsNot() {
        Alarm first =
                nights.of(List.of(failed(0, "unreachable: request 1")), due(1)).get(0);
        Alarm same = nights.of(
                        List.of(failed(0, "unreachable: request 1"), failed(1, "unreachable: request 2")), due(2))
                .get(0);
        Alarm other = nights.of(List.of(failed(0, "unreachable: request 1"), failed(1, "denied: x")), due(2))
                .get(0);

        assertThat(same.key()).isEqualTo(first.key());
        assertThat(same.state()).isEqualTo(first.state());
        assertThat(other.state()).isNotEqualTo(first.state());
    }

    @Test
    void evidenceIsStaleAfterTwoDays() {
        assertThat(nights.stale(FIRST, FIRST.plus(Duration.ofHours(47)))).isEmpty();
        assertThat(nights.stale(FIRST, FIRST.plus(Duration.ofHours(49))))
                .extracting(Alarm::kind)
                .containsExactly(AlarmKind.STALE);
    }

    @Test
    void entriesOfTheBookAreToldOfTwoWeeksBeforeTheyEndAndWhenTheyHave() {
        Book book = book(
                List.of(accepted("RA-1", TODAY.plusDays(14)), accepted("RA-2", TODAY.plusDays(15))),
                List.of(new Decision(
                        "164.312(a)(2)(iii)",
                        Decision.Choice.IMPLEMENTED,
                        "r",
                        "",
                        "Jane",
                        TODAY.minusDays(400),
                        TODAY.minusDays(1),
                        PLACE)),
                List.of(
                        entry(TODAY.plusDays(3), false),
                        entry(TODAY.plusDays(3), false),
                        entry(TODAY.plusDays(3), true),
                        entry(TODAY.plusDays(90), false)));

        assertThat(new Entries(UTC, TODAY).of(book))
                .extracting(alarm -> alarm.key() + " " + alarm.state() + " " + alarm.headline())
                .containsExactly(
                        "entry:acceptance:RA-1 ends Ends on 2026-10-19: the risk acceptance RA-1 of test IAM-01",
                        "entry:decision:164.312(a)(2)(iii) over Has ended: the decision on 164.312(a)(2)(iii)",
                        "entry:register:approved_admins:2026-10-08 ends Ends on 2026-10-08: 2 entries of the register"
                                + " approved_admins",
                        "entry:document:MAN-04 ends Ends on 2026-10-10: the document MAN-04 (Review)");
        assertThat(new Entries(UTC, TODAY).of(book))
                .extracting(Alarm::concern)
                .as("whom it is about, and until when")
                .containsExactly(
                        new Alarm.Concern(List.of("IAM-01"), List.of(), TODAY.plusDays(14)),
                        new Alarm.Concern(List.of(), List.of("164.312(a)(2)(iii)"), TODAY.minusDays(1)),
                        new Alarm.Concern(List.of(), List.of(), TODAY.plusDays(3)),
                        new Alarm.Concern(List.of(), List.of("164.308(a)(1)(ii)(D)"), TODAY.plusDays(5)));
    }

    @Test
    void aCertificateThatEndsIsNamedAndNoOtherItemIs() {
        LocalDate seen = TODAY.minusDays(1);

        assertThat(new FindingAlarms(UTC, TODAY).of(List.of(finding("TLS-04", "acm.certificates", Severity.LOW, seen))))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.facts())
                        .as("names stand in every certificate that is handed out")
                        .contains("the certificate of portal.example ends at 2026-10-20"));
        assertThat(new FindingAlarms(UTC, TODAY).of(List.of(finding("S3-01", "s3.buckets", Severity.CRITICAL, seen))))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.facts().toString()).doesNotContain("portal.example"));
    }

    private static Finding finding(String id, String source, Severity severity, LocalDate seen) {
        Expression yes = new Expression("true", PLACE);
        Assertion test = new Assertion(
                id,
                "",
                Timing.SNAPSHOT,
                source,
                Map.of(),
                yes,
                yes,
                new Expression("", PLACE),
                "",
                "",
                "",
                severity,
                false,
                List.of(),
                List.of(),
                Map.of(),
                PLACE,
                Map.of());
        Judgement judged = new Judgement(id, Verdict.FAIL, 9, 8, 1, 0, 0, 0, "");
        History history = new History(
                id,
                new Target("111122223333", "us-east-1"),
                "arn:aws:acm:us-east-1:111122223333:certificate/1",
                Item.State.DEVIATES,
                seen,
                false,
                seen,
                List.of(new Spell(seen, null)),
                null,
                "the certificate of portal.example ends at 2026-10-20",
                "");
        return new Finding(new TestResult(test, judged, 2, 2, 0, List.of(), List.of(), ""), history, TODAY);
    }

    @Test
    void whatTheNodeCouldNotDoIsOneCauseUntilItCould() {
        Failures failures = new Failures();
        failures.failed(Work.COLLECT, "The collection of 2026-10-05T02:15:00Z", FIRST, "no network");
        failures.failed(Work.COLLECT, "The collection of 2026-10-06T02:15:00Z", due(1), "no network");
        failures.failed(Work.PACK, "The pack of 2026-09", FIRST, "the folder is gone");
        failures.failed(Work.DELIVER, "The delivery of EH-2026-09 by sftp", FIRST, "refused");

        assertThat(failures.alarms())
                .extracting(Alarm::key)
                .contains("collection:node", "pack:The pack of 2026-09", "delivery:The delivery of EH-2026-09 by sftp");

        failures.succeeded(Work.COLLECT, "The collection of 2026-10-07T02:15:00Z");
        failures.owed(0);
        failures.succeeded(Work.DELIVER, "The delivery of EH-2026-09 by sftp");
        assertThat(failures.alarms()).isEmpty();
    }

    private static Instant due(int day) {
        return FIRST.plus(Duration.ofDays(day));
    }

    private static Day day(int day) {
        return new Day(LocalDate.ofInstant(due(day), UTC), due(day), Optional.empty(), "no run is in the log");
    }

    private static Day day(int day, Outcome outcome) {
        return day(day, outcome, outcome == Outcome.COMPLETE ? "" : "unreachable");
    }

    private static Day failed(int day, String reason) {
        return day(day, Outcome.FAILED, reason);
    }

    private static Day day(int day, Outcome outcome, String reason) {
        RunRecord run = new RunRecord(
                "r" + day, due(day), due(day), due(day), outcome, reason, "aws", "", "", List.of(), Map.of(),
                List.of());
        return new Day(LocalDate.ofInstant(due(day), UTC), due(day), Optional.of(run), reason);
    }

    private static RiskAcceptance accepted(String id, LocalDate expires) {
        return new RiskAcceptance(id, "IAM-01", "*", "*", "Jane", TODAY.minusDays(9), expires, "why", false, PLACE);
    }

    private static Register.Entry entry(LocalDate review, boolean sample) {
        return new Register.Entry(Map.of(), "Jane", TODAY.minusDays(9), "why", review, sample, PLACE);
    }

    private static Book book(List<RiskAcceptance> accepted, List<Decision> decisions, List<Register.Entry> entries) {
        Document document = new Document(
                "MAN-04",
                "",
                "",
                35,
                Document.Covers.NOTHING,
                Map.of("164.308(a)(1)(ii)(D)", ""),
                Optional.of(new Document.Filed("Review", "1", "Jane", TODAY.minusDays(30), "", PLACE)));
        return new Book(
                new Framework("f", "F", "", "", List.of()),
                List.of(),
                List.of(document),
                new Scope("", "", "", Map.of(), Map.of()),
                Map.of(),
                Map.of("approved_admins", new Register("approved_admins", entries, PLACE)),
                accepted,
                decisions,
                Map.of(),
                "");
    }
}
