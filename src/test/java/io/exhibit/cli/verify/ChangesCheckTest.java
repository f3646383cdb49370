package io.exhibit.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Change;
import io.exhibit.assessment.Change.How;
import io.exhibit.assessment.Change.Night;
import io.exhibit.assessment.Changes;
import io.exhibit.assessment.Period;
import io.exhibit.evidence.Target;
import io.exhibit.run.ChangesJson;
import io.exhibit.seal.Step;
import io.exhibit.seal.Step.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangesCheckTest {

    private static final Period PERIOD =
            new Period(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31"), ZoneOffset.UTC);
    private static final Set<String> RUNS =
            Set.of(night("2026-10-01").run(), night("2026-10-02").run());
    private static final Change WITHIN = change("2026-10-01", "2026-10-02", "key-1");
    private static final Change SINCE_BEFORE = change("2026-09-30", "2026-10-01", "key-2");

    private static Night night(String day) {
        Instant at = Instant.parse(day + "T02:15:00Z");
        return new Night(LocalDate.parse(day), day + "T021500Z", at, at);
    }

    private static Change change(String before, String seen, String key) {
        return new Change(
                "KMS keys",
                "kms.keys",
                How.REMOVED,
                new Target("111122223333", "us-east-1"),
                key,
                "",
                night(seen),
                night(before),
                List.of(),
                Optional.empty());
    }

    private static Changes changes(Change... all) {
        return new Changes(Optional.empty(), List.of(), List.of(all), List.of(), List.of(), List.of());
    }

    private static Step check(Changes sealed, Changes again, boolean masked) throws IOException {
        byte[] json = ChangesJson.of(PERIOD, sealed).getBytes(StandardCharsets.UTF_8);
        return ChangesCheck.step(json, PERIOD, again, RUNS, List.of(), masked);
    }

    @Test
    void theSameChangesAreOk() throws IOException {
        Step step = check(changes(WITHIN), changes(WITHIN), false);
        assertThat(step.status()).isEqualTo(Status.OK);
        assertThat(step.says()).isEqualTo("1 change found again between the nights.");
    }

    @Test
    void oneThatWasTakenOutAndOneThatWasMadeUpAreFound() throws IOException {
        Step step = check(changes(change("2026-10-01", "2026-10-02", "made-up")), changes(WITHIN), false);
        assertThat(step.status()).isEqualTo(Status.FAIL);
        assertThat(step.found())
                .extracting(discrepancy -> discrepancy.says())
                .containsExactly(
                        "2026-10-02, KMS keys, made-up removed: the nights do not say so.",
                        "2026-10-02, KMS keys, key-1 removed: the nights say so, and it is not there.");
    }

    @Test
    void theSameOneTwiceIsOneTooMany() throws IOException {
        assertThat(check(changes(WITHIN, WITHIN), changes(WITHIN), false).found())
                .hasSize(1);
    }

    @Test
    void whatIsSinceANightBeforeThePackIsNotCheckedAndCounted() throws IOException {
        Step step = check(changes(SINCE_BEFORE, WITHIN), changes(WITHIN), false);
        assertThat(step.status()).isEqualTo(Status.NOT_CHECKED);
        assertThat(step.says()).contains("Another 1 since a night before the period");
    }

    @Test
    void ofAMaskedPackKindsDaysAndPlacesAreCompared() throws IOException {
        Change masked = change("2026-10-01", "2026-10-02", "[resource 012345]");
        assertThat(check(changes(masked), changes(WITHIN), true).status()).isEqualTo(Status.NOT_CHECKED);
        assertThat(check(changes(), changes(WITHIN), true).status()).isEqualTo(Status.FAIL);
    }

    /** A baseline that was chosen too early would hide what changed since. */
    @Test
    void aRunBetweenTheBaselineAndThePeriodIsNotPassedOver() throws IOException {
        List<String> log = List.of(
                "2026-09-28T021500Z", "2026-09-29T021500Z", "2026-09-30T021500Z", "2026-10-01T021500Z", "by-hand");
        Instant start = Instant.parse("2026-10-01T00:00:00Z");

        assertThat(DeepCheck.passedOver(log, "2026-09-30T021500Z", start)).isEmpty();
        assertThat(DeepCheck.passedOver(log, "2026-09-29T021500Z", start)).containsExactly("2026-09-30T021500Z");
        assertThat(DeepCheck.passedOver(log, "", start)).hasSize(3);

        byte[] json = ChangesJson.of(PERIOD, changes(WITHIN)).getBytes(StandardCharsets.UTF_8);
        Step step = ChangesCheck.step(
                json, PERIOD, changes(WITHIN), RUNS, DeepCheck.passedOver(log, "2026-09-28T021500Z", start), false);
        assertThat(step.status()).isEqualTo(Status.NOT_CHECKED);
        assertThat(step.says()).contains("has 2 runs after", "the last 2026-09-30T021500Z");
    }
}
