package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Assertion.Particulars;
import io.exhibit.control.Problem;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.RecordType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions begin at assertions/test.yaml:10:5. */
class CompilerTest {

    private static final Catalog CATALOG = Samples.catalog();

    @Test
    void anEditedBookIsCompiledWhereItIsAnother() {
        Books.Draft dated = new Books.Draft();
        dated.expect = "now - collected < days(parameters.max_days)";
        dated.parameters = List.of("max_days");
        Books.Draft plain = new Books.Draft();
        plain.id = "T-02";
        CompiledBook before = compiled(dated, plain, 90L);

        CompiledBook edited = compiled(dated, plain, 60L);
        assertThat(edited.tests().get(0).expect())
                .as("of which kind a threshold is decides, and not what it is")
                .isSameAs(before.tests().get(0).expect());
        assertThat(edited.tests().get(1).expect())
                .isSameAs(before.tests().get(1).expect());
        assertThat(compiled(dated, plain, List.of("a")).problems())
                .extracting(Problem::code)
                .containsExactly("wrong-operand");
        assertThat(compiled(dated, plain, List.of("a")).problems())
                .as("a mistake is told each time")
                .hasSize(1);
        plain.expect = "record.mfa_active";
        assertThat(compiled(dated, plain, 90L).tests().get(1).expect())
                .isNotSameAs(before.tests().get(1).expect());
    }

    @Test
    void anExpressionIsCheckedAgainstTheRecordsThatTheBookIsReadWith() {
        Books.Draft draft = new Books.Draft();
        draft.expect = "record.mfa_active";
        assertThat(Compiler.problems(new Books().test(draft).done(), CATALOG)).isEmpty();
        Catalog all = CATALOG;
        Map<String, RecordType> others = new HashMap<>(all.types());
        others.put(Samples.REPORT, new RecordType(Samples.REPORT, List.of()));
        assertThat(Compiler.problems(
                        new Books().test(draft).done(),
                        new Catalog(all.sources(), others, all.answers(), all.values())))
                .extracting(Problem::code)
                .containsExactly("unknown-member");
    }

    private static CompiledBook compiled(Books.Draft one, Books.Draft other, Object days) {
        Books books = new Books().test(one).test(other).parameter("max_days", days);
        return Compiler.of(books.done(), CATALOG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record.mfa_actve | 10:12: T-01: there is no member mfa_actve. Did you mean mfa_active? [unknown-member]",
                "recrd.mfa_active | 10:5: T-01: nothing is called recrd. Did you mean record? [unknown-name]",
                "record.user == 1 | 10:17: T-01: == cannot be used on a text and a whole number. Write a number without quotes. [wrong-operand]",
                "record.user | 10:5: T-01: the expression must be true or false, but this one is a text. Say what it must be, with ==, <=, in or the like. [not-a-condition]",
                "record.mfa_active && | 10:25: T-01: the expression cannot be read from here on. Look for a missing quotation mark, bracket or operator. [expression-syntax]",
                "record.mfa_active = true | 10:23: T-01: One equals sign compares nothing. Write == to compare. [expression-syntax]",
                "1 < parameters.max_dys | 10:20: T-01: there is no parameter max_dys. Did you mean max_days? [unknown-parameter]",
                "now > now - dys(3) | 10:20: T-01: nothing is called dys. Did you mean days? [unknown-name]",
                "target.acount == '' | 10:12: T-01: there is no member acount. Did you mean account? [unknown-member]",
            })
    void aMistakeInAnExpressionIsToldAtItsPlaceInTheFile(String expression, String told) {
        assertThat(problems(expression)).extracting(Problem::toString).containsExactly("assertions/test.yaml:" + told);
    }

    @Test
    void aMistakeOnALaterLineIsToldOnThatLine() {
        assertThat(problems("record.password_enabled\n      && record.mfa_activ"))
                .extracting(p -> p.position().toString())
                .containsExactly("assertions/test.yaml:11:17");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kms.keys | record.KeyMetadata.Enabld",
                "guardduty.detectors | record.Features.exists(f, f.Statu == 'ENABLED')",
                "waf.statements | record.NotStatement.NotStatement.Txt == ''",
            })
    void aMisspeltMemberIsFoundInStructuresListsAndRecursion(String source, String expression) {
        Books.Draft draft = new Books.Draft();
        draft.source = source;
        draft.expect = expression;
        assertThat(Compiler.problems(new Books().test(draft).done(), CATALOG))
                .extracting(Problem::code)
                .containsExactly("unknown-member");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "has(record.mfa_active) && record.mfa_active",
                "now - collected < days(parameters.max_days) || now - collected < hours(3)",
                "registers.approved_admins.exists(e, e.principal == record.arn)",
                "others.exists(o, o.slot == 1 && o.active)",
                "action_matches('iam:*', 'iam:CreateUser') && glob('*', record.user)",
                "period.start < now && target.management && !target.ephi",
            })
    void whatTheContractPromisesCompiles(String expression) {
        assertThat(problems(expression)).isEmpty();
    }

    @Test
    void namesOutsideExpressionsAreCheckedToo() {
        Books.Draft draft = new Books.Draft();
        draft.deviation = "{usr} of {target.name} after {parameters.max_day}, {user} is right";
        draft.proof = List.of("mfa_active", "mfa");
        Books.Draft lost = new Books.Draft();
        lost.source = "iam.credential-reports";
        lost.with = Map.of("now", "iam.access-key");

        assertThat(Compiler.problems(
                        new Books()
                                .parameter("max_days", 90L)
                                .test(draft)
                                .test(lost)
                                .done(),
                        CATALOG))
                .extracting(p -> p.message() + " " + p.hint() + " " + p.code())
                .containsExactly(
                        "T-01: there is no member usr of iam.credential-report. Did you mean user? unknown-member",
                        "T-01: there is no parameter max_day. Did you mean max_days? unknown-parameter",
                        "T-01: there is no member mfa of iam.credential-report. Did you mean mfa_active? unknown-member",
                        "There is no source iam.credential-reports. Did you mean iam.credential-report? unknown-source",
                        "There is no source iam.access-key. Did you mean iam.access-keys? unknown-source",
                        "T-01: the name now already means something else. Choose another name under with. taken-name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_day | there is no parameter max_day. Did you mean max_days? [unknown-parameter]",
                "max_days | max_days is neither a list nor yes or no, so that it chooses nothing. Name a parameter of the type list or"
                        + " boolean. [wrong-operand]",
            })
    void whatChoosesWhetherATestIsAskedCanSayNo(String name, String told) {
        Books.Draft draft = new Books.Draft();
        draft.particulars = new Particulars("", name, "", "", Map.of(), false);
        Books books = new Books().parameter("max_days", 90L).parameter("wanted", false);
        assertThat(Compiler.problems(books.test(draft).done(), CATALOG))
                .extracting(Problem::toString)
                .allSatisfy(text -> assertThat(text).endsWith("T-01: " + told))
                .hasSize(1);
        draft.particulars = new Particulars("", "wanted", "", "", Map.of(), false);
        assertThat(Compiler.problems(
                        new Books().parameter("wanted", false).test(draft).done(), CATALOG))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record.Features.exists(f, f.Status == 'ENABELD') | AWS never answers \"ENABELD\" for Status. Did you mean ENABLED?",
                "record.Features.all(f, f.Status in ['ENABLED', 'on']) | AWS never answers \"on\" for Status. It answers ENABLED, DISABLED.",
                "'off' != record.Features[0].Status | AWS never answers \"off\" for Status. It answers ENABLED, DISABLED.",
            })
    void aTextThatAwsNeverAnswersIsTold(String expression, String told) {
        Books.Draft draft = new Books.Draft();
        draft.source = "guardduty.detectors";
        draft.expect = expression;
        assertThat(Compiler.problems(new Books().test(draft).done(), CATALOG))
                .extracting(Problem::toString)
                .allSatisfy(text -> assertThat(text).contains("T-01: " + told + " [unknown-value]"))
                .hasSize(1);
    }

    /** A name that hides another one of an outer list, and one whose values AWS does not list. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record.Features.exists(f, record.Features.exists(f, f.Name == 'anything'))",
                "record.Features.all(record, record.Name == 'x')",
                "record.Status == 'as it likes'"
            })
    void whereAwsListsNoValuesAnyTextIsTaken(String expression) {
        Books.Draft draft = new Books.Draft();
        draft.source = "guardduty.detectors";
        draft.expect = expression;
        assertThat(Compiler.problems(new Books().test(draft).done(), CATALOG)).isEmpty();
    }

    private static List<Problem> problems(String expression) {
        Books.Draft draft = new Books.Draft();
        draft.with = Map.of("others", Samples.KEYS);
        draft.expect = expression;
        return Compiler.problems(
                new Books().parameter("max_days", 90L).test(draft).done(), CATALOG);
    }
}
