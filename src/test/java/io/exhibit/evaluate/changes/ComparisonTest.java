package io.exhibit.evaluate.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.exhibit.assessment.Change;
import io.exhibit.assessment.Change.Difference;
import io.exhibit.assessment.Change.How;
import io.exhibit.assessment.Change.Night;
import io.exhibit.assessment.Changes.Begun;
import io.exhibit.assessment.Changes.Unread;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Target HERE = new Target("444455556666", "eu-west-1");
    private static final Watch USERS =
            Watch.of("IAM users", "iam.users", "UserName", "UserId", "AttachedManagedPolicies[].PolicyArn");
    private static final Watch MEMBERSHIPS = Watch.beside("Group memberships", "iam.users", "UserName", "GroupList");

    private final Comparison users = new Comparison(USERS, HERE);

    static Night night(int day) {
        LocalDate date = LocalDate.of(2026, 10, day);
        Instant at = Instant.parse(date + "T02:15:00Z");
        return new Night(date, date + "T021500Z", at, at.plusSeconds(60));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 10, day);
    }

    static Record record(String key, Map<String, Object> members, Gap... gaps) {
        return new Record("iam.users", HERE, key, members, Arrays.asList(gaps), null);
    }

    private static Record user(String name, String... policies) {
        return record(
                name,
                Map.of(
                        "UserName",
                        name,
                        "UserId",
                        "AIDA" + name,
                        "AttachedManagedPolicies",
                        Arrays.stream(policies)
                                .map(arn -> Map.of("PolicyArn", arn))
                                .toList()));
    }

    private static Record unread(String name) {
        return record(
                name,
                Map.of("UserName", name),
                new Gap(Call.of("iam:GetUser", name), Cause.DENIED, "AccessDenied", "", ""));
    }

    @Test
    void whoComesAndWhoGoesIsToldWithWhatTheyHad() {
        users.night(night(1), List.of(user("a", "one")));
        users.night(night(2), List.of(user("b", "two")));
        users.end();
        assertThat(users.changes()).extracting(Change::how).containsExactlyInAnyOrder(How.ADDED, How.REMOVED);
        Change added = users.changes().get(0);
        assertThat(added.key()).isEqualTo("b");
        assertThat(added.before()).isEqualTo(night(1));
        assertThat(added.seen()).isEqualTo(night(2));
        assertThat(added.differences())
                .containsExactly(
                        new Difference("AttachedManagedPolicies.PolicyArn", List.of(), List.of(), List.of("two")),
                        new Difference("UserId", List.of(), List.of(), List.of("AIDAb")));
        assertThat(users.changes().get(1).differences().get(1))
                .isEqualTo(new Difference("UserId", List.of(), List.of("AIDAa"), List.of()));
    }

    @Test
    void onlyWhatDiffersIsTold() {
        users.night(night(1), List.of(user("a", "one", "two")));
        users.night(night(2), List.of(user("a", "two", "three", "one")));
        assertThat(users.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.differences())
                        .containsExactly(new Difference(
                                "AttachedManagedPolicies.PolicyArn", List.of(), List.of(), List.of("three"))));
    }

    @Test
    void anotherOrderIsNoChange() {
        users.night(night(1), List.of(user("a", "one", "two"), user("b")));
        users.night(night(2), List.of(user("b"), user("a", "two", "one")));
        assertThat(users.changes()).isEmpty();
    }

    @Test
    void acrossAMissedDayTheChangeIsBetweenTheTwoThatWereRead() {
        users.night(night(18), List.of());
        users.night(night(20), List.of(user("a")));
        assertThat(users.changes())
                .singleElement()
                .satisfies(change -> assertThat(
                                List.of(change.before().day(), change.seen().day()))
                        .containsExactly(day(18), day(20)));
    }

    @Test
    void whatCouldNotBeReadHasNotGone() {
        users.night(night(12), List.of(user("a"), user("b")));
        users.blind(night(13), "denied");
        users.same(night(14));
        users.blind(night(15), "denied otherwise");
        users.night(night(16), List.of(user("a")));
        users.end();
        assertThat(users.changes()).singleElement().satisfies(change -> {
            assertThat(change.how()).isEqualTo(How.REMOVED);
            assertThat(change.key()).isEqualTo("b");
            assertThat(change.before().day()).isEqualTo(day(12));
            assertThat(change.seen().day()).isEqualTo(day(16));
        });
        assertThat(users.unread())
                .containsExactly(new Unread(
                        "IAM users",
                        "iam.users",
                        HERE,
                        day(13),
                        day(15),
                        Optional.of(day(12)),
                        Optional.of(day(16)),
                        "denied"));
    }

    @Test
    void whatWasNotReadAgainIsUnreadToTheEnd() {
        users.night(night(12), List.of(user("a")));
        users.blind(night(13), "denied");
        users.same(night(14));
        assertThat(users.end()).isEqualTo(1);
        assertThat(users.changes()).isEmpty();
        assertThat(users.unread()).singleElement().satisfies(spell -> {
            assertThat(spell.until()).isEqualTo(day(14));
            assertThat(spell.again()).isEmpty();
        });
    }

    @Test
    void detailsThatCouldNotBeReadAreToldEvenWhereNothingIsKnownToHaveChanged() {
        users.night(night(1), List.of(user("a", "one"), user("b")));
        users.night(night(2), List.of(unread("a"), user("b")));
        users.same(night(3));
        users.night(night(4), List.of(user("a", "one"), user("b")));
        users.night(night(5), List.of(unread("a"), user("b")));
        users.end();

        assertThat(users.changes()).isEmpty();
        assertThat(users.unread())
                .extracting(Unread::from, Unread::until, Unread::last, Unread::again, Unread::why)
                .containsExactly(
                        tuple(
                                day(2),
                                day(3),
                                Optional.of(day(1)),
                                Optional.of(day(4)),
                                "iam:GetUser: denied, for some of them"),
                        tuple(
                                day(5),
                                day(5),
                                Optional.of(day(4)),
                                Optional.empty(),
                                "iam:GetUser: denied, for some of them"));
    }

    /** A pack has not the night before its period: what rests on that night can be told from the change itself. */
    @Test
    void whatWentAfterItCouldNotBeReadWentSinceItsLastFullReading() {
        users.night(night(1), List.of(user("a", "one")));
        users.night(night(2), List.of(unread("a")));
        users.night(night(3), List.of());
        users.end();

        assertThat(users.changes()).singleElement().satisfies(change -> {
            assertThat(change.how()).isEqualTo(How.REMOVED);
            assertThat(change.before().day()).isEqualTo(day(1));
            assertThat(change.seen().day()).isEqualTo(day(3));
        });
    }

    @Test
    void anItemThatCouldNotBeReadInFullIsComparedToWhenItWas() {
        users.night(night(1), List.of(user("a", "one")));
        users.same(night(2));
        users.night(night(3), List.of(unread("a")));
        users.same(night(4));
        users.night(night(5), List.of(user("a", "two")));
        assertThat(users.changes()).singleElement().satisfies(change -> {
            assertThat(change.before().day()).isEqualTo(day(2));
            assertThat(change.seen().day()).isEqualTo(day(5));
            assertThat(change.differences())
                    .containsExactly(new Difference(
                            "AttachedManagedPolicies.PolicyArn", List.of(), List.of("one"), List.of("two")));
        });
    }

    @Test
    void anItemThatWasNeverReadInFullHasNothingToBeComparedTo() {
        users.night(night(1), List.of(unread("a")));
        users.night(night(2), List.of(user("a", "one")));
        assertThat(users.changes()).isEmpty();
    }

    @Test
    void whatIsReadForTheFirstTimeWithinThePeriodBegins() {
        users.blind(night(1), "denied");
        users.night(night(2), List.of(user("a"), user("b")));
        users.end();
        assertThat(users.changes()).isEmpty();
        assertThat(users.begun()).containsExactly(new Begun("IAM users", "iam.users", HERE, day(2), 2));
    }

    @Test
    void theFirstNightOfAllIsNoBeginning() {
        users.night(night(1), List.of(user("a")));
        users.end();
        assertThat(users.begun()).isEmpty();
    }

    @Test
    void whatAnAccountHeldIsNotToldItemByItemWhenTheAccountLeaves() {
        users.night(night(1), List.of(user("a")));
        users.left();
        users.night(night(3), List.of(user("b")));
        users.end();
        assertThat(users.changes()).isEmpty();
        assertThat(users.begun())
                .singleElement()
                .satisfies(one -> assertThat(one.day()).isEqualTo(day(3)));
    }

    @Test
    void aMembershipIsAKindOfItsOwnAndTheUserIsNot() {
        Comparison memberships = new Comparison(MEMBERSHIPS, HERE);
        memberships.night(night(1), List.of(record("a", Map.of("GroupList", List.of("staff", "auditors")))));
        memberships.night(
                night(2),
                List.of(
                        record("a", Map.of("GroupList", List.of("staff", "admins"))),
                        record("b", Map.of("GroupList", List.of("staff")))));
        memberships.night(night(3), List.of());
        assertThat(memberships.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.differences())
                        .containsExactly(
                                new Difference("GroupList", List.of(), List.of("auditors"), List.of("admins"))));
    }

    @Test
    void whatIsAwssOwnIsNotWatched() {
        Comparison policies = new Comparison(
                Watch.of("Customer managed policies", "iam.policies", "", "DefaultVersionId")
                        .without("arn:aws:iam::aws:"),
                HERE);
        policies.night(night(1), List.of());
        policies.night(
                night(2),
                List.of(
                        record("arn:aws:iam::aws:policy/AdministratorAccess", Map.of()),
                        record("arn:aws:iam::444455556666:policy/own", Map.of("DefaultVersionId", "v1"))));
        assertThat(policies.changes()).extracting(Change::key).containsExactly("arn:aws:iam::444455556666:policy/own");
    }
}
