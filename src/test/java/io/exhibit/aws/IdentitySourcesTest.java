package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.aws.Collecting.Collected;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.Target;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which questions the sources of identities ask, and which they leave out. */
class IdentitySourcesTest {

    private static final String PORTAL = "444455556666";

    private static String text(Exchange exchange) {
        return new String(exchange.response().body(), StandardCharsets.UTF_8);
    }

    private static String question(Exchange exchange) {
        return new String(exchange.request().body(), StandardCharsets.UTF_8);
    }

    @Test
    void withoutAnOrganizationRootUsersAreNotManagedCentrallyAndThatIsAFact() throws Exception {
        try (Sandbox alone = Sandbox.start(SandboxOptions.defaults().withAccounts(1));
                Collecting aws = new Collecting(alone.endpoint())) {
            aws.landscape.enter();
            Collected collected = aws.collect("iam.root-access", Target.global(Collecting.CALLER));
            assertThat(collected.part().gaps()).isEmpty();
            assertThat(collected.part().facts())
                    .extracting(Fact::code)
                    .containsExactly("OrganizationNotFoundException");
        }
    }

    @Test
    void whoMayNotAskAboutRootAccessLearnsNothingOfIt() {
        try (Demo demo = Demo.open()) {
            Collected collected = demo.aws.collect("iam.root-access", Target.global(PORTAL));
            assertThat(collected.part().facts()).isEmpty();
            assertThat(collected.part().gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.cause()).isEqualTo(Cause.FAILED);
                assertThat(gap.code()).isEqualTo("AccountNotManagementOrDelegatedAdministratorException");
            });
        }
    }

    @Test
    void onlyDevicesThatSomebodyUsesAreListedAndTheRootUsersIsAmongThem() {
        try (Demo demo = Demo.open()) {
            Exchange devices = demo.aws
                    .collect("iam.virtual-mfa-devices", Target.global(PORTAL))
                    .exchanges()
                    .get(0);
            assertThat(question(devices)).contains("AssignmentStatus=Assigned");
            assertThat(text(devices))
                    .contains("mfa/root-account-mfa-device", ":root")
                    .doesNotContain("Base32StringSeed");
            Exchange ofManagement = demo.aws
                    .collect("iam.virtual-mfa-devices", Target.global(Collecting.CALLER))
                    .exchanges()
                    .get(0);
            assertThat(text(ofManagement)).contains("m.delacroix").doesNotContain(":root");
        }
    }

    @Test
    void thatAnAccountNamesNobodyForAMatterIsAFactAndWhomItNamesNeverLeavesTheCapture() {
        try (Demo demo = Demo.open()) {
            Collected portal = demo.aws.collect("account.alternate-contacts", Target.global(PORTAL));
            assertThat(portal.part().gaps()).isEmpty();
            assertThat(portal.part().facts()).singleElement().satisfies(fact -> {
                assertThat(fact.code()).isEqualTo("ResourceNotFoundException");
                assertThat(fact.call().subject()).isEqualTo("SECURITY");
            });
            assertThat(portal.exchanges()).hasSize(3);
            assertThat(text(portal.exchanges().get(0)))
                    .isEqualTo(
                            "{\"AlternateContact\":{\"AlternateContactType\":\"BILLING\","
                                    + "\"EmailAddress\":\"[cut]\",\"Name\":\"[cut]\",\"PhoneNumber\":\"[cut]\",\"Title\":\"[cut]\"}}");
            assertThat(portal.exchanges().get(0).cuts()).contains("/EmailAddress", "/PhoneNumber");
        }
    }

    @Test
    void oneListingHasTheServiceCredentialsOfAllUsers() {
        try (Demo demo = Demo.open()) {
            List<Exchange> exchanges = demo.aws
                    .collect("iam.service-specific-credentials", Target.global(Collecting.WORKLOAD))
                    .exchanges();
            assertThat(exchanges).singleElement().satisfies(all -> {
                assertThat(question(all)).contains("AllUsers=true").doesNotContain("UserName");
                assertThat(text(all)).contains("d.kowalczyk", "svc-edi-gateway", "c.oyelaran");
            });
        }
    }
}
