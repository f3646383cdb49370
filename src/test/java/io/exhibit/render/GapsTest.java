package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Day;
import io.exhibit.control.Scope;
import io.exhibit.control.Scope.AccountScope;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was asked in vain, what was never asked, and whether anybody wanted it. */
class GapsTest {

    private static final String CLAIMS = "333344445555";
    private static final String CLOSED = "666677778888";
    private static final Scope SCOPE = new Scope(
            "",
            "",
            "",
            Map.of(CLOSED, new AccountScope(CLOSED, "closed", false, Optional.empty(), "", "", null)),
            Map.of());

    @Test
    void callsThatWereNeverMadeAreNotCountedAsUnanswered() {
        Gaps gaps = gaps(
                unit(CLAIMS, 5, Cause.SCP_DENIED, Cause.NOT_ASKED),
                unit(CLOSED, 0, Cause.ACCOUNT_NOT_ACTIVE, Cause.ACCOUNT_NOT_ACTIVE));

        assertThat(gaps.sentence())
                .isEqualTo("In scope 1 call brought no answer and 1 was not made;"
                        + " out of scope 0 calls brought no answer and 2 were not made.");
    }

    @Test
    void nothingIsSaidOfAccountsOutOfScopeWhenThereAreNone() {
        assertThat(gaps(unit(CLAIMS, 5)).sentence())
                .isEqualTo("In scope 0 calls brought no answer and 0 were not made.");
    }

    private static Gaps gaps(Unit... units) {
        Instant due = Instant.parse("2026-10-01T02:15:00Z");
        RunRecord run =
                new RunRecord("r", due, due, due, Outcome.GAPS, "", "aws", "", "", List.of(), Map.of(), List.of(units));
        return new Gaps(List.of(new Day(LocalDate.of(2026, 10, 1), due, Optional.of(run), "")), SCOPE, List.of());
    }

    private static Unit unit(String account, long calls, Cause... causes) {
        List<Gap> gaps = List.of(causes).stream()
                .map(cause -> new Gap(Call.of("kms:ListKeys"), cause, "", "", ""))
                .toList();
        return new Unit(
                Target.global(account),
                "",
                0,
                "",
                List.of(new Part("kms.keys", calls, calls, 0, Lists.NONE, List.of(), gaps, 0, 0)));
    }
}
