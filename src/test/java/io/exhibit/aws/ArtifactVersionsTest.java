package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.aws.Collecting.Collected;
import io.exhibit.collect.Capture;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange.Outcome;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.artifact.model.GetReportMetadataResponse;
import software.amazon.awssdk.services.artifact.model.ListReportsResponse;
import software.amazon.awssdk.services.artifact.model.ReportDetail;
import software.amazon.awssdk.services.artifact.model.ReportSummary;

/** How far down the versions of a report are asked. */
class ArtifactVersionsTest {

    private static final String METADATA = "artifact:GetReportMetadata";
    private static final Target ORGANIZATION = Target.global(Collecting.CALLER);

    @Test
    void theWalkEndsWhereAwsHasNoSuchVersionWhichIsAFactAndNoGap() {
        try (Demo demo = Demo.open()) {
            Collected collected = demo.aws.collect("artifact.report-versions", ORGANIZATION);
            String soc2 = first(collected);
            assertThat(asked(collected, Outcome.ANSWER, soc2)).containsExactly(soc2 + ":6", soc2 + ":5");
            assertThat(asked(collected, Outcome.FACT, soc2)).containsExactly(soc2 + ":4");
            assertThat(collected.part().facts()).extracting(Fact::code).containsOnly("ResourceNotFoundException");
            assertThat(collected.part().gaps()).isEmpty();
        }
    }

    @Test
    void aReportIsNotAskedFurtherDownThanItsFirstVersion() {
        Versions capture = new Versions(3L, Integer.MAX_VALUE);
        assertThat(capture.asked).containsExactly("report-1:2", "report-1:1");
        assertThat(capture.gaps).isEmpty();
    }

    @Test
    void aVersionThatCouldNotBeReadEndsTheWalkOfItsReport() {
        Versions capture = new Versions(9L, 2);
        assertThat(capture.asked).containsExactly("report-1:8", "report-1:7");
    }

    @Test
    void moreVersionsThanTheWalkHasStepsAreAGapAndNotASilentCut() {
        Versions capture = new Versions(200L, Integer.MAX_VALUE);
        assertThat(capture.asked).hasSize(96).endsWith("report-1:104");
        assertThat(capture.gaps).containsExactly(Call.of(METADATA, "report-1:103"));
    }

    @Test
    void aReportThatDoesNotSayItsVersionIsAGapAndNotOneWithoutEarlierVersions() {
        Versions capture = new Versions(null, Integer.MAX_VALUE);
        assertThat(capture.asked).isEmpty();
        assertThat(capture.gaps).containsExactly(Call.of(METADATA, "report-1"));
    }

    private static String first(Collected collected) {
        String subject = collected.exchanges().stream()
                .map(exchange -> exchange.call().subject())
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElseThrow();
        return subject.substring(0, subject.indexOf(':'));
    }

    private static List<String> asked(Collected collected, Outcome outcome, String report) {
        return collected.exchanges().stream()
                .filter(exchange -> exchange.outcome() == outcome)
                .map(exchange -> exchange.call().subject())
                .filter(subject -> subject.startsWith(report + ":"))
                .toList();
    }

    /** One report; every version of it comes, until the answers end. */
    private static final class Versions implements Capture {

        private final List<String> asked = new ArrayList<>();
        private final List<Call> gaps = new ArrayList<>();
        private final Long newest;
        private final int answers;

        Versions(Long newest, int answers) {
            this.newest = newest;
            this.answers = answers;
            try (Collecting aws = new Collecting(AwsSettings.defaults())) {
                aws.collector("artifact.report-versions").collect(ORGANIZATION, this);
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Optional<T> ask(Call call, Supplier<T> request) {
            asked.add(call.subject());
            return asked.size() < answers
                    ? Optional.of((T) GetReportMetadataResponse.builder()
                            .reportDetails(ReportDetail.builder().build())
                            .build())
                    : Optional.empty();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> boolean pages(Call call, Function<String, T> request, Function<T, String> next, Consumer<T> each) {
            ReportSummary report =
                    ReportSummary.builder().id("report-1").version(newest).build();
            each.accept((T) ListReportsResponse.builder().reports(report).build());
            return true;
        }

        @Override
        public void without(Call call, Cause cause, String why) {
            assertThat(cause).isIn(Cause.TOO_MANY, Cause.MALFORMED);
            gaps.add(call);
        }
    }
}
