package io.exhibit.aws;

import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The timer of clients whose time is up when a test says so, and not when a busy machine is slow. */
final class HandTimer extends ScheduledThreadPoolExecutor {

    HandTimer() {
        super(1, work -> {
            Thread thread = new Thread(work, "hand-timer");
            thread.setDaemon(true);
            return thread;
        });
        setRemoveOnCancelPolicy(true);
    }

    /** What would end soonest ends now: the attempt, before the call of which it is one. */
    void ring() {
        Runnable next = getQueue().peek();
        if (next instanceof RunnableFuture<?> due && getQueue().remove(next)) {
            due.run();
        }
    }
}
