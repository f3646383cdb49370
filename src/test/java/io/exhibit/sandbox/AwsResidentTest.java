package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AwsSandbox.class)
@OneJdk
final class AwsResidentTest {
    private final AwsCommand command;
    private final AwsCommand once;

    AwsResidentTest(AwsCommand command) {
        this.command = command;
        once = new AwsCommand(new AwsOnce(), command.endpoint(), command.account(), command.region());
    }

    @Test
    void oneProcessForAllCallsSaysWhatAProcessForEachSays() throws Exception {
        assertThat(command.json("sts get-caller-identity")).isEqualTo(once.json("sts get-caller-identity"));
        String refused = "kms describe-key --key-id nowhere";
        assertThat(command.refusal(refused)).isEqualTo(once.refusal(refused)).contains("NotFoundException");
    }

    @Test
    void callsOfDifferentAccountsAndRegionsDoNotMix() throws Exception {
        String own = command.json("ec2 describe-vpcs").toString();
        String portals = command.in("444455556666").json("ec2 describe-vpcs").toString();
        String western = command.at("us-west-2").json("ec2 describe-vpcs").toString();
        assertThat(portals).contains("444455556666").doesNotContain(command.account());
        assertThat(western).contains(command.account()).isNotEqualTo(own);
        assertThat(command.json("ec2 describe-vpcs").toString()).isEqualTo(own);
    }
}
