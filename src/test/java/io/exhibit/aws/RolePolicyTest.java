package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.OneJdk;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.Source;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@OneJdk
class RolePolicyTest {

    private static final RolePolicy POLICY = new RolePolicy(AwsCollectors.sources(), true);

    private static Demo demo;

    @BeforeAll
    static void open() {
        demo = Demo.open();
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    @Test
    void withThePrintedPolicyEverySourceIsCollectedWithoutGap() {
        assertThat(gapsUnder(POLICY.document())).isEmpty();
    }

    /** Every twelfth of them; on demand all, {@code -Dexhibit.actions=all}. */
    @TestFactory
    Stream<DynamicTest> withoutOneActionExactlyTheSourcesThatNeedItHaveAGap() {
        List<String> actions = List.copyOf(POLICY.actions());
        int step = "all".equals(System.getProperty("exhibit.actions")) ? 1 : 12;
        return IntStream.range(0, actions.size())
                .filter(n -> n % step == 0)
                .mapToObj(actions::get)
                .map(action -> DynamicTest.dynamicTest(
                        action,
                        () -> assertThat(gapsUnder(without(action)).keySet())
                                .containsExactlyElementsOf(needing(action))));
    }

    @Test
    void documentsOfArtifactAreOnlyAllowedByConsent() {
        RolePolicy withoutConsent = new RolePolicy(AwsCollectors.sources(), false);
        assertThat(POLICY.actions()).contains("artifact:GetReport", "artifact:GetTermForReport");
        assertThat(withoutConsent.actions())
                .doesNotContain("artifact:GetReport", "artifact:GetTermForReport")
                .contains("artifact:ListReports");
    }

    @Test
    void managedPoliciesKeepBelowTheLimitAndLoseNothing() {
        List<Source> many =
                IntStream.range(0, 400).mapToObj(RolePolicyTest::made).toList();
        RolePolicy policy = new RolePolicy(many, false);
        assertThat(policy.fitsOneManagedPolicy()).isFalse();
        assertThat(policy.managedPolicies())
                .hasSizeGreaterThan(1)
                .allSatisfy(each -> assertThat(each.toString().length()).isLessThanOrEqualTo(RolePolicy.LIMIT));
        assertThat(policy.managedPolicies().stream().flatMap(RolePolicyTest::actions))
                .containsExactlyInAnyOrderElementsOf(policy.actions());
    }

    @Test
    void theTemplateHoldsThePolicyAndTrustsTheHubAlone() {
        JsonNode resources = RoleTemplate.of(POLICY, "ExhibitCollector").path("Resources");
        JsonNode role = resources.path("CollectorRole").path("Properties");
        assertThat(role.path("RoleName").asText()).isEqualTo("ExhibitCollector");
        assertThat(role.path("ManagedPolicyArns"))
                .hasSize(resources.size() - 1)
                .allSatisfy(arn ->
                        assertThat(resources.has(arn.path("Ref").asText())).isTrue());
        assertThat(resources.findValues("PolicyDocument").stream().flatMap(RolePolicyTest::actions))
                .containsExactlyElementsOf(POLICY.actions());
        JsonNode trust = role.path("AssumeRolePolicyDocument").path("Statement").path(0);
        assertThat(trust.path("Condition").path("StringEquals").fieldNames())
                .toIterable()
                .containsExactly("aws:PrincipalOrgID", "sts:ExternalId");
        assertThat(trust.path("Condition").path("ArnEquals").has("aws:PrincipalArn"))
                .isTrue();
    }

    @Test
    void theHubMayTakeOnTheRoleAndNothingElse() {
        assertThat(RolePolicy.hub("us-east-1", "Reader", Optional.empty()).toString())
                .contains("\"Action\":\"sts:AssumeRole\"", "arn:aws:iam::*:role/Reader")
                .doesNotContain("\"*\"");
        assertThat(RolePolicy.hub("cn-north-1", "Reader", Optional.empty()).toString())
                .contains("arn:aws-cn:iam::*:role/Reader");
    }

    @Test
    void theHubMaySignWithTheOneKeyAndTheOneAlgorithm() {
        String key = "arn:aws:kms:us-east-1:111122223333:key/1";
        JsonNode sign = RolePolicy.hub("us-east-1", "Reader", Optional.of(key))
                .path("Statement")
                .path(1);
        assertThat(sign.path("Action").asText()).isEqualTo("kms:Sign");
        assertThat(sign.path("Resource").asText()).isEqualTo(key);
        assertThat(sign.path("Condition").toString())
                .isEqualTo("{\"StringEquals\":{\"kms:SigningAlgorithm\":\"ED25519_SHA_512\"}}");
    }

    private static SortedMap<String, List<Gap>> gapsUnder(JsonNode policy) {
        SortedMap<String, List<Gap>> found = new TreeMap<>();
        demo.sandbox.allowOnly(policy);
        for (Source source : AwsCollectors.sources()) {
            Part part =
                    demo.aws.collect(source.key(), Collecting.target(source)).part();
            if (!part.gaps().isEmpty()) {
                assertThat(part.gaps()).extracting(Gap::cause).contains(Cause.IDENTITY_DENIED);
                found.put(source.key(), part.gaps());
            }
        }
        return found;
    }

    private static ObjectNode without(String action) {
        ObjectNode document = POLICY.document();
        for (JsonNode statement : document.path("Statement")) {
            ArrayNode actions = (ArrayNode) statement.path("Action");
            for (int i = actions.size() - 1; i >= 0; i--) {
                if (actions.get(i).asText().equals(action)) {
                    actions.remove(i);
                }
            }
        }
        return document;
    }

    private static List<String> needing(String action) {
        return AwsCollectors.sources().stream()
                .filter(source -> source.permissions().contains(action))
                .map(Source::key)
                .sorted()
                .toList();
    }

    private static Stream<String> actions(JsonNode policy) {
        return policy.findValues("Action").stream()
                .flatMap(list -> IntStream.range(0, list.size())
                        .mapToObj(i -> list.get(i).asText()));
    }

    private static Source made(int number) {
        Operation operation = Declaration.json("service" + number % 40 + ":DescribeThing" + number, "", "Things");
        return new Source("made." + number, "made", Source.Scope.ACCOUNT, List.of(operation), List.of());
    }
}
