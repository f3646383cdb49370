package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.OneJdk;
import io.exhibit.aws.Collecting.Collected;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Exchange.Outcome;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.Source;
import io.exhibit.read.CatalogFile;
import io.exhibit.read.Samples;
import io.exhibit.read.Samples.Refusal;
import io.exhibit.read.Samples.Sample;
import io.exhibit.read.wire.AnswerReader;
import io.exhibit.read.wire.Notes;
import io.exhibit.read.wire.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Answers that AWS gave, in the folder {@code -Dexhibit.samples=DIR}, sent over HTTP to the source that asks for them; what it
 * asks besides is answered by the sandbox.
 */
@OneJdk
class RecordedAnswersTest {

    private static final Catalog CATALOG = CatalogFile.load();
    private static final AnswerReader READER = new AnswerReader(CATALOG);

    /** What no source asks, and why. */
    private static final Map<String, String> ASKED_OTHERWISE = Map.ofEntries(
            Map.entry("access-analyzer:ListFindings", "ListFindingsV2 lists findings of every kind of analyzer"),
            Map.entry("iam:GetGroup", "GetAccountAuthorizationDetails says who is in a group"),
            Map.entry("iam:GetPolicyVersion", "GetAccountAuthorizationDetails holds the versions of policies"),
            Map.entry("iam:ListAccessKeys", "the credential report holds the access keys"),
            Map.entry("iam:ListGroups", "GetAccountAuthorizationDetails holds the groups"),
            Map.entry("iam:ListMFADevices", "the credential report, and ListVirtualMFADevices"),
            Map.entry("iam:ListPolicies", "GetAccountAuthorizationDetails holds the policies"),
            Map.entry("iam:ListRoles", "GetAccountAuthorizationDetails holds the roles"),
            Map.entry("iam:ListUsers", "GetAccountAuthorizationDetails holds the users"),
            Map.entry("securityhub:GetFindings", "the services that found them are asked for their findings"),
            Map.entry("wafv2:ListLoggingConfigurations", "GetLoggingConfiguration is asked for each web ACL"));

    /** What is made of the refusals among the files; GetGroup is asked by nobody. */
    private static final Map<String, String> REFUSED = Map.of(
            "iam/GetAccountPasswordPolicy.test_account_missing_password_policy_1.json", "FACT NoSuchEntity",
            "iam/GetAccountPasswordPolicy.test_account_password_policy_update_first_time_1.json", "FACT NoSuchEntity",
            "iam/GetGroup.test_iam_group_delete_4.json", "not asked",
            "kms/GetKeyRotationStatus.test_key_rotation_unsupportedopp_1.json", "GAP FAILED",
            "organizations/DescribeOrganization.test_account_org_info_denied_1.json", "GAP DENIED",
            "s3/GetBucketEncryption.test_s3_bucket_encryption_bucket_key_1.json",
                    "FACT ServerSideEncryptionConfigurationNotFoundError",
            "s3/GetBucketEncryption.test_s3_bucket_encryption_disabled_1.json",
                    "FACT ServerSideEncryptionConfigurationNotFoundError",
            "shield/DescribeSubscription.test_account_shield_advanced_enable_1.json", "FACT ResourceNotFoundException",
            "shield/DescribeSubscription.test_account_shield_advanced_filter_1.json", "FACT ResourceNotFoundException");

    @Test
    void everyRecordedRefusalEndsAsWhatItIs() throws IOException {
        SortedMap<String, Refusal> refusals = Samples.refusals("recorded");
        Map<String, String> made = new TreeMap<>();
        try (FaultBench bench = new FaultBench()) {
            for (Map.Entry<String, Refusal> each : refusals.entrySet()) {
                made.put(each.getKey(), made(bench, each.getValue()));
            }
        }
        assertThat(made).containsExactlyInAnyOrderEntriesOf(REFUSED);
    }

    /** How the call ended, by every source that makes it. */
    private static String made(FaultBench bench, Refusal refusal) throws IOException {
        Set<String> ends = new TreeSet<>();
        for (Source source : asking(refusal.operation())) {
            Collected collected = bench.answering(source, refusal.operation(), refusal.status(), refusal.wire());
            Exchange first = first(collected, refusal.operation(), refusal.file());
            assertThat(first.response().body()).as(refusal.file()).isEqualTo(refusal.wire());
            Stream<String> facts = collected.part().facts().stream()
                    .filter(fact -> fact.call().equals(first.call()))
                    .map(Fact::code);
            Stream<String> gaps = collected.part().gaps().stream()
                    .filter(gap -> gap.call().equals(first.call()))
                    .map(gap -> gap.cause().name());
            ends.add(first.outcome() + " " + Stream.concat(facts, gaps).collect(Collectors.joining(" ")));
        }
        return ends.isEmpty() ? "not asked" : String.join(", ", ends);
    }

    private static List<Source> asking(String operation) {
        return AwsCollectors.sources().stream()
                .filter(source -> source.operations().stream()
                        .anyMatch(asked -> asked.name().equals(operation)))
                .toList();
    }

    private static Exchange first(Collected collected, String operation, String file) {
        return collected.exchanges().stream()
                .filter(exchange -> exchange.call().operation().equals(operation))
                .findFirst()
                .orElseThrow(() -> new AssertionError(collected.part().source() + " did not ask for " + file));
    }

    @Test
    void everyRecordedAnswerIsCapturedAsItCameAndReadInFull(TestReporter reporter) throws IOException {
        List<Sample> samples = Samples.in("recorded");
        Set<String> nobodyAsks = new TreeSet<>();
        List<String> read = new ArrayList<>();
        int sent = 0;
        try (FaultBench bench = new FaultBench()) {
            for (Sample sample : samples) {
                read.add(Path.of(sample.file()).getFileName().toString());
                List<Source> sources = asking(sample.operation());
                if (sources.isEmpty()) {
                    nobodyAsks.add(sample.operation());
                }
                for (Source source : sources) {
                    byte[] body = Samples.wire(sample);
                    Exchange first = first(
                            bench.answering(source, sample.operation(), 200, body), sample.operation(), sample.file());
                    assertThat(first.response().body()).as(sample.file()).isEqualTo(body);
                    assertThat(first.outcome()).as(sample.file()).isEqualTo(Outcome.ANSWER);
                    isReadInFull(source.operation(sample.operation()), sample, first);
                    sent++;
                }
            }
        }
        reporter.publishEntry(samples.size() + " recorded answers, sent " + sent + " times; nobody asks " + nobodyAsks);
        assertThat(sent).isGreaterThan(60);
        assertThat(nobodyAsks).isEqualTo(new TreeSet<>(ASKED_OTHERWISE.keySet()));
        // Each file is an answer that was read, or one of the refusals.
        Samples.refusals("recorded")
                .keySet()
                .forEach(file -> read.add(Path.of(file).getFileName().toString()));
        assertThat(Samples.files("recorded"))
                .extracting(file -> Path.of(file).getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(read);
    }

    /** Every list that the recorded answer holds has as many items when it is read from what was captured. */
    private static void isReadInFull(Operation operation, Sample sample, Exchange captured) throws IOException {
        Map<String, Object> read =
                READER.read(operation.name(), captured.response().body(), Selection.WHOLE, new Notes());
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : sample.members().properties()) {
            if (member.getValue().isArray()) {
                Object list = read.get(member.getKey());
                int items = list instanceof Collection<?> found ? found.size() : 0;
                if (items != member.getValue().size()) {
                    wrong.add(member.getKey() + ": " + items + " of "
                            + member.getValue().size());
                }
            }
        }
        assertThat(wrong).as(sample.file()).isEmpty();
    }
}
