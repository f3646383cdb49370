package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.aws.Collecting.Collected;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.Source;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@OneJdk
class AwsCollectorsTest {

    @Test
    void everySourceAndReadingHasAKeyOfItsOwn() {
        assertThat(AwsCollectors.sources()).extracting(Source::key).doesNotHaveDuplicates();
        assertThat(AwsCollectors.sources())
                .flatExtracting(Source::readings)
                .extracting(Reading::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void thereIsOneCollectorForEverySourceInTheSameOrder() {
        try (Collecting aws = new Collecting(AwsSettings.defaults())) {
            assertThat(aws.collectors).extracting(Collector::source).isEqualTo(AwsCollectors.sources());
        }
    }

    @Test
    void readingsNameOperationsOfTheirSourceAndCarriersOfTheFirst() {
        for (Source source : AwsCollectors.sources()) {
            for (Reading reading : source.readings()) {
                assertThat(reading.population()).as(reading.key()).isNotEmpty().allSatisfy(source::operation);
                assertThat(reading.details()).as(reading.key()).allSatisfy(source::operation);
                if (!reading.carrier().isEmpty()) {
                    assertThat(source.operation(reading.population().get(0)).carriers())
                            .as(reading.key())
                            .contains(reading.carrier());
                }
            }
        }
    }

    @Test
    void everyCollectorCallsWhatItDeclaresAndNothingElse() {
        try (Demo demo = Demo.open()) {
            for (Source source : AwsCollectors.sources()) {
                Collected collected = demo.aws.collect(source.key(), Collecting.target(source));
                assertThat(collected.exchanges())
                        .as(source.key())
                        .extracting(exchange -> exchange.call().operation())
                        .hasSameElementsAs(source.operations().stream()
                                .map(Operation::name)
                                .toList());
                assertThat(collected.exchanges())
                        .allSatisfy(exchange -> assertThat(asked(exchange))
                                .contains(exchange.call().operation().split(":")[1]));
                assertThat(collected.part().gaps()).as(source.key()).isEmpty();
                Lists lists = collected.part().lists();
                assertThat(lists.ended()).as(source.key()).isEqualTo(lists.begun());
            }
        }
    }

    /** Where the operation stands on the wire: target header or form parameter; a REST path says it in its own words. */
    private static String asked(Exchange exchange) {
        String target = exchange.request().headers().get("X-Amz-Target");
        String form = new String(exchange.request().body(), StandardCharsets.UTF_8);
        return target != null || form.startsWith("Action=")
                ? target + form
                : exchange.call().operation();
    }

    @Test
    void everyPermissionIsOneOfTheLeastPrivilegePolicy() {
        assertThat(AwsCollectors.sources())
                .flatExtracting(Source::permissions)
                .contains("iam:GenerateCredentialReport", "access-analyzer:ListFindings", "access-analyzer:GetFinding")
                .doesNotContain("access-analyzer:ListFindingsV2", "artifact:DownloadReport", "sts:GetCallerIdentity")
                .allSatisfy(action ->
                        assertThat(action).matches("[a-z0-9-]+:(Get|List|Describe|Batch|Generate|Lookup)\\w+"));
    }

    @Test
    void deniedEverythingGivesOnlyGaps() {
        try (Demo demo = Demo.open()) {
            demo.faults(
                    "sts=denied",
                    "organizations=denied",
                    "ec2=scp-denied",
                    "iam=denied",
                    "account=denied",
                    "sso=denied",
                    "identitystore=denied",
                    "artifact=denied",
                    "kms=denied",
                    "cloudtrail=denied",
                    "config=denied",
                    "securityhub=denied",
                    "monitoring=denied",
                    "events=denied",
                    "logs=denied",
                    "sns=denied",
                    "ssm=denied",
                    "outposts=denied",
                    "snowball=denied",
                    "elb=denied",
                    "elbv2=denied",
                    "wafv2=scp-denied",
                    "shield=denied",
                    "guardduty=scp-denied",
                    "inspector2=denied",
                    "access-analyzer=denied",
                    "s3control=denied",
                    "s3=denied",
                    "rds=denied",
                    "acm=denied",
                    "backup=denied",
                    "elasticfilesystem=denied",
                    "redshift=denied",
                    "es=denied",
                    "cloudfront=denied");
            // The role had been taken on before everything was denied.
            demo.aws.landscape.enter();
            for (Source source : AwsCollectors.sources()) {
                Part part = demo.aws
                        .collect(source.key(), Collecting.target(source))
                        .part();
                assertThat(part.items()).as(source.key()).isZero();
                assertThat(part.facts()).as(source.key()).isEmpty();
                assertThat(source.readings())
                        .as(source.key())
                        .allSatisfy(reading -> assertThat(part.gaps())
                                .extracting(gap -> gap.call().operation())
                                .containsAnyElementsOf(reading.population()));
                assertThat(part.gaps())
                        .extracting(Gap::cause)
                        .isSubsetOf(Cause.IDENTITY_DENIED, Cause.SCP_DENIED, Cause.ASSUME_ROLE_DENIED);
            }
        }
    }

    @Test
    void documentsAreFetchedOnlyOfSeriesThatAPersonConsentedTo() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
                Collecting aws = new Collecting(sandbox.endpoint())) {
            aws.landscape.enter();
            Source reports = aws.collector("artifact.reports").source();
            assertThat(aws.collect("artifact.reports", Collecting.target(reports))
                            .exchanges())
                    .extracting(exchange -> exchange.call().operation())
                    .containsOnly("artifact:ListReports", "artifact:GetReportMetadata");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noKeyToADocumentAndNoDocumentLeavesTheCapture() {
        try (Demo demo = Demo.open()) {
            Source reports = demo.aws.collector("artifact.reports").source();
            List<Exchange> exchanges = demo.aws
                    .collect("artifact.reports", Collecting.target(reports))
                    .exchanges();
            assertThat(exchanges).extracting(e -> e.call().operation()).contains("artifact:DownloadReport");
            assertThat(exchanges).allSatisfy(exchange -> {
                String answer = new String(exchange.response().body(), StandardCharsets.UTF_8);
                assertThat(answer).doesNotContain("http://", "X-Amz-", "%PDF");
                assertThat(exchange.request().uri()).doesNotContain("X-Amz-");
                if (exchange.call().operation().startsWith("artifact:Download")) {
                    assertThat(exchange.cuts()).containsExactly("?", "body");
                    assertThat(answer).matches("\\{\"bytes\":\\d+,\"sha256\":\"[0-9a-f]{64}\"}");
                }
            });
        }
    }
}
