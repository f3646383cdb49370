package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An item of the whole organization lies in the account that its record names, and else with whoever asked. */
class OwnAccountTest {

    private static final String A = FakeRun.MANAGEMENT;
    private static final String B = "333344445555";
    private static final Target CALLER = Target.global(A);

    @Test
    void anEntryLiesInTheOneAccountThatItNames() {
        assertThat(entry(Map.of("user", "arn:aws:iam::" + B + ":user/bob", "person", "HR 1")))
                .isEqualTo(Target.global(B));
        assertThat(entry(Map.of("account", B, "arn", "arn:aws:iam::" + A + ":user/bob")))
                .isEqualTo(Target.global(B));
        assertThat(entry(Map.of("a", "arn:aws:iam::" + A + ":user/x", "b", "arn:aws:iam::" + B + ":user/x")))
                .isEqualTo(CALLER);
        assertThat(entry(Map.of("person", "HR 1"))).isEqualTo(CALLER);
    }

    @Test
    void anAccountOfTheOrganizationLiesInItselfWhateverItsArnSays() {
        assertThat(OwnAccount.ofAnswer(B, Map.of("Arn", "arn:aws:organizations::" + A + ":account/o-1/" + B), CALLER))
                .isEqualTo(Target.global(B));
        assertThat(OwnAccount.ofAnswer("p-1", Map.of("Arn", "arn:aws:organizations::" + A + ":policy/p-1"), CALLER))
                .isEqualTo(CALLER);
    }

    @Test
    void itemsOfTheOrganizationAndOfRegistersAreJudgedThere() {
        FakeRun run = new FakeRun()
                .account(A, "ACTIVE")
                .account(B, "ACTIVE")
                .record("organizations", A, "global", "organizations.accounts", Map.of("Id", B, "State", "ACTIVE"));
        Books.Draft accounts = new Books.Draft();
        accounts.source = "organizations.accounts";
        Books.Draft leavers = new Books.Draft();
        leavers.id = "T-02";
        leavers.source = "registers.leavers";
        Judged judged = Judged.of(
                new Books()
                        .test(accounts)
                        .test(leavers)
                        .register("leavers", Books.entry(Map.of("user", "arn:aws:iam::" + B + ":user/bob")))
                        .done(),
                run);

        assertThat(judged.all()).extracting(Item::target).containsExactly(Target.global(B), Target.global(B));
    }

    @Test
    void anEntryWhoseAccountWasNotReadIsInconclusive() {
        FakeRun run = new FakeRun()
                .account(A, "ACTIVE")
                .record(Samples.REPORT, A, "global", Samples.REPORT, Map.of("user", "ann", "arn", "arn:ann"));
        Books.Draft draft = new Books.Draft();
        draft.source = "registers.leavers";
        draft.with = Map.of("reports", Samples.REPORT);
        draft.expect = "reports.filter(r, r.arn == record.user)[0].user != ''";
        Judged judged = Judged.of(
                new Books()
                        .test(draft)
                        .register("leavers", Books.entry(Map.of("user", "arn:bob")))
                        .done(),
                run);

        assertThat(judged.states()).containsExactly("arn:bob INCONCLUSIVE");
        assertThat(judged.all().get(0).text())
                .isEqualTo("none of the reports that were read is one that the test can go by");
    }

    @Test
    void aConformingItemIsProvenByWhatTheFurtherReadingShows() {
        FakeRun run = new FakeRun()
                .account(A, "ACTIVE")
                .record(
                        "guardduty.detectors",
                        A,
                        "us-east-1",
                        "guardduty.detectors",
                        Map.of("DetectorId", "d1", "Status", "ENABLED"))
                .gap("guardduty.detectors", A, "eu-west-1", "guardduty:ListDetectors", Cause.DENIED);
        Books.Draft draft = new Books.Draft();
        draft.source = Vocabulary.TARGETS;
        draft.with = Map.of("detectors", "guardduty.detectors");
        draft.where = "record.region == 'us-east-1'";
        draft.expect = "detectors.exists(d, d.Status == 'ENABLED')";
        draft.proof = List.of("detectors.Status");

        assertThat(Judged.of(new Books().test(draft).done(), run).all())
                .filteredOn(item -> item.state() == State.CONFORMS)
                .extracting(Item::text)
                .containsExactly("detectors.Status = ENABLED");
    }

    private static Target entry(Map<String, Object> members) {
        return OwnAccount.ofEntry("HR 1", members, CALLER);
    }
}
