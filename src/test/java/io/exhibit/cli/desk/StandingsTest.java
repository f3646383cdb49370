package io.exhibit.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Coming;
import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Whoever waits for a month is told how far it is. */
final class StandingsTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private static final Standings.State STATE = new Standings.State("judged", "beside");

    @Test
    void whoWaitsForAMonthIsToldHowFarItIs() throws InterruptedException {
        Semaphore goesOn = new Semaphore(0);
        CountDownLatch at = new CountDownLatch(1);
        Standings standings = new Standings((month, before, progress) -> {
            goesOn.acquireUninterruptibly();
            progress.step("judging " + month + ", tests done", 37, 149);
            at.countDown();
            goesOn.acquireUninterruptibly();
            throw new IOException("the vault is gone");
        });

        assertThat(told(standings))
                .startsWith("October 2026 is being worked out from the sealed nights. It has not begun: it waits for")
                .endsWith("after that its pages come at once.");

        goesOn.release();
        at.await();
        assertThat(told(standings)).contains("So far: judging 2026-10, tests done 37 of 149.");

        // Whoever asks after it has failed has it begun again.
        goesOn.release(10);
        assertThatThrownBy(() -> standings.of(OCTOBER, STATE, Duration.ofMinutes(1)))
                .isInstanceOf(IOException.class)
                .hasMessage("the vault is gone");
    }

    private static String told(Standings standings) {
        try {
            Standing shown = standings.of(OCTOBER, STATE, Duration.ZERO);
            throw new AssertionError("nobody worked it out: " + shown);
        } catch (Coming coming) {
            return coming.getMessage();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
