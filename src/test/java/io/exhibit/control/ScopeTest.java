package io.exhibit.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Scope.AccountScope;
import io.exhibit.control.Scope.Fact;
import io.exhibit.control.Scope.RegionScope;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody approved counts from that day on. */
class ScopeTest {

    private static final LocalDate APPROVED = LocalDate.parse("2026-10-15");
    private static final Scope SCOPE = new Scope(
            "",
            "",
            "",
            Map.of(
                    "111122223333",
                    new AccountScope("111122223333", "old", false, Optional.of(false), "Closed", "Jane Doe", APPROVED)),
            Map.of(
                    "eu-west-1",
                    new RegionScope(
                            "eu-west-1", false, "Unused", "Jane Doe", APPROVED, new Position("scope.yaml", 1, 1))),
            Map.of("clearinghouse", new Fact("clearinghouse", false, "Jane Doe", APPROVED)));

    @Test
    void nothingLeavesTheScopeBeforeSomebodyApprovedIt() {
        Scope before = SCOPE.on(APPROVED.minusDays(1));

        assertThat(before.inScope("111122223333")).isTrue();
        assertThat(before.inScope(new Target("222233334444", "eu-west-1"))).isTrue();
        assertThat(before.accounts().get("111122223333").ephi()).isEmpty();
        assertThat(before.facts().get("clearinghouse").signed()).isFalse();
    }

    @Test
    void fromThatDayOnItCounts() {
        assertThat(SCOPE.on(APPROVED)).isEqualTo(SCOPE);
        assertThat(SCOPE.on(APPROVED.plusYears(1)).inScope("111122223333")).isFalse();
    }
}
