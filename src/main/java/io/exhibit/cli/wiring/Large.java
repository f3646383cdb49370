package io.exhibit.cli.wiring;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * To print a pack, to work out a month for the console or an auditor's room, and to judge one by a draft each take a large part of a
 * process's memory: in one process they come one after the other. Over a hundred accounts a pack takes 330 MB while its pages are drawn.
 */
public final class Large {

    private static final ReentrantLock ONE = new ReentrantLock(true);

    /** What comes of it. */
    @FunctionalInterface
    public interface Work<T> {

        /** Does it. */
        T done() throws IOException;
    }

    private Large() {}

    /** Waits its turn and does it; within one that has its turn it is done at once. */
    public static <T> T alone(Work<T> work) throws IOException {
        ONE.lock();
        try {
            return work.done();
        } finally {
            ONE.unlock();
        }
    }
}
