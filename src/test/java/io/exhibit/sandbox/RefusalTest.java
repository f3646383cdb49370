package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.sandbox.Probe.Reply;
import io.exhibit.sandbox.world.Accounts;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What AWS answers when it does not answer, in each protocol's own shape. */
final class RefusalTest {
    private Sandbox sandbox;
    private Probe probe;

    @BeforeEach
    void open() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults().withNow(Calls.NOON));
        probe = Probe.of(sandbox);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void regionThatIsNotOptedInLooksLikeCredentialsThatNobodyHas() throws Exception {
        Probe afar = probe.in(Accounts.CLAIMS).at("af-south-1");
        Reply ec2 = afar.query("ec2", "DescribeSecurityGroups", Map.of());
        assertThat(ec2.status()).isEqualTo(401);
        assertThat(ec2.body()).contains("<Response><Errors><Error><Code>AuthFailure</Code>", "<RequestID>");
        Reply kms = afar.json("kms", "TrentService.ListKeys", "{}");
        assertThat(kms.json().path("__type").asText()).isEqualTo("UnrecognizedClientException");
        Reply guardDuty = afar.get("guardduty", "/detector");
        assertThat(guardDuty.headers()).containsEntry("x-amzn-ErrorType", "UnrecognizedClientException");
        Reply sts = afar.query("sts", "GetCallerIdentity", Map.of());
        assertThat(sts.status()).isEqualTo(403);
        assertThat(sts.body()).contains("<Error><Type>Sender</Type><Code>InvalidClientTokenId</Code>");
    }

    @Test
    void unknownOperationIsRefusedInEveryProtocol() throws Exception {
        assertThat(probe.query("iam", "ListGroups", Map.of()).body()).contains("<Code>InvalidAction</Code>");
        assertThat(probe.query("ec2", "DescribeImages", Map.of()).body()).contains("<Code>InvalidAction</Code>");
        assertThat(probe.json("kms", "TrentService.Decrypt", "{}")
                        .json()
                        .path("__type")
                        .asText())
                .isEqualTo("UnknownOperationException");
        assertThat(probe.get("inspector2", "/nothing").status()).isEqualTo(404);
    }

    @Test
    void controlPolicyOfTheStoryDeniesGuardDuty() throws Exception {
        Reply reply = probe.in(Accounts.PORTAL).at("eu-west-1").get("guardduty", "/detector");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().path("message").asText())
                .startsWith("User: arn:aws:sts::444455556666:assumed-role/ExhibitCollector/")
                .endsWith(
                        "with an explicit deny in a service control policy: arn:aws:organizations::111122223333:policy/"
                                + "o-exh1b1torg/service_control_policy/p-quarant1");
    }

    @Test
    void passwordPolicyThatNobodySetIsNoSuchEntity() throws Exception {
        Reply reply = probe.in(Accounts.SANDBOX).query("iam", "GetAccountPasswordPolicy", Map.of());
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).contains("<Code>NoSuchEntity</Code>");
    }

    @Test
    void keyThatCannotRotateIsUnsupported() throws Exception {
        String signing = Calls.world(Calls.NOON)
                .keys(Accounts.CLAIMS, "us-east-1")
                .get(4)
                .id();
        Reply reply = probe.in(Accounts.CLAIMS)
                .json("kms", "TrentService.GetKeyRotationStatus", "{\"KeyId\":\"" + signing + "\"}");
        assertThat(reply.json().path("__type").asText()).isEqualTo("UnsupportedOperationException");
    }

    @Test
    void detectorOfAnotherAccountIsABadRequest() throws Exception {
        Reply reply = probe.in(Accounts.CLAIMS).get("guardduty", "/detector/00000000000000000000000000000000");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("message").asText()).contains("not owned by the current account");
        assertThat(reply.json().path("__type").asText()).isEqualTo("InvalidInputException");
    }

    @Test
    void unsimulatedFilterIsRefusedAndNotIgnored() throws Exception {
        Probe claims = probe.in(Accounts.CLAIMS);
        String byScore = "{\"filterCriteria\":{\"inspectorScore\":[{\"lowerInclusive\":7}]}}";
        assertThat(claims.post("inspector2", "/findings/list", byScore).status())
                .isEqualTo(400);
        assertThat(claims.query(
                                "ec2",
                                "DescribeSecurityGroups",
                                Map.of("Filter.1.Name", "tag:x", "Filter.1.Value.1", "y"))
                        .body())
                .contains("<Code>InvalidParameterValue</Code>");
    }

    @Test
    void reportIsNotHandedOutWithoutItsTermsNorByAnotherSignature() throws Exception {
        String id = Calls.world(Calls.NOON).reports().get(0).id();
        assertThat(probe.get("artifact", "/v1/report/get?reportId=" + id + "&termToken=made-up")
                        .status())
                .isEqualTo(409);
        String address = Calls.all()
                .get("artifact.GetReport")
                .on(probe)
                .json()
                .path("documentPresignedUrl")
                .asText();
        assertThat(probe.unsigned(URI.create(address.substring(0, address.length() - 4) + "0000"))
                        .status())
                .isEqualTo(403);
    }
}
