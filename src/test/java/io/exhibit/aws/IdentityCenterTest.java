package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.aws.Collecting.Collected;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Target;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom of IAM Identity Center the source asks, and what it leaves alone. */
@OneJdk
class IdentityCenterTest {

    private static final String SOURCE = "sso.identity-center";
    private static final Target HOME = new Target(Collecting.CALLER, "us-east-1");
    private static final Target PORTAL_WEST = new Target("444455556666", "us-west-2");

    private static List<String> asked(Collected collected) {
        return collected.exchanges().stream().map(e -> e.call().operation()).toList();
    }

    @Test
    void whatAnInstanceHoldsIsAskedOfItsOwnerOnly() {
        try (Demo demo = Demo.open()) {
            Collected member = demo.aws.collect(SOURCE, new Target(Collecting.WORKLOAD, "us-east-1"));
            assertThat(asked(member)).containsExactly("sso:ListInstances");
            assertThat(member.part().items()).isEqualTo(1);
            assertThat(asked(demo.aws.collect(SOURCE, HOME))).contains("sso:ListAccountAssignments");
        }
    }

    @Test
    void aRegionWithoutAnInstanceIsAnEmptyListAndNoGap() {
        try (Demo demo = Demo.open()) {
            Collected elsewhere = demo.aws.collect(SOURCE, new Target(Collecting.CALLER, "eu-west-1"));
            assertThat(asked(elsewhere)).containsExactly("sso:ListInstances");
            assertThat(elsewhere.part().items()).isZero();
            assertThat(elsewhere.part().gaps()).isEmpty();
        }
    }

    @Test
    void anInstanceOfAMemberAccountIsSeenAndNotAskedForAccess() {
        try (Demo demo = Demo.open()) {
            demo.sandbox.now(Instant.parse("2026-10-18T02:15:00Z"));
            demo.aws.collect("organizations", Target.global(Collecting.CALLER));
            Collected own = demo.aws.collect(SOURCE, PORTAL_WEST);
            assertThat(asked(own)).containsExactly("sso:ListInstances");
            assertThat(own.part().items()).isEqualTo(1);
        }
    }

    @Test
    void whileNobodySaysWhoManagesTheOrganizationTheOwnerIsAsked() {
        try (Demo demo = Demo.open()) {
            demo.sandbox.now(Instant.parse("2026-10-18T02:15:00Z"));
            Collected own = demo.aws.collect(SOURCE, PORTAL_WEST);
            assertThat(own.part().gaps())
                    .extracting(gap -> gap.call().operation())
                    .contains("sso:ListPermissionSets");
            assertThat(own.part().gaps()).extracting(Gap::code).contains("ValidationException");
        }
    }

    @Test
    void membershipsAreAskedOfGroupsThatGetIntoAnAccount() {
        try (Demo demo = Demo.open()) {
            Collected collected = demo.aws.collect(SOURCE, HOME);
            assertThat(collected.exchanges())
                    .filteredOn(e -> e.call().operation().equals("identitystore:ListGroups"))
                    .singleElement()
                    .satisfies(e -> assertThat(new String(e.response().body(), StandardCharsets.UTF_8))
                            .contains("Everybody"));
            // All of the six but Everybody.
            assertThat(asked(collected))
                    .filteredOn("identitystore:ListGroupMemberships"::equals)
                    .hasSize(5);
        }
    }

    @Test
    void howToReachPeopleIsCutAndTheirNamesAreKept() {
        try (Demo demo = Demo.open()) {
            List<Exchange> users = demo.aws.collect(SOURCE, HOME).exchanges().stream()
                    .filter(e -> e.call().operation().equals("identitystore:ListUsers"))
                    .toList();
            assertThat(users).isNotEmpty().allSatisfy(page -> {
                String answer = new String(page.response().body(), StandardCharsets.UTF_8);
                assertThat(answer)
                        .contains("\"UserName\":\"m.delacroix\"", "\"Value\":\"[cut]\"")
                        .doesNotContain("@harborview-health", "555-555", "Quay");
                assertThat(page.cuts()).contains("/Value", "/StreetAddress");
            });
        }
    }
}
