package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.assessment.Item;
import io.exhibit.control.Book;
import io.exhibit.evidence.Cause;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OneJdk
class EvaluatorTest {

    private static final String A = FakeRun.MANAGEMENT;
    private static final String B = "333344445555";

    private final FakeRun run = new FakeRun().account(A, "ACTIVE").account(B, "ACTIVE");

    @Test
    void onePassOverASourceServesAllOfItsAssertions() {
        Books books = new Books();
        List<String> sources = List.of(Samples.REPORT, Samples.KEYS, Samples.REPORT);
        for (int i = 0; i < sources.size(); i++) {
            Books.Draft draft = new Books.Draft();
            draft.id = "T-0" + i;
            draft.source = sources.get(i);
            books.test(draft);
        }
        run.answered(Samples.REPORT, A, "global").answered(Samples.REPORT, B, "global");
        Judged.of(books.done(), run);

        assertThat(run.reads)
                .containsExactly(
                        A + "/global [iam.access-keys, iam.credential-report]",
                        B + "/global [iam.access-keys, iam.credential-report]");
    }

    @Test
    void furtherReadingsAreThoseOfTheItemsAccount() {
        Books.Draft draft = new Books.Draft();
        draft.with = Map.of("keys", Samples.KEYS);
        draft.expect = "keys.exists(k, k.arn == record.arn)";
        for (String account : List.of(A, B)) {
            run.record(Samples.REPORT, account, "global", Samples.REPORT, Map.of("arn", "arn:same"));
        }
        run.record(Samples.REPORT, A, "global", Samples.KEYS, Map.of("key", "arn:same#1", "arn", "arn:same"));

        assertThat(Judged.of(new Books().test(draft).done(), run).all())
                .extracting(Item::state)
                .containsExactly(Item.State.CONFORMS, Item.State.DEVIATES);
    }

    @Test
    void whatBelongsToTheOrganizationSeesEveryAccount() {
        Books.Draft draft = new Books.Draft();
        draft.source = "registers.leavers";
        draft.with = Map.of("users", Samples.REPORT);
        draft.expect = "!users.exists(u, u.arn == record.user)";
        Book book = new Books()
                .test(draft)
                .register("leavers", Books.entry(Map.of("user", "arn:bob")))
                .done();
        run.answered(Samples.REPORT, A, "global")
                .record(Samples.REPORT, B, "global", Samples.REPORT, Map.of("arn", "arn:bob"));
        assertThat(Judged.of(book, run).states()).containsExactly("arn:bob DEVIATES");

        FakeRun blind = new FakeRun()
                .account(A, "ACTIVE")
                .account(B, "ACTIVE")
                .answered(Samples.REPORT, A, "global")
                .gap(Samples.REPORT, B, "global", "iam:GetCredentialReport", Cause.DENIED);
        assertThat(Judged.of(book, blind).states()).containsExactly("arn:bob INCONCLUSIVE");
    }

    @Test
    void aFurtherReadingThatIsNotSmallMakesItemsInconclusive() {
        Books.Draft draft = new Books.Draft();
        draft.with = Map.of("keys", Samples.KEYS);
        draft.expect = "keys.size() >= 0";
        run.record(Samples.REPORT, A, "global", Samples.REPORT, Map.of("arn", "arn:ann"));
        for (int i = 0; i < 4; i++) {
            run.record(Samples.REPORT, A, "global", Samples.KEYS, Map.of("key", "k" + i));
        }
        Evaluator small = new Evaluator(new Books().test(draft).done(), Samples.catalog(), ZoneId.of("UTC"), 3);

        assertThat(Judged.of(small, run).all().get(0).text())
                .isEqualTo("access keys are more than 3, too many to stand beside an item");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "now == timestamp('2026-10-05T02:15:00Z')",
                "collected == now",
                "period.start == timestamp('2026-09-30T10:00:00Z') && period.end == timestamp('2026-10-31T10:00:00Z')",
                "target.management && target.name == 'name-1' && target.region == 'global'",
                "!has(target.ephi)",
                "days(2) == hours(48) && parameters.max == 90",
                "action_matches('IAM:Put*', 'iam:PutUserPolicy') && !action_matches('iam:Put?', 'iam:PutUserPolicy')",
                "glob('*a*a*b', 'aaaaaaaaaaaaab') && !glob('A*', 'a')",
                "'a nurse'.matches('(?i)NURSE') && !matches('a nurse', '^nurse')",
            })
    void expressionsSeeWhatTheContractSays(String expression) {
        Books.Draft draft = new Books.Draft();
        draft.expect = expression;
        FakeRun one = new FakeRun().account(A, "ACTIVE");
        one.record(Samples.REPORT, A, "global", Samples.REPORT, Map.of("arn", "arn:ann"));
        Evaluator inKiritimati = new Evaluator(
                new Books().test(draft).parameter("max", 90L).done(),
                Samples.catalog(),
                ZoneId.of("Pacific/Kiritimati"));

        assertThat(Judged.of(inKiritimati, one).states()).containsExactly("arn:ann CONFORMS");
    }

    /** A pattern is compiled once, and none is so large that it fills the memory. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record.arn.matches('(' + record.arn)                         | is no pattern: missing closing )",
                "record.arn.matches('((a{100}){100}' + '){100}' + record.arn)  | repeats more than 10000 times in all",
            })
    void aPatternThatCannotBeUsedMakesTheAnswerUnknown(String expression, String says) {
        Books.Draft draft = new Books.Draft();
        draft.expect = expression;
        FakeRun one = new FakeRun().account(A, "ACTIVE");
        one.record(Samples.REPORT, A, "global", Samples.REPORT, Map.of("arn", "arn:ann"));

        assertThat(Judged.of(new Books().test(draft).done(), one).all().get(0).text())
                .contains(says);
    }

    @Test
    void theRunItselfIsAPopulationWithWhatWasNotAnsweredThere() {
        Books.Draft draft = new Books.Draft();
        draft.source = "collection.accounts";
        draft.expect = "record.answered && record.ephi";
        draft.deviation = "{name} is {state}, {gaps} gaps: {causes}";
        run.account("666677778888", "SUSPENDED")
                .answered(Samples.REPORT, A, "global")
                .gap(Samples.REPORT, B, "global", "iam:GetCredentialReport", Cause.DENIED);
        Book book = new Books().test(draft).account(A, true, Optional.of(true)).done();

        assertThat(Judged.of(book, run).all())
                .extracting(i -> i.state() + " " + i.text())
                .containsExactly(
                        "CONFORMS answered = true, ephi = true",
                        "DEVIATES name-3 is ACTIVE, 1 gaps: iam:GetCredentialReport: denied",
                        "DEVIATES name-6 is SUSPENDED, 0 gaps: not asked");
    }

    @Test
    void anItemsDigestChangesWithItsRecordAndWithNothingElse() {
        Books.Draft draft = new Books.Draft();
        FakeRun one = new FakeRun().account(A, "ACTIVE");
        one.record(Samples.REPORT, A, "global", Samples.REPORT, Map.of("arn", "a", "user", "x\n\"\u00e9"));
        one.record(Samples.REPORT, A, "global", Samples.REPORT, Map.of("arn", "a", "user", "y"));
        List<Item> items = Judged.of(new Books().test(draft).done(), one).all();

        // printf '{"arn":"a","user":"x\\u000a\\"\303\251"}' | sha256sum
        assertThat(items.get(0).digest()).isEqualTo("22966dd3e1a63e02");
        assertThat(items.get(1).digest()).isNotEqualTo(items.get(0).digest());
    }

    @Test
    void longValuesAreCutWhereACharacterEnds() {
        Books.Draft draft = new Books.Draft();
        draft.expect = "false";
        draft.deviation = "{user} of {target.account} has {password_enabled}";
        FakeRun one = new FakeRun().account(A, "ACTIVE");
        one.record(Samples.REPORT, A, "global", Samples.REPORT, Map.of("arn", "a", "user", "\uD83D\uDE00".repeat(300)));

        assertThat(Judged.of(new Books().test(draft).done(), one).all().get(0).text())
                .isEqualTo("\uD83D\uDE00".repeat(199) + "\u2026 of " + A + " has (not given)");
    }

    @Test
    void anExpressionThatNeverEndsIsBounded() {
        Books.Draft draft = new Books.Draft();
        draft.with = Map.of("keys", Samples.KEYS);
        draft.expect = "keys.all(a, keys.all(b, keys.all(c, c.key != '')))";
        FakeRun one = new FakeRun().account(A, "ACTIVE");
        one.record(Samples.REPORT, A, "global", Samples.REPORT, Map.of("arn", "a"));
        for (int i = 0; i < 200; i++) {
            one.record(Samples.REPORT, A, "global", Samples.KEYS, Map.of("key", "k" + i));
        }

        assertThat(Judged.of(new Books().test(draft).done(), one).all().get(0).text())
                .startsWith("the expression could not be worked out");
    }

    @Test
    void aBookThatDoesNotCompileJudgesNothing() {
        Books.Draft draft = new Books.Draft();
        draft.expect = "record.nothing";
        assertThatThrownBy(() -> Judged.of(new Books().test(draft).done(), run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("assertions/test.yaml:10:12");
    }
}
