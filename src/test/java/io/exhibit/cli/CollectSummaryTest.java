package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Scope;
import io.exhibit.control.Scope.AccountScope;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CollectSummaryTest {

    private static final String CLAIMS = "333344445555";
    private static final String PORTAL = "444455556666";
    private static final String PILOT = "777788889999";
    private static final Scope SCOPE = new Scope(
            "", "", "", Map.of(PILOT, new AccountScope(PILOT, "", false, Optional.empty(), "", "", null)), Map.of());

    @Test
    void everyGapInScopeIsALineAndAnAccountThatWasNotAskedIsOne() {
        assertThat(lines(
                        unit(CLAIMS, 4, Cause.DENIED, 2),
                        unit(PORTAL, 0, Cause.ASSUME_ROLE_DENIED, 32),
                        unit(PILOT, 3, Cause.THROTTLED, 5)))
                .containsExactly(
                        "Run r: 7 calls, 0 items, 34 of the accounts in scope could not be read.",
                        "  333344445555/global  kms.keys  kms:ListKeys: denied (Code)",
                        "  333344445555/global  kms.keys  kms:ListKeys: denied (Code)",
                        "  444455556666 portal: 32 calls were not made: the collector's role could not be assumed",
                        "  777788889999, out of scope: 5 without an answer: throttled out");
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

    private static List<String> lines(Unit... units) {
        Instant at = Instant.EPOCH;
        RunRecord run = new RunRecord(
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
        return new CollectSummary(run, SCOPE).lines();
    }

    private static Unit unit(String account, long calls, Cause cause, int gaps) {
        List<Gap> same = Collections.nCopies(gaps, new Gap(Call.of("kms:ListKeys"), cause, "Code", "", ""));
        return new Unit(
                Target.global(account),
                "",
                0,
                "",
                List.of(new Part("kms.keys", calls, calls, 0, Lists.NONE, List.of(), same, 0, 0)));
    }
}
