package io.exhibit.cli.node;

import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.SystemClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGTERM, SIGINT or Ctrl-C, as a node takes it: nothing new begins, what runs has {@link #WHILE} to come to its end, a
 * collection is then broken off after the units that are being read, and after {@link #LONGEST} the process ends as it is. What
 * is sealed by then is sealed, and the next start goes on with the rest.
 */
public final class Draining implements Stopping {

    static final Duration WHILE = Duration.ofSeconds(20);

    /** A second before the 30 after which systemd and container runtimes kill. */
    static final Duration LONGEST = Duration.ofSeconds(29);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile long askedAt;
    private volatile Console told;

    /** From now on the process ends only when {@link #ended} is said, or the longest time is over. */
    public void listen(Console console) {
        told = console;
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            ask();
                            if (!await(ended, LONGEST)) {
                                console.alarm("Not everything came to its end in " + LONGEST.toSeconds()
                                        + " s. What is sealed is sealed; the next start goes on with the rest.");
                            }
                        },
                        "exhibit-stop"));
    }

    /** Stops the node as a signal would. */
    synchronized void ask() {
        if (isAsked()) {
            return;
        }
        askedAt = System.nanoTime();
        asked.countDown();
        if (told != null) {
            told.say(new SystemClock().instant() + " Stopping: nothing new begins, what runs has " + WHILE.toSeconds()
                    + " s to come to its end.");
        }
    }

    /** Waits until a signal or somebody asks the node to stop. */
    public void awaitAsked() throws InterruptedException {
        asked.await();
    }

    /** All that was going on has come to its end, and the process may go. */
    public void ended() {
        ended.countDown();
    }

    @Override
    public boolean pause(Duration pause) {
        return !await(asked, pause);
    }

    @Override
    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    @Override
    public boolean isUrgent() {
        return isAsked() && System.nanoTime() - askedAt > WHILE.toNanos();
    }

    private static boolean await(CountDownLatch latch, Duration most) {
        try {
            return latch.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
