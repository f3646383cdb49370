package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.Target;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsLandscapeTest {

    @Test
    void knowsTheCallerFirstAndTheOrganizationOnceItIsCollected() {
        try (Demo demo = Demo.open()) {
            AwsLandscape landscape = demo.aws.landscape;
            assertThat(landscape.accounts()).containsExactly(new Account(Collecting.CALLER, "", "UNKNOWN", "", false));
            demo.aws.collect("organizations", Target.global(Collecting.CALLER));
            assertThat(landscape.organization()).isEqualTo("o-exh1b1torg");
            assertThat(landscape.accounts())
                    .contains(
                            new Account(Collecting.CALLER, "management", "ACTIVE", "/", true),
                            new Account(Collecting.WORKLOAD, "claims-prod", "ACTIVE", "/Workloads/Production", false))
                    .extracting(Account::state)
                    .contains("SUSPENDED");
        }
    }

    @Test
    void knowsTheEnabledRegionsOnceTheyAreCollected() {
        try (Demo demo = Demo.open()) {
            assertThat(demo.aws.landscape.regions(Collecting.WORKLOAD)).isEmpty();
            demo.aws.collect("ec2.regions", Target.global(Collecting.WORKLOAD));
            assertThat(demo.aws.landscape.regions(Collecting.WORKLOAD).orElseThrow())
                    .containsExactly("eu-west-1", "us-east-1", "us-west-2");
        }
    }

    @Test
    void aRoleThatMayNotBeTakenOnIsAGapOfItsOwnKind() {
        try (Demo demo = Demo.open()) {
            assertThat(demo.aws.landscape.assume(Collecting.CALLER)).isEmpty();
            assertThat(demo.aws.landscape.assume(Collecting.WORKLOAD)).isEmpty();
            assertThat(demo.aws.landscape.assume("999999999999"))
                    .get()
                    .extracting(Gap::cause)
                    .isEqualTo(Cause.ASSUME_ROLE_DENIED);
        }
    }

    @Test
    void aNewRunForgetsTheLastOne() {
        try (Demo demo = Demo.open()) {
            demo.aws.collect("organizations", Target.global(Collecting.CALLER));
            assertThat(demo.aws.landscape.enter()).isEmpty();
            assertThat(demo.aws.landscape.organization()).isEmpty();
            assertThat(demo.aws.landscape.accounts()).hasSize(1);
        }
    }

    @Test
    void nobodyAnsweringIsToldAsAGap() throws IOException {
        try (Loopback gone = Loopback.answering(503, "busy");
                Collecting aws = new Collecting(gone.uri())) {
            assertThat(aws.landscape.enter()).get().extracting(Gap::cause).isEqualTo(Cause.FAILED);
        }
    }

    @Test
    void unitsThatContainEachOtherAreAGapAndNoEndlessWalk() throws IOException {
        Map<String, String> answers = Map.of(
                "DescribeOrganization", "{'Organization':{'Id':'o-1','MasterAccountId':'111122223333'}}",
                "ListRoots", "{'Roots':[{'Id':'r-1'}]}",
                "ListOrganizationalUnitsForParent", "{'OrganizationalUnits':[{'Id':'ou-1','Name':'a'}]}",
                "ListPolicies", "{'Policies':[]}");
        try (Loopback circle = new Loopback(exchange -> {
                    String asked = exchange.getRequestHeaders().getFirst("X-Amz-Target");
                    String answer = answers.getOrDefault(asked.substring(asked.indexOf('.') + 1), "{'Accounts':[]}");
                    Loopback.send(exchange, 200, answer.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
                });
                Collecting aws = new Collecting(circle.uri())) {
            aws.clients.credentials().caller(Collecting.CALLER, "arn:aws:iam::111122223333:role/x");
            assertThat(aws.collect("organizations", Target.global(Collecting.CALLER))
                            .part()
                            .gaps())
                    .singleElement()
                    .extracting(Gap::call, Gap::cause)
                    .containsExactly(Call.of("organizations:ListOrganizationalUnitsForParent", "ou-1"), Cause.LOOPING);
        }
    }

    @Test
    void anAccountWithoutAnOrganizationAnswersByFactsAlone() throws IOException {
        try (Sandbox alone = Sandbox.start(SandboxOptions.defaults().withAccounts(1));
                Collecting aws = new Collecting(alone.endpoint())) {
            aws.landscape.enter();
            Part part = aws.collect("organizations", Target.global(aws.landscape.caller()))
                    .part();
            assertThat(part.gaps()).isEmpty();
            assertThat(part.facts())
                    .hasSize(4)
                    .extracting(Fact::code)
                    .containsOnly("AWSOrganizationsNotInUseException");
            assertThat(aws.landscape.organization()).isEmpty();
        }
    }
}
