package io.exhibit.cli.desk;

import io.exhibit.console.page.Coming;
import io.exhibit.run.Progress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What another thread works out. Visitors wait for it no longer than they like to, and are told how far it is. */
final class Work<T> {

    private static final String NOT_BEGUN =
            "It has not begun: it waits for a pack that is being printed, or for another month.";

    private final Told told = new Told();
    private final CompletableFuture<T> result;

    /** Works it out. */
    @FunctionalInterface
    interface Done<T> {
        /** @param progress hears of the first step when the work has its turn */
        T by(Progress progress);
    }

    private static final class Told implements Progress {

        private volatile String soFar = NOT_BEGUN;

        @Override
        public void step(String what, long done, long all) {
            soFar = "So far: " + what + (all == 0 ? "." : " " + done + " of " + all + ".");
        }

        @Override
        public void note(String line) {}
    }

    Work(Executor worker, Done<T> done) {
        result = CompletableFuture.supplyAsync(() -> done.by(told), worker);
    }

    /** One thread, so that one thing is worked out at a time: two would take the memory of two. */
    static Executor worker(String name) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * What it comes to.
     *
     * @param what is being worked out, for the visitor; as it begins a sentence
     * @throws Coming when it takes longer
     * @throws IOException when it cannot be worked out
     */
    T result(Duration patience, String what) throws IOException {
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Coming(what + " is being worked out from the sealed nights. " + told.soFar
                    + " Over a hundred accounts this takes two minutes, and longer beside a pack that is being printed;"
                    + " after that its pages come at once.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the console is being stopped");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
