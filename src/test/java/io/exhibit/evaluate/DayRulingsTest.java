package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Book;
import io.exhibit.control.Register;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rulings about one day (DESIGN: judgement, ruled once), each by its name. */
class DayRulingsTest {

    private static final String A = FakeRun.MANAGEMENT;
    private static final String B = "333344445555";

    private final FakeRun run = new FakeRun().account(A, "ACTIVE");

    @Test
    void rollUpIsTheMaximumOfTheLattice() {
        assertThat(Verdict.values())
                .containsExactly(
                        Verdict.NOT_APPLICABLE, Verdict.PASS, Verdict.MANUAL, Verdict.INCONCLUSIVE, Verdict.FAIL);
        assertThat(Verdict.PASS.max(Verdict.MANUAL)).isEqualTo(Verdict.MANUAL);
    }

    @Test
    void emptyPopulationIsNotApplicableWithItsReason() {
        run.answered(Samples.REPORT, A, "global");
        assertThat(Judged.of(mfa(), run).only().verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(Judged.of(mfa(), run).only().reason()).isEqualTo("There are no users.");

        user("ann", Map.of("password_enabled", false, "mfa_active", false));
        Judgement judgement = Judged.of(mfa(), run).only();
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(judgement.leftOut()).isEqualTo(1);
        assertThat(judgement.reason()).isEqualTo("None of the 1 users that were read belongs to the population.");
    }

    @Test
    void evidenceWithAGapIsInconclusiveWithItsCause() {
        run.gap(Samples.REPORT, A, "global", "iam:GetCredentialReport", Cause.DENIED);
        Judged judged = Judged.of(mfa(), run);

        assertThat(judged.only().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.only().reason())
                .isEqualTo(
                        "1 account or region could not be judged: users could not be read: iam:GetCredentialReport: denied");
        assertThat(judged.states()).containsExactly(A + "/global INCONCLUSIVE");
    }

    @Test
    void aRunThatAskedNothingIsInconclusive() {
        assertThat(Judged.of(mfa(), new FakeRun()).only())
                .isEqualTo(
                        new Judgement("T-01", Verdict.INCONCLUSIVE, 0, 0, 0, 0, 0, 0, "The run asked for no users."));
    }

    @Test
    void anActiveAccountThatWasNotAskedIsInconclusive() {
        user("ann", Map.of("password_enabled", true, "mfa_active", true));
        run.account(B, "ACTIVE").account("666677778888", "SUSPENDED");
        Judged judged = Judged.of(mfa(), run);

        assertThat(judged.states()).containsExactly("arn:ann CONFORMS", B + "/global INCONCLUSIVE");
        assertThat(judged.only().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void anItemWhoseWhereOrExpectMeetsAnAbsentMemberIsInconclusiveItself() {
        user("ann", Map.of("password_enabled", true, "mfa_active", true));
        user("bob", Map.of("mfa_active", true));
        user("eve", Map.of("password_enabled", true));
        Judged judged = Judged.of(mfa(), run);

        assertThat(judged.states()).containsExactly("arn:ann CONFORMS", "arn:bob INCONCLUSIVE", "arn:eve INCONCLUSIVE");
        assertThat(judged.all())
                .extracting(Item::text)
                .containsExactly(
                        "mfa_active = true",
                        "no value was given for password_enabled",
                        "no value was given for mfa_active");
        assertThat(judged.only().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void oneDeviatingItemMakesFailNoMatterWhatElseIsUnknown() {
        user("ann", Map.of("password_enabled", true, "mfa_active", false));
        run.account(B, "ACTIVE").gap(Samples.REPORT, B, "global", "iam:GetCredentialReport", Cause.SCP_DENIED);

        assertThat(Judged.of(mfa(), run).only().verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void passNeedsEveryItemKnown() {
        user("ann", Map.of("password_enabled", true, "mfa_active", true));
        assertThat(Judged.of(mfa(), run).only().verdict()).isEqualTo(Verdict.PASS);

        run.account(B, "ACTIVE").gap(Samples.REPORT, B, "global", "iam:GetCredentialReport", Cause.THROTTLED);
        assertThat(Judged.of(mfa(), run).only().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aDeniedDetailMakesThatItemInconclusiveAndNamesTheCall() {
        Books.Draft draft = new Books.Draft();
        draft.source = "kms.keys";
        draft.expect = "record.KeyRotationEnabled";
        run.record("kms.keys", A, "eu-west-1", "kms.keys", Map.of("KeyId", "k1", "KeyRotationEnabled", true));
        run.record(
                "kms.keys",
                A,
                "eu-west-1",
                "kms.keys",
                Map.of("KeyId", "k2"),
                List.of(FakeRun.gap("kms:GetKeyRotationStatus", Cause.DENIED)));
        Judged judged = Judged.of(new Books().test(draft).done(), run);

        assertThat(judged.states()).containsExactly("k1 CONFORMS", "k2 INCONCLUSIVE");
        assertThat(judged.all().get(1).text())
                .isEqualTo("no value was given for KeyRotationEnabled (kms:GetKeyRotationStatus: denied)");
    }

    @Test
    void aMemberOfADeniedDetailIsNotSaidToBeAbsent() {
        List<Gap> denied = List.of(FakeRun.gap("kms:GetKeyRotationStatus", Cause.DENIED));
        run.record("kms.keys", A, "eu-west-1", "kms.keys", Map.of("KeyId", "k1"), denied);
        for (String expect : List.of("has(record.KeyRotationEnabled)", "!has(record.KeyRotationEnabled)")) {
            Books.Draft draft = new Books.Draft();
            draft.source = "kms.keys";
            draft.expect = expect;
            assertThat(Judged.of(new Books().test(draft).done(), run).all())
                    .extracting(item -> item.state() + " " + item.text())
                    .containsExactly(
                            "INCONCLUSIVE no value was given for KeyRotationEnabled (kms:GetKeyRotationStatus: denied)");

            Books.Draft beside = new Books.Draft();
            beside.source = "collection.accounts";
            beside.with = Map.of("keys", "kms.keys");
            beside.expect = "keys.all(k, " + expect.replace("record", "k") + ")";
            assertThat(Judged.of(new Books().test(beside).done(), run).states()).containsExactly(A + " INCONCLUSIVE");
        }
    }

    @Test
    void aRegisterEntryIsPartOfTheExpectation() {
        Books.Draft draft = new Books.Draft();
        draft.expect = "registers.approved_admins.exists(e, e.principal == record.arn)";
        user("ann", Map.of());
        user("bob", Map.of());
        Book book = new Books()
                .test(draft)
                .register("approved_admins", Books.entry(Map.of("principal", "arn:ann")))
                .done();

        assertThat(Judged.of(book, run).states()).containsExactly("arn:ann CONFORMS", "arn:bob DEVIATES");
        assertThat(Judged.of(new Books().test(draft).done(), run).all().get(0).text())
                .isEqualTo("there is no register approved_admins");
    }

    @Test
    void anEntryCountsOnlyWithApproverDateReasonAndAnUnexpiredReviewDateAndASampleNever() {
        Books.Draft draft = new Books.Draft();
        draft.expect = "registers.r.exists(e, e.arn == record.arn)";
        LocalDate later = LocalDate.of(2027, 1, 1);
        Map<String, Object> ann = Map.of("arn", "arn:ann");
        user("ann", Map.of());
        for (Register.Entry entry : List.of(
                new Register.Entry(ann, "", Books.LONG_AGO, "known", later, false, Books.AT),
                new Register.Entry(ann, "Dana", null, "known", later, false, Books.AT),
                new Register.Entry(ann, "Dana", Books.LONG_AGO, "", later, false, Books.AT),
                new Register.Entry(ann, "Dana", Books.LONG_AGO, "known", null, false, Books.AT),
                new Register.Entry(ann, "Dana", Books.LONG_AGO, "known", LocalDate.of(2026, 10, 4), false, Books.AT),
                new Register.Entry(ann, "Dana", Books.LONG_AGO, "known", later, true, Books.AT))) {
            assertThat(Judged.of(new Books().test(draft).register("r", entry).done(), run)
                            .states())
                    .containsExactly("arn:ann DEVIATES");
        }
    }

    @Test
    void aRegisterAsPopulationHidesNoEntry() {
        Books.Draft draft = new Books.Draft();
        draft.source = "registers.leavers";
        draft.expect = "record.left_at < now";
        Map<String, Object> left = Map.of("left_at", FakeRun.NOW.minusSeconds(60));
        Register.Entry expired =
                new Register.Entry(left, "Dana", Books.LONG_AGO, "left", LocalDate.of(2026, 10, 1), false, Books.AT);
        Book book = new Books()
                .test(draft)
                .register("leavers", Books.entry(left), expired)
                .done();
        user("ann", Map.of());

        assertThat(Judged.of(book, run).all())
                .extracting(Item::state)
                .containsExactly(Item.State.CONFORMS, Item.State.INCONCLUSIVE);
        assertThat(Judged.of(new Books().test(draft).done(), run).only().reason())
                .isEqualTo("There is no register leavers.");
        assertThat(Judged.of(new Books().test(draft).register("leavers").done(), run)
                        .only()
                        .verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void aRiskAcceptanceMovesTheItemAndTheVerdictStaysFail() {
        user("ann", Map.of("password_enabled", true, "mfa_active", false));
        Judged judged = Judged.of(mfa(acceptance("2026-10-05", false)), run);

        assertThat(judged.states()).containsExactly("arn:ann ACCEPTED");
        assertThat(judged.all().get(0).acceptance()).isEqualTo("RA-1");
        assertThat(judged.only().accepted()).isEqualTo(1);
        assertThat(judged.only().deviating()).isZero();
        assertThat(judged.only().verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void anExpiredAcceptanceMovesTheItemBackAndIsNamed() {
        user("ann", Map.of("password_enabled", true, "mfa_active", false));

        assertThat(Judged.of(mfa(acceptance("2026-10-04", false)), run).all())
                .extracting(i -> i.state() + " " + i.text())
                .containsExactly(
                        "DEVIATES ann signs in with a password alone (risk acceptance RA-1 expired on 2026-10-04)");
        assertThat(Judged.of(mfa(acceptance("2027-10-04", true)), run).all())
                .extracting(Item::text)
                .containsExactly(
                        "ann signs in with a password alone (risk acceptance RA-1 is a sample and does not count)");
    }

    @Test
    void switchedOffIsADeviationAndNotAnEmptyPopulation() {
        Books.Draft draft = new Books.Draft();
        draft.source = "collection.targets";
        draft.with = Map.of("detectors", "guardduty.detectors");
        draft.where = "record.region != 'global'";
        draft.expect = "detectors.exists(d, d.Status == 'ENABLED')";
        run.answered(Samples.REPORT, A, "global")
                .record("guardduty.detectors", A, "eu-west-1", "guardduty.detectors", detector("ENABLED"))
                .answered("guardduty.detectors", A, "us-east-1")
                .gap("guardduty.detectors", A, "us-west-2", "guardduty:ListDetectors", Cause.SCP_DENIED);
        Judged judged = Judged.of(new Books().test(draft).done(), run);

        assertThat(judged.states())
                .containsExactly(A + "/eu-west-1 CONFORMS", A + "/us-east-1 DEVIATES", A + "/us-west-2 INCONCLUSIVE");
        assertThat(judged.all().get(2).text())
                .isEqualTo("detectors could not be read at " + A
                        + "/us-west-2: guardduty:ListDetectors: denied by a control policy of the organization");
    }

    @Test
    void anAssertionAboutFindingsHasTheTargetsAsItsPopulationToo() {
        Book book = new Books().test(findings()).done();
        run.record("guardduty.detectors", A, "eu-west-1", "guardduty.detectors", detector("ENABLED"))
                .answered("guardduty.findings", A, "eu-west-1");
        assertThat(Judged.of(book, run).only().verdict()).isEqualTo(Verdict.PASS);
        assertThat(Judged.of(book, run).all().get(0).text()).isEqualTo("0 findings read");

        run.answered("guardduty.detectors", A, "us-east-1").answered("guardduty.findings", A, "us-east-1");
        run.gap("guardduty.findings", A, "us-west-2", "guardduty:ListFindings", Cause.TIMED_OUT);
        Judged judged = Judged.of(book, run);
        assertThat(judged.only().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.all())
                .extracting(i -> i.key() + ": " + i.text())
                .containsExactly(
                        A + "/eu-west-1: 0 findings read",
                        A + "/us-east-1: the source of findings is not switched on here",
                        A + "/us-west-2: findings could not be read: guardduty:ListFindings: timed out");
    }

    @Test
    void anArchivedFindingCountsUnlessADispositionIsOnFile() {
        Book book = new Books()
                .test(findings())
                .register("dispositions", Books.entry(Map.of("finding", "f2")))
                .done();
        run.record("guardduty.detectors", A, "eu-west-1", "guardduty.detectors", detector("ENABLED"));
        for (String id : List.of("f1", "f2")) {
            run.record("guardduty.findings", A, "eu-west-1", "guardduty.findings", Map.of("Id", id, "Archived", true));
        }

        assertThat(Judged.of(book, run).states())
                .containsExactly("f1 DEVIATES", "f2 CONFORMS", A + "/eu-west-1 CONFORMS");
    }

    @Test
    void accountsOutOfScopeAreNoPartOfAnyPopulationAndAreCounted() {
        user("ann", Map.of("password_enabled", true, "mfa_active", true));
        run.account(B, "ACTIVE")
                .record(Samples.REPORT, B, "global", Samples.REPORT, Map.of("arn", "arn:x", "password_enabled", true));
        Books.Draft accounts = new Books.Draft();
        accounts.id = "T-02";
        accounts.source = "collection.accounts";
        accounts.expect = "record.answered";
        Judged judged = Judged.of(
                new Books()
                        .test(mfaDraft())
                        .test(accounts)
                        .account(B, false, Optional.of(false))
                        .done(),
                run);

        assertThat(judged.states()).containsExactly("arn:ann CONFORMS", A + " CONFORMS");
        assertThat(judged.assessment().judgements())
                .extracting(Judgement::leftOut)
                .containsExactly(1L, 1L);
    }

    @Test
    void aRegionOutOfScopeIsNoPartOfAnyPopulationAndOneThatNobodyTookOutStaysAGap() {
        Books.Draft keys = new Books.Draft();
        keys.source = "kms.keys";
        Books.Draft targets = new Books.Draft();
        targets.id = "T-02";
        targets.source = "collection.targets";
        targets.expect = "record.answered";
        Books.Draft beside = new Books.Draft();
        beside.id = "T-03";
        beside.source = "collection.accounts";
        beside.with = Map.of("keys", "kms.keys");
        beside.expect = "keys.exists(k, k.KeyId == 'k2')";
        run.answered(Samples.REPORT, A, "global")
                .record("kms.keys", A, "eu-west-1", "kms.keys", Map.of("KeyId", "k1"))
                .gap("kms.keys", A, "us-west-1", "kms:ListKeys", Cause.LEFT_OUT)
                .record("kms.keys", A, "us-west-2", "kms.keys", Map.of("KeyId", "k2"));
        Books books = new Books().test(keys).test(targets).test(beside);

        Judged all = Judged.of(books.done(), run);
        assertThat(all.states())
                .contains("k1 CONFORMS", "k2 CONFORMS", A + "/us-west-1 INCONCLUSIVE", A + "/us-west-1 DEVIATES");
        assertThat(all.items().get("T-03")).extracting(Item::state).containsExactly(Item.State.INCONCLUSIVE);

        Judged signed =
                Judged.of(books.region("*", false).region("eu-west-1", true).done(), run);
        assertThat(signed.states())
                .containsExactly("k1 CONFORMS", A + "/eu-west-1 CONFORMS", A + "/global CONFORMS", A + " CONFORMS");
        assertThat(signed.assessment().judgements().get(0).leftOut()).isEqualTo(1);
    }

    @Test
    void aRiskAcceptanceWithoutAnAccountAcceptsNothingInSeveral() {
        user("amy", Map.of("password_enabled", true, "mfa_active", false));
        run.account(B, "ACTIVE")
                .record(
                        Samples.REPORT,
                        B,
                        "global",
                        Samples.REPORT,
                        Map.of("user", "amy", "arn", "arn:amy", "password_enabled", true, "mfa_active", false));

        Judged none = Judged.of(mfa(acceptance("2026-12-31", false)), run);
        assertThat(none.only().deviating()).isEqualTo(2);
        assertThat(none.all())
                .extracting(Item::text)
                .containsOnly("amy signs in with a password alone (risk acceptance RA-1 names no account and would"
                        + " cover items in 2 accounts: it accepts none)");

        Judged one = Judged.of(mfa(acceptance(B, "2026-12-31", false)), run);
        assertThat(one.only().accepted()).isEqualTo(1);
        assertThat(one.all())
                .filteredOn(item -> item.state() == Item.State.ACCEPTED)
                .extracting(item -> item.target().account())
                .containsExactly(B);

        assertThat(Judged.of(mfa(acceptance("*", "2026-12-31", false)), run)
                        .only()
                        .accepted())
                .isEqualTo(2);
    }

    private void user(String name, Map<String, Object> more) {
        Map<String, Object> members = new HashMap<>(more);
        members.put("user", name);
        members.put("arn", "arn:" + name);
        run.record(Samples.REPORT, A, "global", Samples.REPORT, members);
    }

    private static Map<String, Object> detector(String status) {
        return Map.of("DetectorId", "d1", "Status", status);
    }

    private static Books.Draft findings() {
        Books.Draft draft = new Books.Draft();
        draft.source = "guardduty.findings";
        draft.with = Map.of("detectors", "guardduty.detectors");
        draft.across = "detectors.exists(d, d.Status == 'ENABLED')";
        draft.expect = "registers.dispositions.exists(d, d.finding == record.Id)";
        return draft;
    }

    private static RiskAcceptance acceptance(String expires, boolean sample) {
        return acceptance("", expires, sample);
    }

    private static RiskAcceptance acceptance(String account, String expires, boolean sample) {
        return new RiskAcceptance(
                "RA-1",
                "T-01",
                "arn:a*",
                account,
                "Dana Reyes",
                Books.LONG_AGO,
                LocalDate.parse(expires),
                "being replaced",
                sample,
                Books.AT);
    }

    private static Book mfa(RiskAcceptance... acceptances) {
        Books books = new Books().test(mfaDraft());
        List.of(acceptances).forEach(books::accept);
        return books.done();
    }

    private static Books.Draft mfaDraft() {
        Books.Draft draft = new Books.Draft();
        draft.where = "record.password_enabled";
        draft.expect = "record.mfa_active";
        draft.deviation = "{user} signs in with a password alone";
        draft.proof = List.of("mfa_active");
        return draft;
    }
}
