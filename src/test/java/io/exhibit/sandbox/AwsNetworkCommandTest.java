package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.OneJdk;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Balancer;
import io.exhibit.sandbox.world.Network;
import io.exhibit.sandbox.world.Storage;
import io.exhibit.sandbox.world.WebAcl;
import io.exhibit.sandbox.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AwsSandbox.class)
@OneJdk
final class AwsNetworkCommandTest {
    private static final String REGION = "us-east-1";

    private final World world = Calls.world(Calls.NOON);
    private final AwsCommand claims;

    AwsNetworkCommandTest(AwsCommand claims) {
        this.claims = claims;
    }

    @Test
    void networksAreReadWithTheirListsAndLogs() throws Exception {
        Network network = world.network(Accounts.CLAIMS, REGION);
        assertThat(claims.json("ec2 describe-vpcs").findValuesAsText("VpcId"))
                .containsExactly(network.vpc().id());
        assertThat(claims.json("ec2 describe-subnets").findValuesAsText("CidrBlock"))
                .isEqualTo(network.subnets().stream().map(Network.Subnet::cidr).toList());
        JsonNode acls = claims.json("ec2 describe-network-acls --page-size 5");
        assertThat(acls.at("/NetworkAcls/1/Entries").findValuesAsText("RuleNumber"))
                .isEqualTo(network.acls().get(1).entries().stream()
                        .map(entry -> String.valueOf(entry.number()))
                        .toList());
        assertThat(claims.json("ec2 describe-flow-logs")
                        .at("/FlowLogs/0/ResourceId")
                        .asText())
                .isEqualTo(network.vpc().id());
        assertThat(claims.json("ec2 describe-network-interfaces").findValuesAsText("PublicIp"))
                .hasSize(2);
    }

    @Test
    void volumesAndSnapshotsAreReadWithWhatTheRegionDoesByItself() throws Exception {
        Storage storage = world.storage(Accounts.CLAIMS, REGION);
        assertThat(claims.json("ec2 get-ebs-encryption-by-default")
                        .path("EbsEncryptionByDefault")
                        .asBoolean())
                .isTrue();
        assertThat(claims.json("ec2 get-ebs-default-kms-key-id")
                        .path("KmsKeyId")
                        .asText())
                .isEqualTo("alias/aws/ebs");
        assertThat(claims.json("ec2 describe-volumes --page-size 5")
                        .at("/Volumes/1/VolumeId")
                        .asText())
                .isEqualTo(storage.volumes().get(1).id());
        assertThat(claims.json("ec2 describe-snapshots --owner-ids self").findValuesAsText("SnapshotId"))
                .isEqualTo(
                        storage.snapshots().stream().map(Storage.Snapshot::id).toList());
        String ask = "ec2 describe-snapshot-attribute --attribute createVolumePermission --snapshot-id ";
        assertThat(claims.json(ask + storage.snapshots().get(0).id())
                        .at("/CreateVolumePermissions/0/UserId")
                        .asText())
                .isEqualTo("888877776666");
        assertThat(claims.refusal(ask + "snap-0000000000000000")).contains("InvalidSnapshot.NotFound");
    }

    @Test
    void regionKeepsSnapshotsFromBeingShared() throws Exception {
        assertThat(claims.json("ec2 get-snapshot-block-public-access-state")
                        .path("State")
                        .asText())
                .isEqualTo("block-all-sharing");
    }

    @Test
    void loadBalancersAreReadDownToTheirTlsPolicies() throws Exception {
        Balancer web = world.balancers(Accounts.CLAIMS, REGION).get(0);
        String arn = web.arn(Accounts.CLAIMS, REGION);
        JsonNode first = claims.json("elbv2 describe-load-balancers --page-size 1");
        JsonNode second = claims.json("elbv2 describe-load-balancers --page-size 1 --marker "
                + first.path("NextMarker").asText());
        assertThat(first.findValuesAsText("LoadBalancerName")).containsExactly("claims-web");
        assertThat(second.findValuesAsText("LoadBalancerName")).containsExactly("claims-feed");
        assertThat(claims.json("elbv2 describe-load-balancer-attributes --load-balancer-arn " + arn)
                        .at("/Attributes/0/Key")
                        .asText())
                .isEqualTo("access_logs.s3.enabled");
        JsonNode listeners = claims.json("elbv2 describe-listeners --load-balancer-arn " + arn);
        assertThat(listeners.findValuesAsText("Port")).contains("443", "80");
        String plain = listeners.at("/Listeners/1/ListenerArn").asText();
        assertThat(claims.json("elbv2 describe-rules --listener-arn " + plain)
                        .at("/Rules/0/Actions/0/RedirectConfig/Protocol")
                        .asText())
                .isEqualTo("HTTPS");
        assertThat(claims.json("elbv2 describe-ssl-policies --names ELBSecurityPolicy-2016-08")
                        .at("/SslPolicies/0/SslProtocols/0")
                        .asText())
                .isEqualTo("TLSv1");
        assertThat(claims.json("elbv2 describe-target-groups").findValuesAsText("TargetGroupName"))
                .containsExactly("claims-web", "claims-feed");
        assertThat(claims.refusal("elbv2 describe-listeners --load-balancer-arn " + arn + "0"))
                .contains("LoadBalancerNotFound");
    }

    @Test
    void classicLoadBalancersAreAnotherService() throws Exception {
        assertThat(claims.json("elb describe-load-balancers").findValuesAsText("LoadBalancerName"))
                .containsExactly("claims-edi");
        assertThat(claims.json("elb describe-load-balancer-attributes --load-balancer-name claims-edi")
                        .at("/LoadBalancerAttributes/AccessLog/Enabled")
                        .asBoolean())
                .isTrue();
        assertThat(claims.json("elb describe-load-balancer-policies --load-balancer-name claims-edi")
                        .findValuesAsText("AttributeName"))
                .contains("Protocol-TLSv1.2");
    }

    @Test
    void webAclsAreReadInBothScopes() throws Exception {
        WebAcl acl = world.webAcls(Accounts.CLAIMS, REGION).get(0);
        String arn = acl.arn(Accounts.CLAIMS, REGION);
        assertThat(claims.json("wafv2 list-web-acls --scope REGIONAL").findValuesAsText("Name"))
                .containsExactly("claims-edge", "claims-api-draft");
        JsonNode full = claims.json("wafv2 list-web-acls --scope REGIONAL --limit 2");
        JsonNode last = claims.json("wafv2 list-web-acls --scope REGIONAL --limit 2 --next-marker "
                + full.path("NextMarker").asText());
        assertThat(last.path("WebACLs").size()).isZero();
        assertThat(last.has("NextMarker")).isFalse();
        assertThat(claims.json("wafv2 get-web-acl --scope REGIONAL --name claims-edge --id " + acl.id())
                        .at("/WebACL/Rules/0/Statement/ManagedRuleGroupStatement/Name")
                        .asText())
                .isEqualTo("AWSManagedRulesCommonRuleSet");
        assertThat(claims.json("wafv2 list-resources-for-web-acl --web-acl-arn " + arn)
                        .path("ResourceArns"))
                .hasSize(1);
        assertThat(claims.json("wafv2 get-logging-configuration --resource-arn " + arn)
                        .at("/LoggingConfiguration/LogDestinationConfigs"))
                .hasSize(1);
        assertThat(claims.json("wafv2 list-web-acls --scope CLOUDFRONT").findValuesAsText("ARN"))
                .allSatisfy(each -> assertThat(each).contains(":global/webacl/claims-members/"));
        assertThat(claims.at("eu-west-1").refusal("wafv2 list-web-acls --scope CLOUDFRONT"))
                .contains("WAFInvalidParameterException");
        String portals = world.webAcls(Accounts.PORTAL, "us-west-2").get(0).arn(Accounts.PORTAL, "us-west-2");
        assertThat(claims.in(Accounts.PORTAL)
                        .at("us-west-2")
                        .refusal("wafv2 get-logging-configuration --resource-arn " + portals))
                .contains("WAFNonexistentItemException");
    }

    @Test
    void shieldTellsWhatIsProtectedAndThatThereIsNoSubscription() throws Exception {
        assertThat(claims.json("shield get-subscription-state")
                        .path("SubscriptionState")
                        .asText())
                .isEqualTo("ACTIVE");
        assertThat(claims.json("shield describe-subscription")
                        .at("/Subscription/AutoRenew")
                        .asText())
                .isEqualTo("ENABLED");
        assertThat(claims.json("shield list-protections").findValuesAsText("ResourceArn"))
                .containsExactly(world.balancers(Accounts.CLAIMS, REGION).get(0).arn(Accounts.CLAIMS, REGION));
        assertThat(claims.json("shield describe-emergency-contact-settings").path("EmergencyContactList"))
                .hasSize(2);
        AwsCommand portal = claims.in(Accounts.PORTAL);
        assertThat(portal.json("shield get-subscription-state")
                        .path("SubscriptionState")
                        .asText())
                .isEqualTo("INACTIVE");
        assertThat(portal.refusal("shield list-protections")).contains("The subscription does not exist.");
    }
}
