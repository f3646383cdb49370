package io.exhibit.run;

import io.exhibit.collect.Collector;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Units that are collected at the same time, each on one thread. */
final class Units implements AutoCloseable {

    /** An interrupted call ends at once, one that does not listen when its time is up. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(3);

    private final UnitRun run;
    private final ExecutorService threads;
    private final Progress progress;
    private final List<Future<Unit>> asked = new ArrayList<>();
    private final List<Unit> unasked = new ArrayList<>();
    private final Map<String, Gap> closed = new HashMap<>();
    private long done;
    private long all;

    Units(UnitRun run, int parallel, Progress progress) {
        this.run = run;
        this.threads = Executors.newFixedThreadPool(parallel);
        this.progress = progress;
    }

    void collect(Target target, List<Collector> collectors) {
        all++;
        asked.add(threads.submit(() -> {
            Unit unit = run.collect(target, collectors);
            step(target);
            return unit;
        }));
    }

    void unasked(Target target, List<Collector> collectors, Gap because) {
        if (target.isGlobal()) {
            closed.put(target.account(), because);
        }
        unasked.add(UnitRun.unasked(target, collectors, because));
    }

    /** Why an account was not asked, if it was not. */
    Optional<Gap> why(String account) {
        return Optional.ofNullable(closed.get(account));
    }

    /** Waits for the units that were asked for so far. */
    List<Unit> await() throws IOException {
        List<Unit> units = new ArrayList<>(unasked);
        for (Future<Unit> unit : asked) {
            units.add(result(unit));
        }
        unasked.clear();
        asked.clear();
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
