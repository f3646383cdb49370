package io.exhibit.render;

import io.exhibit.assessment.Item;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.Population;
import io.exhibit.assessment.Rolls;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Users;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Expression;
import io.exhibit.evidence.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The lists of the sample pack: one of users with hostile names, and one of keys that is small enough to be printed. */
final class SampleRolls {

    private static final String RUN = "2026-10-31T060000Z";
    private static final Instant READ = Instant.parse("2026-10-31T06:00:00Z");
    private static final String KEYS = "IAM-02";

    private SampleRolls() {}

    static List<Population> populations(PeriodAssessment assessment) {
        List<Population> populations = new ArrayList<>();
        for (TestResult result : assessment.tests()) {
            boolean keys = result.assertion().id().equals(KEYS);
            long rows = keys ? 2 : result.counted().population();
            populations.add(new Population(
                    keys ? keys(result.assertion()) : result.assertion(),
                    keys ? "access keys" : "users",
                    List.of("iam:GetCredentialReport"),
                    RUN,
                    READ,
                    List.of(),
                    rows,
                    result.places().all(),
                    0,
                    rows * 100,
                    rows == 0 ? "" : "5e".repeat(32),
                    result.counted().reason()));
        }
        return populations;
    }

    private static Assertion keys(Assertion a) {
        return new Assertion(
                a.id(),
                a.says(),
                a.timing(),
                "iam.access-keys",
                a.with(),
                new Expression("record.active", SampleBook.AT),
                a.expect(),
                a.across(),
                a.vanished(),
                a.deviation(),
                a.remedy(),
                a.severity(),
                a.limit(),
                a.proof(),
                a.parameters(),
                a.serves(),
                a.position(),
                a.places(),
                a.particulars());
    }

    static Rolls rolls(PeriodAssessment assessment) {
        Map<String, Rolls.Count> counts = new TreeMap<>();
        assessment
                .tests()
                .forEach(test -> counts.put(
                        test.assertion().id(),
                        new Rolls.Count(test.things(), test.counted().leftOut())));
        return new Rolls(
                users(HostileNames.ALL),
                counts,
                Map.of(
                        KEYS,
                        List.of(key("a.okafor/1", Item.State.CONFORMS), key("c.oyelaran/1", Item.State.DEVIATES))));
    }

    private static Item key(String key, Item.State state) {
        return new Item(Target.global("111122223333"), key, state, "0123456789abcdef", "last_rotated = 2026-09-01", "");
    }

    static Users users(List<String> names) {
        List<Users.User> users = new ArrayList<>();
        users.add(new Users.User(
                "111122223333",
                "<root_account>",
                true,
                Optional.empty(),
                Optional.of(true),
                Optional.empty(),
                Optional.empty(),
                List.of()));
        for (int i = 0; i < names.size(); i++) {
            users.add(new Users.User(
                    "111122223333",
                    names.get(i),
                    false,
                    Optional.of(i % 3 != 0),
                    Optional.of(i % 4 != 1),
                    Optional.of(Instant.parse("2026-05-04T10:00:00Z")),
                    i % 5 == 0 ? Optional.empty() : Optional.of(Instant.parse("2026-10-29T10:00:00Z")),
                    i % 2 == 0
                            ? List.of()
                            : List.of(new Users.Key(
                                    1, true, Optional.of(Instant.parse("2026-08-01T00:00:00Z")), Optional.empty()))));
        }
        return new Users(RUN, READ, users, List.of("444455556666"), 21);
    }
}
