package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.sandbox.wire.Digest;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Analyzer;
import io.exhibit.sandbox.world.ManagedPolicy;
import io.exhibit.sandbox.world.World;
import org.junit.jupiter.api.Test;

/** What {@code sandbox --accounts 1 --busy} promises. */
class BusyAccountTest {

    private static final String ACCOUNT = Accounts.MANAGEMENT;
    private static final String REGION = "us-east-1";

    private final World busy = new World(new Digest(1), Calls.NOON, new World.Size(1, 3, 0, 0, false, 0, true));

    @Test
    void identitiesAreAsManyAsPromised() {
        assertThat(busy.users(ACCOUNT)).hasSize(200);
        assertThat(busy.roles(ACCOUNT)).hasSize(60);
        assertThat(busy.policies(ACCOUNT))
                .filteredOn(policy -> policy.arn().contains(ACCOUNT))
                .hasSize(80)
                .extracting(ManagedPolicy::arn)
                .doesNotHaveDuplicates();
    }

    @Test
    void resourcesAreAsManyAsPromised() {
        assertThat(busy.keys(ACCOUNT, REGION)).hasSize(20);
        assertThat(busy.securityGroups(ACCOUNT, REGION)).hasSize(40);
        assertThat(busy.buckets(ACCOUNT)).hasSize(10);
        assertThat(busy.balancers(ACCOUNT, REGION)).hasSize(8);
    }

    @Test
    void thereAreTwentyFiveFindingsOfEachKind() {
        assertThat(busy.weaknesses(ACCOUNT, REGION)).hasSize(25);
        assertThat(busy.threats(ACCOUNT, REGION)).hasSize(25);
        Analyzer outside = busy.analyzers(ACCOUNT, REGION).stream()
                .filter(analyzer -> analyzer.type().equals("ACCOUNT"))
                .findFirst()
                .orElseThrow();
        assertThat(busy.exposures(ACCOUNT, outside)).hasSize(25);
    }
}
