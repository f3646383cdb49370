package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Item.State;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Book;
import io.exhibit.control.Parameter;
import io.exhibit.control.Scope;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Cause;
import io.exhibit.mapping.MappingReader;
import io.exhibit.read.CatalogFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Shipped assertions that a record and a companion do not suffice for, each in the four cases of {@link AssertionCasesTest}. */
class CollectionCasesTest {

    private static final String A = FakeRun.MANAGEMENT;
    private static final String MEMBER = "222233334444";
    private static final String SUMMARY = "iam.account-summary";
    private static final Catalog CATALOG = CatalogFile.load();
    private static final Book SHIPPED = MappingReader.read(Path.of("mappings"), null, "hipaa-security-rule")
            .book()
            .orElseThrow();

    @Test
    void anAccountIsReadCompletelyOnOneDay() {
        assertThat(verdict("COL-01", read())).isEqualTo(Verdict.PASS);
        assertThat(told("COL-01", denied()))
                .containsExactly(
                        "name-1 (111122223333, ACTIVE) was not read completely: iam:GetAccountSummary: denied");
        assertThat(told("COL-01", read().account(MEMBER, "SUSPENDED")))
                .containsExactly("name-2 (222233334444, SUSPENDED) was not read completely: not asked");
        assertThat(verdict("COL-01", read(), false)).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(verdict("COL-01", new FakeRun(CATALOG))).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void everyTargetAnswersEveryCall() {
        assertThat(verdict("COL-02", read())).isEqualTo(Verdict.PASS);
        assertThat(told("COL-02", denied()))
                .containsExactly("name-1 (111122223333), global: not answered (1): iam:GetAccountSummary: denied");
        assertThat(verdict("COL-02", read(), false)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict("COL-02", new FakeRun(CATALOG))).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void everyListIsReadToItsEnd() {
        assertThat(verdict("COL-13", read())).isEqualTo(Verdict.PASS);
        assertThat(told("COL-13", denied())).singleElement().asString().contains("0 of 1 lists ended");
        assertThat(verdict("COL-13", read(), false)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict("COL-13", new FakeRun(CATALOG))).isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** Its population is the nights that were due: of none there is no month, and one that is missing deviates. */
    @Test
    void everyNightThatWasDueWasSealed() {
        assertThat(month("COL-03", new Month().day(18, "ann CONFORMS")).verdict())
                .isEqualTo(Verdict.PASS);
        TestResult missed = month("COL-03", new Month().day(18, "ann CONFORMS").missed(19));
        assertThat(missed.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(missed.histories().get(0).text())
                .isEqualTo("no sealed collection for 2026-10-19 (missed): it was switched off");
        assertThat(month("COL-03", new Month()).verdict()).isNotEqualTo(Verdict.PASS);
    }

    @Test
    void thePoliciesBindEveryAccountWithHealthInformation() {
        assertThat(verdict("ORG-03", bound("Guard"))).isEqualTo(Verdict.PASS);
        assertThat(told("ORG-03", bound("Other")))
                .containsExactly(
                        "name-2 (222233334444) holds ePHI and is not bound by every required service control policy");
        assertThat(verdict("ORG-03", bound("Guard"), false)).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(verdict(
                        "ORG-03",
                        bound("Guard").gap("organizations", A, "global", "organizations:ListPolicies", Cause.DENIED)))
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static FakeRun read() {
        return new FakeRun(CATALOG).account(A, "ACTIVE").answered(SUMMARY, A, "global");
    }

    private static FakeRun denied() {
        return read().gap(SUMMARY, A, "global", "iam:GetAccountSummary", Cause.DENIED);
    }

    private static FakeRun bound(String policy) {
        return read().account(MEMBER, "ACTIVE")
                .answered(SUMMARY, MEMBER, "global")
                .record(
                        "organizations",
                        A,
                        "global",
                        "organizations.effective-scps",
                        Map.of("account", MEMBER, "policies", List.of(Map.of("name", policy, "content_digest", "d"))));
    }

    private static Verdict verdict(String id, FakeRun run) {
        return verdict(id, run, true);
    }

    private static Verdict verdict(String id, FakeRun run, boolean inScope) {
        return Judged.of(evaluator(id, inScope), run).only().verdict();
    }

    private static List<String> told(String id, FakeRun run) {
        return Judged.of(evaluator(id, true), run).all().stream()
                .filter(item -> item.state() == State.DEVIATES)
                .map(item -> item.text())
                .toList();
    }

    private static TestResult month(String id, Month month) {
        PeriodAssessment judged = month.judge(evaluator(id, true));
        return judged.tests().get(0);
    }

    /** The management account holds no ePHI, the other one does; Guard is the policy that is required. */
    private static Evaluator evaluator(String id, boolean inScope) {
        LocalDate signed = LocalDate.of(2026, 1, 2);
        Map<String, Scope.AccountScope> accounts = new TreeMap<>();
        accounts.put(A, new Scope.AccountScope(A, A, inScope, Optional.of(false), "", "D", signed));
        accounts.put(MEMBER, new Scope.AccountScope(MEMBER, MEMBER, inScope, Optional.of(true), "", "D", signed));
        Map<String, Parameter> parameters = new TreeMap<>(SHIPPED.parameters());
        parameters.put("required_scps", new Parameter("required_scps", List.of("Guard"), "", "", Books.AT));
        Book book = new Book(
                SHIPPED.framework(),
                SHIPPED.assertions().stream()
                        .filter(test -> test.id().equals(id))
                        .toList(),
                List.of(),
                new Scope("Clinic", "", "", accounts, Map.of()),
                parameters,
                SHIPPED.registers(),
                List.of(),
                List.of(),
                Map.of(),
                "b00c");
        return new Evaluator(book, CATALOG, ZoneOffset.UTC);
    }
}
