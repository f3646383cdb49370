package io.exhibit.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import io.exhibit.run.Observer.Delivered;
import io.exhibit.run.RunFigures;
import io.exhibit.run.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Prometheus gets to read. */
class MetersTest {

    private static final Instant NIGHT = Instant.parse("2026-10-05T02:15:00Z");
    private static final String ACCOUNT = "111122223333";

    private Instant now = NIGHT;
    private final Meters meters = new Meters(() -> now, "0.1.0");

    @Test
    void aRunIsCountedByItsOutcomeWithItsCallsAndGaps() {
        meters.collected(RunFigures.of(run(NIGHT, Outcome.GAPS, answered("iam.users"), blind("guardduty.findings"))));
        meters.collected(RunFigures.of(run(NIGHT, Outcome.COMPLETE, answered("iam.users"))));
        meters.throttled(7);
        meters.missed(2);

        assertThat(lines())
                .contains(
                        "exhibit_runs_total{outcome=\"gaps\"} 1.0",
                        "exhibit_runs_total{outcome=\"complete\"} 1.0",
                        "exhibit_runs_total{outcome=\"missed\"} 2.0",
                        "exhibit_calls_total 6.0",
                        "exhibit_requests_total 9.0",
                        "exhibit_items_total 15.0",
                        "exhibit_throttles_total 7.0",
                        "exhibit_gaps_total{cause=\"scp-denied\"} 1.0",
                        "exhibit_gaps_total{cause=\"throttled\"} 0.0");
    }

    @Test
    void aSourceAgesUntilItIsReadInFullAgain() {
        meters.collected(RunFigures.of(run(NIGHT, Outcome.COMPLETE, answered("iam.users"), answered("kms.keys"))));
        now = NIGHT.plus(Duration.ofDays(1));
        meters.collected(RunFigures.of(run(now, Outcome.GAPS, answered("iam.users"), blind("kms.keys"))));
        meters.blind(Map.of("kms.keys", 1L, "iam.users", 0L));
        now = now.plusSeconds(100);

        assertThat(lines())
                .contains(
                        "exhibit_source_age_seconds{source=\"iam.users\"} 100.0",
                        "exhibit_source_age_seconds{source=\"kms.keys\"} 86500.0",
                        "exhibit_source_blind{source=\"kms.keys\"} 1.0",
                        "exhibit_source_blind{source=\"iam.users\"} 0.0",
                        "exhibit_last_success_timestamp_seconds{work=\"collect\"} "
                                + (double) NIGHT.plus(Duration.ofDays(1)).getEpochSecond());
    }

    @Test
    void aRunThatBroughtNothingIsNoSuccessAndMakesNoSourceYounger() {
        meters.collected(RunFigures.of(run(NIGHT, Outcome.COMPLETE, answered("iam.users"))));
        now = NIGHT.plusSeconds(50);
        meters.collected(RunFigures.of(run(now, Outcome.FAILED)));

        assertThat(lines())
                .contains(
                        "exhibit_source_age_seconds{source=\"iam.users\"} 50.0",
                        "exhibit_runs_total{outcome=\"failed\"} 1.0",
                        "exhibit_last_success_timestamp_seconds{work=\"collect\"} " + (double) NIGHT.getEpochSecond());
    }

    @Test
    void whatLiesInTheVaultFromBeforeIsShownAndNotCounted() {
        meters.known(RunFigures.of(run(NIGHT, Outcome.COMPLETE, answered("iam.users"))));

        assertThat(lines())
                .contains("exhibit_source_age_seconds{source=\"iam.users\"} 0.0")
                .contains("exhibit_runs_total{outcome=\"complete\"} 0.0");
    }

    @Test
    void workIsSeenWhileItWaitsAndWhileItRunsAndAfterwards() {
        meters.queued(Work.PACK);
        assertThat(lines()).contains("exhibit_queued{work=\"pack\"} 1.0", "exhibit_running{work=\"pack\"} 0.0");

        meters.began(Work.PACK);
        assertThat(lines()).contains("exhibit_queued{work=\"pack\"} 0.0", "exhibit_running{work=\"pack\"} 1.0");

        meters.took(Work.PACK, Duration.ofSeconds(3), true);
        meters.ended(Work.PACK);
        meters.bound();
        meters.owed(2);
        meters.delivered(Delivered.FAILED);
        assertThat(lines())
                .contains(
                        "exhibit_running{work=\"pack\"} 0.0",
                        "exhibit_work_duration_seconds_sum{done=\"true\",work=\"pack\"} 3.0",
                        "exhibit_packs_bound_total 1.0",
                        "exhibit_packs_owed 2.0",
                        "exhibit_deliveries_total{outcome=\"failed\"} 1.0");
    }

    @Test
    void labelsAreFewAndNameNobody() {
        for (int account = 0; account < 50; account++) {
            String id = String.valueOf(100_000_000_000L + account);
            meters.collected(RunFigures.of(
                    run(NIGHT, Outcome.GAPS, unit(id, "eu-west-1", blindPart("iam.users"), part("kms.keys")))));
        }
        Set<String> labels = new TreeSet<>();
        Matcher written = Pattern.compile("(\\w+)=\"").matcher(meters.scrape());
        while (written.find()) {
            labels.add(written.group(1));
        }

        assertThat(labels)
                .containsExactlyInAnyOrder(
                        "area", "cause", "done", "id", "outcome", "source", "state", "version", "work");
        assertThat(meters.scrape())
                .doesNotContain("eu-west-1", "alice", "not authorized")
                .doesNotContainPattern("[^0-9.]1000000000\\d\\d");
        assertThat(meters.scrape().lines().filter(line -> line.startsWith("exhibit_")))
                .hasSizeLessThan(120);
    }

    @Test
    void everySeriesSaysWhatItIs() {
        assertThat(meters.scrape().lines().filter(line -> line.startsWith("# HELP exhibit_")))
                .isNotEmpty()
                .allMatch(line -> line.split(" ", 4)[3].strip().length() > 10);
    }

    @Test
    void thePageTellsEveryFigure() throws IOException {
        meters.collected(RunFigures.of(run(NIGHT, Outcome.COMPLETE, answered("iam.users"))));
        meters.alarms(Map.of("blind", 1L));
        meters.blind(Map.of("iam.users", 0L));
        Set<String> shown = new TreeSet<>();
        meters.scrape()
                .lines()
                .filter(line -> line.startsWith("# HELP exhibit_") && !line.contains("_max "))
                .forEach(line -> shown.add(line.split(" ")[2]));
        Set<String> told = new TreeSet<>();
        Matcher rows = Pattern.compile("(?m)^\\| `(exhibit_\\w+)` \\|")
                .matcher(Files.readString(Path.of("src/site/markdown/alarms.md")));
        while (rows.find()) {
            told.add(rows.group(1));
        }

        assertThat(told).isEqualTo(shown);
    }

    private List<String> lines() {
        return meters.scrape().lines().toList();
    }

    private static Unit answered(String source) {
        return unit(ACCOUNT, "us-east-1", part(source));
    }

    private static Unit blind(String source) {
        return unit(ACCOUNT, "us-east-1", blindPart(source));
    }

    private static Unit unit(String account, String region, Part... parts) {
        return new Unit(new Target(account, region), "", 0, "", List.of(parts));
    }

    private static Part part(String source) {
        return new Part(source, 2, 3, 5, Lists.NONE, List.of(), List.of(), 0, 0);
    }

    private static Part blindPart(String source) {
        Gap gap = new Gap(
                new Call("ListFindings", "alice"), Cause.SCP_DENIED, "AccessDenied", "alice is not authorized", "");
        return new Part(source, 2, 3, 5, Lists.NONE, List.of(), List.of(gap), 0, 0);
    }

    private static RunRecord run(Instant at, Outcome outcome, Unit... units) {
        return new RunRecord("r", at, at, at, outcome, "", "aws", "", "", List.of(), Map.of(), List.of(units));
    }
}
