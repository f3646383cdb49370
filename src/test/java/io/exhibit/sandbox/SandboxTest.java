package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.sandbox.Probe.Reply;
import io.exhibit.sandbox.world.Accounts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SandboxTest {
    private static final SandboxOptions NOON = SandboxOptions.defaults().withNow(Calls.NOON);

    @Test
    void everyOperationAnswersItsLawfulRequest() throws Exception {
        try (Sandbox sandbox = Sandbox.start(NOON)) {
            Map<String, Integer> statuses = new TreeMap<>();
            for (Map.Entry<String, Calls.Call> call : Calls.all().entrySet()) {
                Reply reply = call.getValue().on(Probe.of(sandbox));
                statuses.put(call.getKey() + " " + reply.body(), reply.status());
                assertThat(reply.headers())
                        .containsKey(call.getKey().startsWith("s3.") ? "x-amz-request-id" : "x-amzn-requestid");
            }
            // The one report that is asked for before it is ready is the credential report.
            assertThat(statuses.entrySet())
                    .hasSameSizeAs(Calls.all().entrySet())
                    .filteredOn(each -> each.getValue() != 200)
                    .singleElement()
                    .satisfies(each -> assertThat(each.getKey()).contains("GetCredentialReport", "ReportInProgress"));
        }
    }

    @Test
    void sameSeedAndInstantGiveTheSameBytes() throws Exception {
        assertThat(sweep(NOON)).isEqualTo(sweep(NOON));
    }

    @Test
    void anotherSeedNamesThingsOtherwise() throws Exception {
        assertThat(sweep(NOON.withSeed(2)).get("kms.ListKeys"))
                .isNotEqualTo(sweep(NOON).get("kms.ListKeys"));
    }

    @Test
    void anotherDayChangesWhatChangedAndNothingElse() throws Exception {
        try (Sandbox sandbox = Sandbox.start(NOON)) {
            Probe probe = Probe.of(sandbox);
            List<String> groups = new ArrayList<>();
            List<String> accounts = new ArrayList<>();
            for (int day = 11; day <= 13; day++) {
                sandbox.now(DemoMonth.runAt(DemoMonth.MONTH.atDay(day)));
                groups.add(
                        withoutId(Calls.all().get("ec2.DescribeSecurityGroups").on(probe)));
                accounts.add(
                        withoutId(Calls.all().get("organizations.ListAccounts").on(probe)));
            }
            // The bastion is open to the world from the evening of the 9th to the morning of the 12th.
            assertThat(groups.get(1)).isEqualTo(groups.get(0)).isNotEqualTo(groups.get(2));
            assertThat(Set.copyOf(accounts)).hasSize(1);
        }
    }

    @Test
    void unsignedRequestIsNotAnswered() throws Exception {
        try (Sandbox sandbox = Sandbox.start(NOON)) {
            Reply reply = Probe.of(sandbox).unsigned(URI.create(sandbox.endpoint() + "/detector"));
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.headers()).containsEntry("x-amzn-ErrorType", "MissingAuthenticationToken");
        }
    }

    @Test
    void keyIdNamesTheAccountAndAnyOtherOneIsTheManagementAccount() throws Exception {
        try (Sandbox sandbox = Sandbox.start(NOON)) {
            Probe probe = Probe.of(sandbox);
            assertThat(probe.in(Accounts.PORTAL)
                            .query("sts", "GetCallerIdentity", Map.of())
                            .body())
                    .contains("<Account>444455556666</Account>")
                    .contains("assumed-role/ExhibitCollector/");
            assertThat(new Probe(probe.endpoint(), "x", "us-east-1", probe.patience())
                            .query("sts", "GetCallerIdentity", Map.of())
                            .body())
                    .contains("<Account>111122223333</Account>")
                    .contains("user/exhibit-collector");
        }
    }

    @Test
    void roleOfSuspendedAccountCannotBeAssumed() throws Exception {
        try (Sandbox sandbox = Sandbox.start(NOON)) {
            Reply reply = Probe.of(sandbox)
                    .query(
                            "sts",
                            "AssumeRole",
                            Map.of(
                                    "RoleArn",
                                    "arn:aws:iam::666677778888:role/ExhibitCollector",
                                    "RoleSessionName",
                                    "exhibit"));
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.body()).contains("<Code>AccessDenied</Code>", "sts:AssumeRole");
        }
    }

    @Test
    void singleAccountHasNoOrganization() throws Exception {
        try (Sandbox sandbox = Sandbox.start(NOON.withAccounts(1))) {
            Reply reply = Calls.all().get("organizations.DescribeOrganization").on(Probe.of(sandbox));
            assertThat(reply.json().path("__type").asText()).isEqualTo("AWSOrganizationsNotInUseException");
        }
    }

    @Test
    void memberAccountMayNotListTheOrganization() throws Exception {
        try (Sandbox sandbox = Sandbox.start(NOON)) {
            Probe member = Probe.of(sandbox).in(Accounts.CLAIMS);
            assertThat(Calls.all()
                            .get("organizations.ListAccounts")
                            .on(member)
                            .json()
                            .path("__type")
                            .asText())
                    .isEqualTo("AccessDeniedException");
            assertThat(Calls.all()
                            .get("organizations.DescribeOrganization")
                            .on(member)
                            .status())
                    .isEqualTo(200);
            assertThat(Calls.all()
                            .get("organizations.ListAccounts")
                            .on(member.in(Accounts.SECURITY))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void alarmsAreToldInTheLanguageThatTheyAreAskedIn() throws Exception {
        try (Sandbox sandbox = Sandbox.start(NOON)) {
            Probe claims = Probe.of(sandbox).in(Accounts.CLAIMS);
            String target = "GraniteServiceVersion20100801.DescribeAlarms";
            List<String> inJson = claims.json("monitoring", target, "{}")
                    .json()
                    .path("MetricAlarms")
                    .findValuesAsText("AlarmArn");
            String inXml =
                    claims.query("monitoring", "DescribeAlarms", Map.of()).body();
            assertThat(inJson).hasSize(3);
            assertThat(inXml).contains("<AlarmArn>" + inJson.get(0) + "</AlarmArn>");
        }
    }

    private static String withoutId(Reply reply) {
        return reply.body()
                .replace(reply.headers().get("x-amzn-requestid"), "")
                .replaceAll("\"NextToken\":\"[^\"]*\"", "");
    }

    /** Bodies and request ids by operation; presigned addresses hold the port, which is another one each time. */
    private static Map<String, String> sweep(SandboxOptions options) throws Exception {
        try (Sandbox sandbox = Sandbox.start(options)) {
            Map<String, String> answers = new TreeMap<>();
            for (Map.Entry<String, Calls.Call> call : Calls.all().entrySet()) {
                Reply reply = call.getValue().on(Probe.of(sandbox));
                String port = ":" + sandbox.endpoint().getPort();
                answers.put(
                        call.getKey(),
                        reply.headers().get("x-amzn-requestid") + reply.body().replace(port, ":0"));
            }
            return answers;
        }
    }
}
