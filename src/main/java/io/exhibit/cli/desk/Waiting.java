package io.exhibit.cli.desk;

import io.exhibit.console.page.Coming;
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

/** Visitors wait for what another thread works out, and not longer than they like to. */
final class Waiting {

    private Waiting() {}

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
    static <T> T of(CompletableFuture<T> coming, Duration patience, String what) throws IOException {
        try {
            return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Coming(
                    what + " is being worked out from the sealed nights. Over a hundred accounts this takes two"
                            + " minutes, and longer beside a pack that is being printed; after that its pages come at once.");
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
