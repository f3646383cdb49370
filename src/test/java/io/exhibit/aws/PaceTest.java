package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pacing with a pause that only writes down how long it was asked to be. */
class PaceTest {

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void requestsKeepBelowTheRateOfTheirService() {
        Pace pace = Pace.of("iam", pauses::add);
        for (int i = 0; i < 5; i++) {
            pace.await("");
        }
        // What may come in a second comes at once after a rest; from then on each waits for its turn.
        assertThat(pauses).hasSize(3);
        assertThat(pauses).isSorted();
        assertThat(pauses.get(2)).isGreaterThan(Duration.ofMillis(1000)).isLessThanOrEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void anOperationMayHaveASlowerRateOfItsOwn() {
        Pace pace = Pace.of("organizations", pauses::add);
        pace.await("AWSOrganizationsV20161128.ListRoots");
        pace.await("AWSOrganizationsV20161128.ListRoots");
        assertThat(pauses.get(0)).isGreaterThan(Duration.ofMillis(1000)).isLessThanOrEqualTo(Duration.ofMillis(1112));
    }

    @Test
    void whatHasNoRateIsNotHeldBack() {
        Pace pace = Pace.of("sts", pauses::add);
        pace.await("");
        pace.await("");
        assertThat(pauses).isEmpty();
    }
}
