package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.OneJdk;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.BackupPlan;
import io.exhibit.sandbox.world.Device;
import io.exhibit.sandbox.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** AWS's own command against how long data is kept, how sessions end, and what stands on the customer's premises. */
@ExtendWith(AwsSandbox.class)
@OneJdk
final class AwsUpkeepCommandTest {
    private static final String REGION = "us-east-1";

    private final World world = Calls.world(Calls.NOON);
    private final AwsCommand claims;

    AwsUpkeepCommandTest(AwsCommand claims) {
        this.claims = claims;
    }

    @Test
    void preferencesOfShellSessionsAreADocumentOrAreNotThere() throws Exception {
        String asked = "ssm get-document --name SSM-SessionManagerRunShell";
        JsonNode content =
                new ObjectMapper().readTree(claims.json(asked).path("Content").asText());
        assertThat(content.at("/inputs/idleSessionTimeout").asInt())
                .isEqualTo(world.journal()
                        .shellSessions(Accounts.CLAIMS, REGION)
                        .orElseThrow()
                        .idleMinutes());
        assertThat(claims.at("eu-west-1").refusal(asked)).contains("InvalidDocument");
        assertThat(claims.refusal("ssm get-document --name Another")).contains("InvalidDocument");
    }

    @Test
    void plansAreListedAndReadWithTheirRules() throws Exception {
        List<BackupPlan> known = world.stores(Accounts.CLAIMS, REGION).plans();
        assertThat(claims.json("backup list-backup-plans --page-size 1").findValuesAsText("BackupPlanName"))
                .isEqualTo(known.stream().map(BackupPlan::name).toList());
        JsonNode rule = claims.json("backup get-backup-plan --backup-plan-id "
                        + known.get(0).id())
                .at("/BackupPlan/Rules/0");
        assertThat(rule.at("/Lifecycle/DeleteAfterDays").asInt())
                .isEqualTo(known.get(0).days());
        assertThat(rule.at("/CopyActions/0/DestinationBackupVaultArn").asText()).contains(":us-west-2:");
        assertThat(claims.refusal("backup get-backup-plan --backup-plan-id nowhere"))
                .contains("ResourceNotFoundException");
    }

    @Test
    void rulesThatEndObjectsAreReadOrAreNotThere() throws Exception {
        JsonNode rules = claims.json("s3api get-bucket-lifecycle-configuration --bucket claims-access-log")
                .path("Rules");
        assertThat(rules).hasSize(1);
        assertThat(rules.at("/0/Expiration/Days").asInt()).isEqualTo(90);
        assertThat(claims.refusal("s3api get-bucket-lifecycle-configuration --bucket claims-archive"))
                .contains("NoSuchLifecycleConfiguration");
    }

    @Test
    void parametersOfWarehousesAreReadByGroup() throws Exception {
        String group = claims.json("redshift describe-clusters")
                .at("/Clusters/0/ClusterParameterGroups/0/ParameterGroupName")
                .asText();
        JsonNode parameters = claims.json("redshift describe-cluster-parameters --parameter-group-name " + group);
        assertThat(parameters.findValuesAsText("ParameterName")).contains("require_ssl", "wlm_json_configuration");
        assertThat(claims.refusal("redshift describe-cluster-parameters --parameter-group-name nowhere"))
                .contains("ClusterParameterGroupNotFound");
    }

    @Test
    void hardwareOnThePremisesIsListed() throws Exception {
        assertThat(claims.json("outposts list-outposts").findValuesAsText("OutpostId"))
                .isEqualTo(known(Device.Kind.OUTPOST));
        assertThat(claims.json("snowball list-jobs --page-size 1").findValuesAsText("JobId"))
                .isEqualTo(known(Device.Kind.SNOW_JOB));
        assertThat(claims.json("snowball list-clusters").findValuesAsText("ClusterId"))
                .isEqualTo(known(Device.Kind.SNOW_CLUSTER));
    }

    @Test
    void outpostsComeInSeveralPages() throws Exception {
        assertThat(claims.json("outposts list-outposts --page-size 1").findValuesAsText("OutpostId"))
                .isEqualTo(known(Device.Kind.OUTPOST));
    }

    private List<String> known(Device.Kind kind) {
        return world.devices(Accounts.CLAIMS, REGION).stream()
                .filter(device -> device.kind() == kind)
                .map(Device::id)
                .toList();
    }
}
