package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pacing with a pause that only writes down how long it was asked to be, while time stands still. */
class PaceTest {

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void requestsKeepBelowTheRateOfTheirService() {
        Pace pace = Pace.of("iam", pauses::add, () -> 0);
        for (int i = 0; i < 5; i++) {
            pace.await("");
        }
        // What may come in a second comes at once after a rest; from then on each waits for its turn.
        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofMillis(1000), Duration.ofMillis(1500));
    }

    @Test
    void anOperationMayHaveASlowerRateOfItsOwn() {
        Pace pace = Pace.of("organizations", pauses::add, () -> 0);
        pace.await("AWSOrganizationsV20161128.ListRoots");
        pace.await("AWSOrganizationsV20161128.ListRoots");
        assertThat(pauses).hasSize(1);
        assertThat(pauses.get(0).toMillis()).isEqualTo(1111);
    }

    @Test
    void whatHasNoRateIsNotHeldBack() {
        Pace pace = Pace.of("sts", pauses::add, () -> 0);
        pace.await("");
        pace.await("");
        assertThat(pauses).isEmpty();
    }
}
