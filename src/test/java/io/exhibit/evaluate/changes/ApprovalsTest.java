package io.exhibit.evaluate.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Change;
import io.exhibit.assessment.Change.Approved;
import io.exhibit.assessment.Change.Difference;
import io.exhibit.assessment.Change.How;
import io.exhibit.control.Position;
import io.exhibit.control.Register;
import io.exhibit.control.Register.Entry;
import io.exhibit.evidence.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApprovalsTest {

    private static final Position AT = new Position("book.yaml", 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 10, 31);
    private static final Change RULE =
            change("Security group rules", "ec2.network-rules", "sg-1 ingress tcp 443-443 0.0.0.0/0", "web");

    private static Change change(String kind, String reading, String key, String name) {
        return change(kind, reading, key, name, How.ADDED, List.of());
    }

    private static Change change(
            String kind, String reading, String key, String name, How how, List<Difference> differences) {
        return new Change(
                kind,
                reading,
                how,
                new Target("444455556666", "eu-west-1"),
                key,
                name,
                ComparisonTest.night(20),
                ComparisonTest.night(18),
                differences,
                Optional.empty());
    }

    private static Change account(How how, Difference... differences) {
        return change("Accounts", "organizations.accounts", "777788889999", "pilot", how, List.of(differences));
    }

    private static Map<String, Object> entry(String from, String until) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("what", "security group rules");
        entry.put("item", "we*");
        entry.put("from", Instant.parse(from));
        entry.put("until", Instant.parse(until));
        entry.put("reference", "CHG-1");
        return entry;
    }

    private static Optional<Approved> approved(String register, Map<String, Object> members, Change change) {
        return approved(register, members, change, LocalDate.of(2027, 1, 1), false);
    }

    private static Optional<Approved> approved(
            String register, Map<String, Object> members, Change change, LocalDate review, boolean sample) {
        Entry entry =
                new Entry(members, "Security Official", LocalDate.of(2026, 10, 21), "Asked for", review, sample, AT);
        return new Approvals(Map.of(register, new Register(register, List.of(entry), AT)), END).apply(change);
    }

    @Test
    void anEntryThatFitsIsOnFileWithItsReference() {
        assertThat(approved("approved_changes", entry("2026-10-19T00:00:00Z", "2026-10-19T12:00:00Z"), RULE))
                .contains(new Approved(
                        "approved_changes", "CHG-1", "Security Official", LocalDate.of(2026, 10, 21), "Asked for"));
    }

    @Test
    void whatWasApprovedAfterItWasSeenSaysSo() {
        Change late = RULE.approved(
                approved("approved_changes", entry("2026-10-19T00:00:00Z", "2026-10-19T12:00:00Z"), RULE));
        assertThat(late.approvedLate()).isTrue();
        assertThat(RULE.approvedLate()).isFalse();
    }

    @Test
    void anotherTimeAnotherItemAnotherKindAndAnotherAccountDoNotFit() {
        assertThat(approved("approved_changes", entry("2026-10-20T12:00:00Z", "2026-10-30T00:00:00Z"), RULE))
                .isEmpty();
        assertThat(approved("approved_changes", entry("2026-10-01T00:00:00Z", "2026-10-18T02:00:00Z"), RULE))
                .isEmpty();
        for (String member : List.of("item", "what", "account")) {
            Map<String, Object> other = entry("2026-10-01T00:00:00Z", "2026-10-30T00:00:00Z");
            assertThat(approved("approved_changes", other, RULE)).isPresent();
            other.put(member, "another");
            assertThat(approved("approved_changes", other, RULE)).as(member).isEmpty();
        }
    }

    @Test
    void aSampleAndAnEntryWhoseReviewIsPastDoNotCount() {
        Map<String, Object> entry = entry("2026-10-01T00:00:00Z", "2026-10-30T00:00:00Z");
        LocalDate past = LocalDate.of(2026, 10, 30);
        assertThat(approved("approved_changes", entry, RULE, past, false)).isEmpty();
        assertThat(approved("approved_changes", entry, RULE, END, true)).isEmpty();
    }

    @Test
    void accountsAndSuppressionRulesHaveRegistersOfTheirOwn() {
        assertThat(approved("account_changes", Map.of("account", "777788889999"), account(How.ADDED)))
                .isPresent();
        assertThat(approved("account_changes", Map.of("account", "444455556666"), RULE))
                .isEmpty();
        Change filter = change("Suppression rules", "guardduty.filters", "own-scanner", "");
        Map<String, Object> entry = Map.of("filter", "own-scanner", "account", "444455556666");
        assertThat(approved("approved_suppressions", entry, filter)).isPresent();
        assertThat(approved("approved_suppressions", Map.of("filter", "*", "account", "1"), filter))
                .isEmpty();
    }

    /** Else what was approved to join would be approved whatever becomes of it. */
    @Test
    void thatAnAccountJoinsApprovesNothingElseOfItAndThatItClosesDoesNotApproveThatItJoined() {
        Map<String, Object> pilot = Map.of("account", "777788889999");
        Change suspended = account(How.CHANGED, state("ACTIVE", "SUSPENDED"));
        Change active = account(How.CHANGED, state("SUSPENDED", "ACTIVE"));
        Change renamed = account(
                How.CHANGED,
                state("ACTIVE", "SUSPENDED"),
                new Difference("Name", List.of(), List.of("pilot"), List.of("claims")));

        assertThat(List.of(account(How.REMOVED), suspended, active, renamed))
                .allMatch(change -> approved("account_changes", pilot, change).isEmpty());
        assertThat(List.of(account(How.REMOVED), suspended))
                .allMatch(change -> approved("account_closures", pilot, change).isPresent());
        assertThat(List.of(account(How.ADDED), active, renamed))
                .allMatch(change -> approved("account_closures", pilot, change).isEmpty());
    }

    private static Difference state(String before, String after) {
        return new Difference("State", List.of(), List.of(before), List.of(after));
    }
}
