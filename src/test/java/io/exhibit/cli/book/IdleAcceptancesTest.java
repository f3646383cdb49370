package io.exhibit.cli.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.Spell;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.control.Position;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.evidence.Target;
import io.exhibit.mapping.MappingReader;
import io.exhibit.run.PreviewRun.Month;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why an acceptance that somebody just wrote accepts nothing of a month. */
final class IdleAcceptancesTest {

    private static final Book SHIPPED =
            MappingReader.read(null, null, "hipaa-security-rule").sound();
    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
    private static final LocalDate LAST = LocalDate.parse("2026-10-31");

    private static Book book(RiskAcceptance... acceptances) {
        return new Book(
                SHIPPED.framework(),
                SHIPPED.assertions(),
                SHIPPED.documents(),
                SHIPPED.scope(),
                SHIPPED.parameters(),
                SHIPPED.registers(),
                List.of(acceptances),
                SHIPPED.decisions(),
                SHIPPED.files(),
                SHIPPED.digest());
    }

    private static RiskAcceptance accepted(String item, String account, String approved, String expires) {
        return new RiskAcceptance(
                "RA-1",
                "IAM-02",
                item,
                account,
                "Jane Doe",
                LocalDate.parse(approved),
                LocalDate.parse(expires),
                "Because",
                false,
                new Position("risk-acceptances.yaml", 1, 1));
    }

    private static History open(String account, String key, String acceptance) {
        return new History(
                "IAM-02",
                Target.global(account),
                key,
                Item.State.DEVIATES,
                FIRST,
                false,
                LAST,
                List.of(new Spell(FIRST, null)),
                null,
                "is old",
                acceptance,
                List.of());
    }

    /** What is said of an acceptance over these items. */
    private static String said(RiskAcceptance acceptance, History... open) {
        Assertion test = SHIPPED.assertions().stream()
                .filter(each -> each.id().equals("IAM-02"))
                .findFirst()
                .orElseThrow();
        TestResult result = new TestResult(
                test,
                new Judgement("IAM-02", Verdict.FAIL, open.length, 0, open.length, 0, 0, 0, ""),
                31,
                31,
                0,
                List.of(open),
                List.of(),
                "");
        List<String> all = IdleAcceptances.of(
                new Month(YearMonth.of(2026, 10), month(book(), result), month(book(acceptance), result), 0, 1, 1));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static PeriodAssessment month(Book book, TestResult result) {
        return new PeriodAssessment(
                book,
                new Period(FIRST, LAST, ZoneOffset.UTC),
                List.of(),
                List.of(),
                List.of(),
                List.of(result),
                List.of());
    }

    @Test
    void itsItemIsWrittenOtherwise() {
        assertThat(said(accepted("importer#2", "", "2026-01-12", "2027-01-12"), open("1", "importer#1", "")))
                .endsWith("which has 1 that deviates. Did you mean importer#1?");
    }

    @Test
    void itIsForAnotherAccount() {
        assertThat(said(accepted("importer*", "2", "2026-01-12", "2027-01-12"), open("1", "importer#1", "")))
                .endsWith("Such an item deviates in 1, and not in 2.");
    }

    @Test
    void itWasSignedTooLateOrHasEnded() {
        assertThat(said(accepted("importer*", "", "2026-11-03", "2027-01-12"), open("1", "importer#1", "")))
                .endsWith(
                        "It counts from 2026-11-03 on, when it was signed; the last day that was judged is 2026-10-31.");
        assertThat(said(accepted("importer*", "", "2026-01-12", "2026-10-30"), open("1", "importer#1", "")))
                .endsWith("It ended on 2026-10-30; the last day that was judged is 2026-10-31.");
    }

    @Test
    void itNamesNoAccountWhereSeveralHaveTheItem() {
        assertThat(said(
                        accepted("importer*", "", "2026-01-12", "2027-01-12"),
                        open("1", "importer#1", ""),
                        open("2", "importer#1", "")))
                .endsWith("It names no account, and such an item deviates in 1, 2.");
    }

    /** No other acceptance is made up where none is known. */
    @Test
    void whatIsNotKnownIsSaidSo() {
        assertThat(said(accepted("importer*", "1", "2026-01-12", "2027-01-12"), open("1", "importer#1", "")))
                .endsWith("is not known here: it names the item, and counted on 2026-10-31.");
    }

    @Test
    void anotherOneCoversIt() {
        assertThat(said(accepted("importer*", "1", "2026-01-12", "2027-01-12"), open("1", "importer#1", "RA-0")))
                .endsWith("Another one accepts it already: RA-0.");
    }
}
