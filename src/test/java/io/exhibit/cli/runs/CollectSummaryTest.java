package io.exhibit.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.control.Assertion;
import io.exhibit.control.Scope;
import io.exhibit.control.Scope.AccountScope;
import io.exhibit.control.Severity;
import io.exhibit.control.Wording;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.run.Reliance;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollectSummaryTest {

    private static final String CLAIMS = "333344445555";
    private static final String PORTAL = "444455556666";
    private static final String PILOT = "777788889999";
    private static final Scope SCOPE = new Scope(
            "", "", "", Map.of(PILOT, new AccountScope(PILOT, "", false, Optional.empty(), "", "", null)), Map.of());

    private static final String POLICY =
            "arn:aws:organizations::111122223333:policy/o-exh1b1torg/service_control_policy/p-quarant1";
    private static final String SAID = "not authorized with an explicit deny in a service control policy: " + POLICY;

    private static final Source KEYS = new Source(
            "kms.keys",
            "Keys",
            Source.Scope.REGION,
            List.of(),
            List.of(new Reading("kms.keys", "keys", "", "KeyId", List.of("kms:ListKeys"), "Keys", List.of(), "")));

    private static final Assertion ROTATED = test("KMS-01", "164.312(a)(2)(iv)");

    @Test
    void whatIsBlindIsToldWithItsPolicyAndParagraphsAndAnAccountThatWasNotAskedIsOneLine() {
        assertThat(summary(
                                unit(CLAIMS, 4, Cause.SCP_DENIED, 2),
                                unit(PORTAL, 0, Cause.ASSUME_ROLE_DENIED, 32),
                                unit(PILOT, 3, Cause.THROTTLED, 5))
                        .lines())
                .containsExactly(
                        "Run r: 7 calls, 1 items; 34 calls in scope have no answer.",
                        "  444455556666 portal, not in the table: 32 calls were not made: the collector's role could not be assumed",
                        "  777788889999, out of scope, not in the table: 5 without an answer: throttled out",
                        "Blind:",
                        "  denied by a control policy of the organization: kms:ListKeys",
                        "      in 333344445555/global",
                        "      by " + POLICY,
                        "      AWS said: " + SAID,
                        "      tests: KMS-01; units: 164.312(a)(2)(iv)",
                        "  All of it touches tests: KMS-01; units: 164.312(a)(2)(iv)");
    }

    /** On a fresh install an account that is suspended touches nearly every test: that is no list for a line. */
    @Test
    void whatTouchesVeryMuchIsCountedWithWhereTheRestIs() {
        List<Assertion> many = IntStream.range(10, 150)
                .mapToObj(i -> test("IAM-" + i, "164.312(" + i + ")"))
                .toList();
        CollectSummary summary = new CollectSummary(
                run(unit(CLAIMS, 4, Cause.SCP_DENIED, 2)), SCOPE, List.of(KEYS), new Reliance(many, Wording.NEUTRAL));

        assertThat(summary.lines())
                .allMatch(line -> line.length() < 250)
                .last()
                .asString()
                .startsWith(
                        "  All of it touches tests: IAM-10 IAM-100 IAM-101 IAM-102 IAM-103 IAM-104 and 134 more; units:"
                                + " 164.312(10) ")
                .endsWith(" and 134 more (exhibit assess --json lists them)");
    }

    private static Assertion test(String id, String citation) {
        return new Assertion(
                id,
                "",
                Assertion.Timing.SNAPSHOT,
                "kms.keys",
                Map.of(),
                null,
                null,
                null,
                "",
                "",
                "",
                Severity.LOW,
                false,
                List.of(),
                List.of(),
                Map.of(citation, new Assertion.Link(Assertion.Strength.SUPPORTING, "")),
                null,
                Map.of());
    }

    @Test
    void aRunWithoutGapsEndsWithNothingBlind() {
        assertThat(summary(unit(CLAIMS, 4, Cause.DENIED, 0)).lines()).endsWith("Nothing is blind.");
    }

    @Test
    void theTableHasOneLineForASourceHoweverManyUnitsThereAre() {
        Unit[] units = IntStream.range(0, 1_700)
                .mapToObj(i -> i == 7 ? unit(PORTAL, 0, Cause.ASSUME_ROLE_DENIED, 3) : unit(CLAIMS, 4, Cause.DENIED, 0))
                .toArray(Unit[]::new);

        List<SourceTable.Row> rows = new SourceTable(List.of(units), List.of("kms.keys")).rows();

        assertThat(rows)
                .extracting(SourceTable.Row::text)
                .containsExactly(
                        "  source          units     calls      items    gaps",
                        "  kms.keys  1699 of 1700      6796       1699       3  the collector's role could not be assumed");
        assertThat(rows).extracting(SourceTable.Row::blind).containsExactly(false, true);
    }

    @Test
    void programsReadOfEverySourceAndUnitHowItEndedAndWhichPolicySaidNo() throws IOException {
        JsonNode part = new ObjectMapper()
                .readTree(CollectJson.of(run(unit(CLAIMS, 4, Cause.SCP_DENIED, 1))))
                .path("sources")
                .path(0);

        assertThat(part.path("source").asText()).isEqualTo("kms.keys");
        assertThat(part.path("account").asText()).isEqualTo(CLAIMS);
        assertThat(part.path("region").asText()).isEqualTo("global");
        assertThat(part.path("outcome").asText()).isEqualTo("gap");
        assertThat(part.path("cause").asText()).isEqualTo("denied by a control policy of the organization");
        assertThat(part.path("calls").asLong()).isEqualTo(4);
        assertThat(part.path("items").asLong()).isEqualTo(1);
        assertThat(part.path("gaps").path(0).path("operation").asText()).isEqualTo("kms:ListKeys");
        assertThat(part.path("gaps").path(0).path("policy").asText()).isEqualTo(POLICY);
    }

    @Test
    void aFailedRunIsASentenceWithoutALowerCaseBeginning() {
        Instant at = Instant.EPOCH;
        RunRecord failed = new RunRecord(
                "r",
                at,
                at,
                at,
                Outcome.FAILED,
                "the credentials were refused or expired: no.",
                "aws",
                "",
                "",
                List.of(),
                Map.of(),
                List.of());

        assertThat(CollectCommand.failed(failed))
                .hasMessageStartingWith("The run could not begin: the credentials were refused or expired: no. Check");
    }

    private static CollectSummary summary(Unit... units) {
        return new CollectSummary(run(units), SCOPE, List.of(KEYS), new Reliance(List.of(ROTATED), Wording.NEUTRAL));
    }

    private static RunRecord run(Unit... units) {
        Instant at = Instant.EPOCH;
        return new RunRecord(
                "r",
                at,
                at,
                at,
                Outcome.GAPS,
                "",
                "aws",
                "",
                "",
                List.of(new Account(PORTAL, "portal", "ACTIVE", "/", false)),
                Map.of(),
                List.of(units));
    }

    @Test
    void aListThatMovedIsTold() {
        Part moved = new Part("kms.keys", 4, 9, 7, new Lists(1, 1, 6, 2), List.of(), List.of(), 0, 0);

        assertThat(summary(new Unit(Target.global(CLAIMS), "", 0, "", List.of(moved)))
                        .lines())
                .contains("  2 items stood on two pages of a list that moved while it was read; each is counted once"
                        + " (--json names the sources).");
    }

    private static Unit unit(String account, long calls, Cause cause, int gaps) {
        List<Gap> same = Collections.nCopies(gaps, new Gap(Call.of("kms:ListKeys"), cause, "Code", SAID, "request"));
        return new Unit(
                Target.global(account),
                "",
                0,
                "",
                List.of(new Part("kms.keys", calls, calls, calls / 4, Lists.NONE, List.of(), same, 0, 0)));
    }
}
