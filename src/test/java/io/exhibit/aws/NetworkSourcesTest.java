package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import io.exhibit.OneJdk;
import io.exhibit.aws.Collecting.Collected;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which questions the sources of the network ask, and which they leave out. */
@OneJdk
class NetworkSourcesTest {

    private static final String PORTAL = "444455556666";
    private static final Target CLAIMS = new Target(Collecting.WORKLOAD, "us-east-1");
    private static final Target PORTAL_WEST = new Target(PORTAL, "us-west-2");

    private static List<String> asked(Collected collected) {
        return collected.exchanges().stream()
                .map(exchange -> exchange.call().operation())
                .toList();
    }

    @Test
    void withoutASubscriptionShieldIsAskedNothingElse() {
        try (Demo demo = Demo.open()) {
            Collected collected = demo.aws.collect("shield.subscriptions", Target.global(PORTAL));
            assertThat(asked(collected)).containsExactly("shield:GetSubscriptionState");
            assertThat(collected.part().gaps()).isEmpty();
        }
    }

    @Test
    void howToReachPeopleNeverLeavesTheCapture() {
        try (Demo demo = Demo.open()) {
            Exchange contacts =
                    demo.aws.collect("shield.subscriptions", Target.global(Collecting.WORKLOAD)).exchanges().stream()
                            .filter(e -> e.call().operation().equals("shield:DescribeEmergencyContactSettings"))
                            .findFirst()
                            .orElseThrow();
            assertThat(new String(contacts.response().body(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"EmergencyContactList\":[{\"EmailAddress\":\"[cut]\",\"PhoneNumber\":\"[cut]\","
                            + "\"ContactNotes\":\"[cut]\"},{\"EmailAddress\":\"[cut]\"}]}");
            assertThat(contacts.cuts())
                    .containsExactlyInAnyOrder("/EmailAddress", "/EmailAddress", "/PhoneNumber", "/ContactNotes");
        }
    }

    @Test
    void aWebAclThatDoesNotLogIsAFact() {
        try (Demo demo = Demo.open()) {
            Collected collected = demo.aws.collect("wafv2.web-acls", PORTAL_WEST);
            assertThat(collected.part().gaps()).isEmpty();
            assertThat(collected.part().facts()).extracting(Fact::code).containsExactly("WAFNonexistentItemException");
        }
    }

    @Test
    void resourcesOfAWebAclAreAskedByTypeUntilOneIsAGap() {
        try (Demo demo = Demo.open()) {
            Collected whole = demo.aws.collect("wafv2.web-acls", CLAIMS);
            assertThat(asked(whole))
                    .filteredOn("wafv2:ListResourcesForWebACL"::equals)
                    .hasSize(2 * 6);
            demo.faults("wafv2.ListResourcesForWebACL=denied#3");
            Collected cut = demo.aws.collect("wafv2.web-acls", CLAIMS);
            assertThat(cut.part().gaps()).hasSize(2);
            assertThat(asked(cut))
                    .filteredOn("wafv2:ListResourcesForWebACL"::equals)
                    .hasSize(3 + 1);
        }
    }

    @Test
    void rulesAreAskedOfListenersWithoutTlsAndPoliciesByName() {
        try (Demo demo = Demo.open()) {
            Collected collected = demo.aws.collect("elbv2.load-balancers", CLAIMS);
            assertThat(asked(collected))
                    .filteredOn("elbv2:DescribeRules"::equals)
                    .hasSize(1);
            assertThat(collected.exchanges())
                    .filteredOn(e -> e.call().equals(Call.of("elbv2:DescribeSSLPolicies")))
                    .singleElement()
                    .satisfies(e -> assertThat(new String(e.request().body(), StandardCharsets.UTF_8))
                            .contains("Names.member.1=ELBSecurityPolicy-TLS13-1-2-2021-06")
                            .doesNotContain("Names.member.2"));
        }
    }

    @Test
    void whereThereIsNoLoadBalancerOnlyTheListsAreAsked() {
        try (Demo demo = Demo.open()) {
            Target quiet = new Target(Collecting.WORKLOAD, "eu-west-1");
            assertThat(asked(demo.aws.collect("elbv2.load-balancers", quiet)))
                    .containsExactly("elbv2:DescribeLoadBalancers");
            assertThat(asked(demo.aws.collect("elb.load-balancers", quiet)))
                    .containsExactly("elb:DescribeLoadBalancers");
        }
    }

    @Test
    void theDefaultKeyIsAskedForOnlyWhereItIsUsed() {
        try (Demo demo = Demo.open()) {
            assertThat(asked(demo.aws.collect("ebs.settings", CLAIMS))).contains("ec2:GetEbsDefaultKmsKeyId");
            assertThat(asked(demo.aws.collect("ebs.settings", new Target(PORTAL, "eu-west-1"))))
                    .containsExactly("ec2:GetEbsEncryptionByDefault", "ec2:GetSnapshotBlockPublicAccessState");
        }
    }

    @Test
    void snapshotsBeyondTheNewestThousandAreListedAndTheirSharingIsAGap() throws IOException {
        int beyond = 3;
        StringBuilder listed = new StringBuilder();
        for (int i = 0; i < 1000 + beyond; i++) {
            String day = String.format(Locale.ROOT, "%d-01-01", 1000 + i);
            listed.append("<item><snapshotId>snap-" + i + "</snapshotId><startTime>" + day
                    + "T00:00:00.000Z</startTime></item>");
        }
        AtomicInteger request = new AtomicInteger();
        HttpHandler ec2 = exchange -> Loopback.send(
                exchange,
                200,
                (request.getAndIncrement() == 0
                                ? ec2("DescribeSnapshots", "<snapshotSet>" + listed + "</snapshotSet>")
                                : ec2(
                                        "DescribeSnapshotAttribute",
                                        "<snapshotId>snap</snapshotId><createVolumePermission/>"))
                        .getBytes(StandardCharsets.UTF_8));
        try (Loopback server = new Loopback(ec2);
                Collecting aws = new Collecting(server.uri())) {
            aws.clients.credentials().caller(Collecting.CALLER, "arn:aws:iam::111122223333:user/collector");
            Collected collected = aws.collect("ebs.snapshots", new Target(Collecting.CALLER, "us-east-1"));
            assertThat(server.requests()).isEqualTo(1 + 1000);
            assertThat(collected.part().items()).isEqualTo(1000 + beyond);
            assertThat(collected.part().gaps())
                    .extracting(gap -> gap.cause() + " " + gap.call().subject())
                    .containsExactly("TOO_MANY snap-2", "TOO_MANY snap-1", "TOO_MANY snap-0");
        }
    }

    private static String ec2(String operation, String members) {
        return "<" + operation + "Response xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r</requestId>"
                + members + "</" + operation + "Response>";
    }
}
