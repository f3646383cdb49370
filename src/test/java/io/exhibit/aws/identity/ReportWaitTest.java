package io.exhibit.aws.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Waiting with a pause that only writes down how long it was asked to be. */
class ReportWaitTest {

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void aReportIsWaitedForTwiceAsLongEachTimeUntilPatienceEnds() {
        List<Duration> told = new ArrayList<>();
        ReportWait wait = new ReportWait(Duration.ofSeconds(60), pauses::add, (target, waited) -> told.add(waited));
        ReportWait.Turn turn = wait.new Turn(Target.global("111122223333"));
        List<String> questions = new ArrayList<>();
        for (String next = turn.next(); next != null; next = turn.next()) {
            questions.add(next);
        }
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(2L, 4L, 8L, 16L, 30L);
        assertThat(told).extracting(Duration::toSeconds).containsExactly(0L, 2L, 6L, 14L, 30L);
        assertThat(questions).doesNotHaveDuplicates();
    }
}
