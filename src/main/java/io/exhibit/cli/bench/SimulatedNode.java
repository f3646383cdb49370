package io.exhibit.cli.bench;

import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.node.Collecting;
import io.exhibit.cli.node.Stopping;
import io.exhibit.cli.node.Unattended;
import io.exhibit.cli.runs.CollectCommand;
import io.exhibit.cli.runs.Night;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.run.Observer;
import io.exhibit.run.RunClock;
import io.exhibit.schedule.Rehearsal;
import io.exhibit.schedule.Task;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A node in simulated time: the jobs of the program, a real vault, and a sandbox in the place of AWS. */
final class SimulatedNode implements Closeable, Stopping {

    /** The process ends where it is. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Wiring wiring;
    private final Console console;
    private final SimulatedClock clock;
    private final SimulatedWorld world;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private boolean dies;
    private boolean brokenOff;
    private Rehearsal rehearsal;
    private Unattended runs;

    /** Makes the world that a node asks. */
    @FunctionalInterface
    interface Making {
        /** @param asked is to be run with each request */
        SimulatedWorld world(Wiring wiring, RunClock clock, Runnable asked);
    }

    SimulatedNode(Wiring wiring, Making making, Instant start, Console console) {
        this.wiring = wiring;
        this.console = console;
        clock = new SimulatedClock(start);
        world = making.world(wiring, clock, left::decrementAndGet);
    }

    /** As the command does: the calendar from now on, and a look at once. */
    void start(Instant now) throws IOException {
        at(now);
        left.set(Integer.MAX_VALUE);
        brokenOff = false;
        if (rehearsal != null) {
            rehearsal.close();
        }
        runs = new Unattended(
                wiring,
                clock,
                this,
                List.of(),
                console,
                Observer.NONE,
                Collecting.alone(this::collect, clock, Observer.NONE));
        rehearsal = new Rehearsal(wiring.settings().schedule().crons(), runs, now);
        runs.look(now);
    }

    private CollectCommand.Collected collect(Night night) throws IOException {
        if (dies) {
            dies = false;
            throw new Died();
        }
        try {
            return world.collect(night);
        } finally {
            brokenOff = isAsked();
        }
    }

    Instant next() {
        return rehearsal.next();
    }

    /** Carries out what is due next, a little late. */
    void fire() {
        at(next().plusMillis(700));
        rehearsal.fire();
    }

    void wake(Instant now) {
        at(now);
        rehearsal.wake(now);
    }

    /** In order: it gives a last sign. */
    void stop(Instant now) throws IOException {
        at(now);
        wiring.state().sign(now);
    }

    void pause(Instant now) throws IOException {
        wiring.state().pause(Task.COLLECT, now, "Jane Roe", "the organization moves");
    }

    void resume(Instant now) throws IOException {
        wiring.state().resume(Task.COLLECT, now, "Jane Roe");
    }

    /** The next collection is broken off after so many requests. */
    void stopAfter(int requests) {
        left.set(requests);
    }

    /** The process dies as the next collection begins. */
    void dieAtNext() {
        dies = true;
    }

    /** What was to befall the next collection does not any more, because none came. */
    void spare() {
        left.set(Integer.MAX_VALUE);
        dies = false;
    }

    boolean wasBrokenOff() {
        return brokenOff;
    }

    void refuse(boolean refused) {
        world.refuse(refused);
    }

    private void at(Instant now) {
        clock.begin(now);
        world.now(now);
    }

    @Override
    public boolean pause(Duration pause) {
        return false;
    }

    @Override
    public boolean isAsked() {
        return left.get() < 0;
    }

    @Override
    public boolean isUrgent() {
        return isAsked();
    }

    @Override
    public void close() throws IOException {
        rehearsal.close();
        world.close();
    }
}
