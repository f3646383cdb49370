package io.exhibit.run;

import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Units that are collected at the same time, each on one thread. */
final class Units implements AutoCloseable {

    /** An interrupted call ends at once, one that does not listen when its time is up. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(3);

    private final ExecutorService threads;
    private final Progress progress;
    private final Queue<Future<Unit>> submitted = new ConcurrentLinkedQueue<>();
    private long done;
    private long all;

    Units(int parallel, Progress progress) {
        this.threads = Executors.newFixedThreadPool(parallel);
        this.progress = progress;
    }

    /** Collects a unit when a thread is free; it may submit others while it does. */
    synchronized void submit(Target target, Callable<Unit> collect) {
        all++;
        submitted.add(threads.submit(() -> {
            Unit unit = collect.call();
            step(target);
            return unit;
        }));
    }

    /**
     * Waits for every unit that was submitted, also by others while it waits.
     *
     * @throws BrokenOff when some were not begun because the node stops, after those that were have come to their end
     */
    List<Unit> await() throws IOException {
        List<Unit> units = new ArrayList<>();
        BrokenOff stopped = null;
        // A unit submits others before it ends, so that nothing can come any more when the queue is empty.
        for (Future<Unit> next = submitted.poll(); next != null; next = submitted.poll()) {
            try {
                units.add(result(next));
            } catch (BrokenOff e) {
                // Those that were being collected come to their end.
                stopped = e;
            }
        }
        if (stopped != null) {
            throw stopped;
        }
        return units;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            // Who still writes would write into a run that is being given up.
            if (!threads.awaitTermination(LONGEST_CALL.toSeconds(), TimeUnit.SECONDS)) {
                progress.note("some calls went on after the run had been broken off");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void step(Target target) {
        done++;
        progress.step(target.toString(), done, all);
    }

    private static Unit result(Future<Unit> unit) throws IOException {
        try {
            return unit.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the run was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IOException(e.getCause().toString(), e.getCause());
        }
    }
}
