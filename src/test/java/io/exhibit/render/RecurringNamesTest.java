package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Findings;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.Spell;
import io.exhibit.assessment.TestResult;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RecurringNamesTest {

    private static final String KEY = "arn:aws:iam::333344445555:user/a.kiosk";

    private final List<TestResult> tests = new ArrayList<>();

    @Test
    void whatThreeTestsSayOfOneNameStandsTogetherInTheOrderOfDays() {
        found(0, 12, KEY, "a.kiosk signs in with a password alone");
        found(1, 3, KEY, "a.kiosk can act as an administrator");
        found(2, 7, "sign-in-1", "IAMUser arn:aws:iam::333344445555:user/a.kiosk signed in.");

        Map<String, Object> name = only();
        assertThat(name).containsEntry("name", "a.kiosk").containsEntry("count", "3 places");
        assertThat(rows(name)).extracting("day").containsExactly("2026-09-03", "2026-09-07", "2026-09-12");
        assertThat(rows(name)).allMatch(row -> !row.get("anchor").equals(""));
    }

    @Test
    void anAccountFromOutsideIsANameAndOneOfTheEntityIsNone() {
        for (int i = 0; i < 3; i++) {
            found(i, 3 + i, "snapshot-" + i, "shared by 333344445555 with 888877776666, in us-east-1");
        }
        assertThat(only()).containsEntry("name", "888877776666");
    }

    @Test
    void aNameInTwoTestsOrOfACommonWordIsNotTold() {
        found(0, 3, KEY, "a.kiosk signs in");
        found(1, 3, KEY, "a.kiosk signs in");
        found(1, 4, KEY + "2", "a.kiosk signs in again");
        found(2, 5, "default", "the group default has rules for a well-known port");
        found(3, 5, "default", "default has rules for a well-known port");
        found(4, 5, "default", "default has rules for a well-known port");

        assertThat(rows(model().get("names"))).isEmpty();
    }

    @Test
    void aLongListOfOneNameIsCutWithItsCount() {
        for (int i = 0; i < 15; i++) {
            found(i % 3, 1 + i, KEY + "/" + i, "a.kiosk signed in for the time " + i);
        }
        Map<String, Object> name = only();
        assertThat(rows(name)).hasSize(12);
        assertThat(name).containsEntry("count", "15 places").containsEntry("more", "3");
    }

    /** Of the test that is the nth of the sample. */
    private void found(int test, int day, String key, String text) {
        TestResult any = SampleTests.all().get(test);
        LocalDate opened = LocalDate.of(2026, 9, day);
        History history = new History(
                any.assertion().id(),
                Target.global("333344445555"),
                key,
                Item.State.DEVIATES,
                opened,
                false,
                opened,
                List.of(new Spell(opened, null)),
                null,
                text,
                "");
        tests.add(new TestResult(
                any.assertion(),
                any.counted(),
                any.daysJudged(),
                any.daysDeviating(),
                any.daysUnknown(),
                List.of(history),
                List.of(),
                any.proof(),
                any.places(),
                any.unjudged(),
                any.atEnd()));
    }

    private Map<String, Object> model() {
        PeriodAssessment sample = SamplePack.small().assessment();
        PackContent content = SamplePack.with(new PeriodAssessment(
                sample.book(),
                sample.period(),
                sample.bookChanges(),
                sample.days(),
                sample.controls(),
                tests,
                sample.documents()));
        Findings findings = new Findings(content.assessment());
        return new RecurringNames(content, findings, new Accounts(content), new FindingAnchors(findings)).model();
    }

    private Map<String, Object> only() {
        List<Map<String, Object>> names = rows(model().get("names"));
        assertThat(names).hasSize(1);
        return names.get(0);
    }

    private static List<Map<String, Object>> rows(Map<String, Object> name) {
        return rows(name.get("rows"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Object list) {
        return (List<Map<String, Object>>) list;
    }
}
