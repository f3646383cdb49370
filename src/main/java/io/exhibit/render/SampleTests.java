package io.exhibit.render;

import io.exhibit.assessment.AtEnd;
import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.DocumentResult.State;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Places;
import io.exhibit.assessment.Spell;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Unjudged;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Expression;
import io.exhibit.control.Assertion.Link;
import io.exhibit.control.Assertion.Particulars;
import io.exhibit.control.Assertion.Strength;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.Document;
import io.exhibit.control.Severity;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Tests with every kind of result, and documents in every state. */
final class SampleTests {

    private static final List<String> CITATIONS = List.of(
            "164.312(d)",
            "164.312(a)(1)",
            "164.312(a)(2)(iv)",
            "164.312(e)(1)",
            "164.308(a)(1)(ii)(B)",
            "164.308(a)(1)(ii)(D)",
            "164.308(a)(3)(ii)(C)",
            "164.308(a)(4)(i)",
            "164.308(a)(5)(ii)(D)",
            "164.308(a)(6)(ii)");

    private SampleTests() {}

    static List<TestResult> all() {
        List<TestResult> tests = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            String id = (i < 20 ? "IAM-" : "NET-") + (i < 10 ? "0" : "") + i;
            tests.add(test(id, i));
        }
        return tests;
    }

    private static TestResult test(String id, int i) {
        Assertion assertion = assertion(id, i);
        return switch (i % 8) {
            case 1 -> failing(assertion, i, i == 17 ? HostileNames.ALL.size() + 40 : 3);
            case 3 -> i == 11 ? unknownAsAWhole(assertion) : unknown(assertion);
            case 6 ->
                new TestResult(
                        assertion,
                        new Judgement(id, Verdict.NOT_APPLICABLE, 0, 0, 0, 0, 0, 12, "No item of this kind was found."),
                        30,
                        0,
                        0,
                        List.of(),
                        List.of(),
                        "");
            default ->
                new TestResult(
                        assertion,
                        new Judgement(id, Verdict.PASS, 1_212, 1_212, 0, 0, 0, 4, ""),
                        30,
                        i % 3,
                        0,
                        i % 3 == 0 ? List.of() : List.of(closed(id, i)),
                        List.of(),
                        "password_enabled = true, mfa_active = true");
        };
    }

    private static TestResult failing(Assertion assertion, int i, int deviating) {
        List<History> histories = new ArrayList<>();
        for (int n = 0; n < deviating; n++) {
            String name = HostileNames.ALL.get((n + i) % HostileNames.ALL.size());
            boolean accepted = assertion.id().equals("IAM-09") && n == 0;
            histories.add(new History(
                    assertion.id(),
                    new Target("333344445555", n % 2 == 0 ? Target.GLOBAL : "us-east-1"),
                    "arn:aws:iam::333344445555:user/claims/" + n + "/" + name,
                    accepted ? Item.State.ACCEPTED : Item.State.DEVIATES,
                    LocalDate.parse("2026-10-09").plusDays(n % 20),
                    false,
                    LocalDate.parse("2026-10-31"),
                    n == 2
                            ? List.of(
                                    new Spell(LocalDate.parse("2026-10-11"), LocalDate.parse("2026-10-18")),
                                    new Spell(LocalDate.parse("2026-10-21"), null))
                            : List.of(new Spell(LocalDate.parse("2026-10-09").plusDays(n % 20), null)),
                    n == 1 || assertion.particulars().events()
                            ? null
                            : LocalDate.parse("2026-10-16").plusDays(n % 20),
                    name + " signs in with a password alone",
                    accepted ? "RA-014" : "",
                    accepted
                            ? List.of(new History.Accepted(
                                    "RA-014", LocalDate.parse("2026-10-20"), LocalDate.parse("2026-10-31")))
                            : List.of()));
        }
        histories.add(closed(assertion.id(), i));
        int accepted = assertion.id().equals("IAM-09") ? 1 : 0;
        return new TestResult(
                assertion,
                new Judgement(
                        assertion.id(), Verdict.FAIL, 212, 212 - deviating, deviating - accepted, accepted, 0, 4, ""),
                30,
                22,
                0,
                histories,
                List.of(),
                "mfa_active = true");
    }

    private static TestResult unknown(Assertion assertion) {
        List<Item> items = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            items.add(new Item(
                    new Target("333344445555", "eu-west-1"),
                    "key-" + n,
                    Item.State.INCONCLUSIVE,
                    "",
                    n < 28
                            ? "GuardDuty could not be read: denied by a control policy of the organization"
                            : "no value was given for KeyRotationEnabled",
                    ""));
        }
        return new TestResult(
                assertion,
                new Judgement(
                        assertion.id(), Verdict.INCONCLUSIVE, 57, 27, 0, 0, 30, 0, "30 items could not be judged"),
                30,
                0,
                3,
                List.of(),
                items,
                "KeyRotationEnabled = true",
                Places.NONE,
                List.of(new Unjudged(
                        "GuardDuty could not be read: denied by a control policy of the organization",
                        new TreeSet<>(List.of(
                                LocalDate.parse("2026-10-11"),
                                LocalDate.parse("2026-10-12"),
                                LocalDate.parse("2026-10-31"))))),
                new AtEnd("", items, 30, 0));
    }

    private static TestResult unknownAsAWhole(Assertion assertion) {
        String reason = "The last sealed day is 2026-10-20, more than 48 hours before the end of the period.";
        return new TestResult(
                assertion,
                new Judgement(assertion.id(), Verdict.INCONCLUSIVE, 0, 0, 0, 0, 0, 0, reason),
                20,
                0,
                20,
                List.of(),
                List.of(),
                "");
    }

    private static History closed(String id, int i) {
        LocalDate opened = LocalDate.parse("2026-09-21").plusDays(i * 7 % 30);
        LocalDate closed = LocalDate.parse("2026-10-03").plusDays(Math.max(0, i * 7 % 30 - 11 + i * 5 % 9));
        return new History(
                id,
                Target.global("555566667777"),
                "user/build-legacy-" + i,
                Item.State.CONFORMS,
                opened,
                i % 12 == 9,
                closed.minusDays(1),
                List.of(new Spell(opened, closed)),
                i == 29 || i == 25 ? null : opened.plusDays(7),
                "build-legacy-" + i + " signs in with a password alone",
                "");
    }

    private static Assertion assertion(String id, int i) {
        Map<String, Link> serves = new LinkedHashMap<>();
        serves.put(
                CITATIONS.get(i % CITATIONS.size()),
                new Link(Strength.DIRECT, "The reading is the authentication that the paragraph asks for"));
        serves.put(
                CITATIONS.get((i + 3) % CITATIONS.size()),
                new Link(Strength.SUPPORTING, "A password alone is weak evidence of technical access control"));
        if (i == 2 || i == 12) {
            serves.put(
                    i == 2 ? "164.310(c)" : "164.310(b)",
                    new Link(Strength.SUPPORTING, "It corroborates what the paragraph asks for"));
        }
        return new Assertion(
                id,
                i % 2 == 0
                        ? "No active access key is older than the limit"
                        : "Every user with a console password has MFA",
                i % 5 == 0 ? Timing.PERIOD : Timing.SNAPSHOT,
                "iam.credential-report",
                Map.of(),
                new Expression("true", SampleBook.AT),
                new Expression("record.mfa_active", SampleBook.AT),
                new Expression("", SampleBook.AT),
                "",
                "{user} signs in with a password alone",
                "Enrol an MFA device, or remove the console password",
                Severity.values()[(i / 8 + i) % 4],
                i == 33,
                List.of("mfa_active"),
                i % 4 == 0 ? List.of("max_key_age_days") : i % 7 == 0 ? List.of("min_password_length") : List.of(),
                i == 7 ? Map.of() : serves,
                SampleBook.AT,
                Map.of(),
                new Particulars("", "", "", "", Map.of(), i == 25));
    }

    static List<DocumentResult> documents() {
        List<DocumentResult> documents = new ArrayList<>();
        List<String> citations = SampleBook.controls().stream()
                .map(control -> control.citation())
                .filter(c -> !c.startsWith("164.314"))
                .toList();
        for (int i = 1; i <= 25; i++) {
            State state = i % 9 == 0 ? State.STALE : i % 11 == 0 ? State.MISSING : State.CURRENT;
            Map<String, String> serves = new LinkedHashMap<>();
            serves.put(citations.get(i * 2), "The policy that the paragraph asks for");
            serves.put(citations.get(i), "The policy that the paragraph asks for");
            documents.add(new DocumentResult(document(i, state, serves), state, 19L * i, reason(state)));
        }
        return documents;
    }

    private static String reason(State state) {
        return switch (state) {
            case STALE -> "Older than its limit";
            case MISSING -> "Nothing was filed";
            default -> "";
        };
    }

    private static Document document(int i, State state, Map<String, String> serves) {
        Optional<Document.Filed> filed = state == State.MISSING
                ? Optional.empty()
                : Optional.of(new Document.Filed(
                        "Authentication standard SEC-" + i,
                        "5",
                        "Security Official",
                        LocalDate.parse("2026-10-31").minusDays(19L * i),
                        "d0c".repeat(21) + i % 10,
                        SampleBook.AT));
        return new Document(
                "MAN-" + (i < 10 ? "0" : "") + i,
                "The authentication standard, approved and current",
                "Standard with its version and date",
                365,
                Document.Covers.NOTHING,
                serves,
                filed);
    }
}
