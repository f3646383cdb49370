package io.exhibit.cli.node;

import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Chore;
import io.exhibit.cli.wiring.Cluster;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.run.Observer;
import io.exhibit.run.RunClock;
import io.exhibit.run.Runs;
import io.exhibit.schedule.Task;
import io.exhibit.schedule.Timetable;
import io.exhibit.schedule.cluster.ClusterStore;
import io.exhibit.schedule.cluster.ShareJobs;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The calendar of one of several nodes, and who does what it says.
 *
 * @param alone what is not shared, and who makes what somebody asks for here
 */
public record ClusterCalendar(Timetable timetable, Runs runs, Unattended alone) {

    /** Of a node that is among the others already; nothing of it is started yet. */
    public static ClusterCalendar of(
            Wiring wiring,
            Cluster cluster,
            RunClock clock,
            Instant started,
            Stopping stopping,
            List<Chore> chores,
            Observer observer,
            Console console) {
        Handing handing = new Handing();
        SharedNights nights =
                new SharedNights(wiring, cluster, handing, clock, Pauses::real, stopping, observer, console);
        ClusterRuns runs = new ClusterRuns(nights, clock, stopping, console);
        Unattended alone = new Unattended(wiring, clock, stopping, chores, console, observer, runs.making());
        runs.alone(alone);
        int threads = shares(wiring.settings()) + Task.values().length;
        Timetable timetable = new Timetable(
                wiring.settings().schedule().crons(),
                runs,
                started,
                ClusterStore.settings(cluster.database(), cluster.name(), threads));
        handing.jobs = timetable.shares(runs);
        return new ClusterCalendar(timetable, runs, alone);
    }

    /** Accounts that a node asks at once, so that it reads as many units at once as the settings allow it. */
    static int shares(Settings settings) {
        return Math.max(1, settings.aws().parallel() / SharedNights.UNITS);
    }

    /** The jobs of a schedule that is made after those who hand them out. */
    private static final class Handing implements SharedNights.Handing {

        private ShareJobs jobs;

        @Override
        public void share(String run, Collection<String> accounts) throws IOException {
            jobs.share(run, accounts);
        }

        @Override
        public void close(String run) throws IOException {
            jobs.close(run);
        }

        @Override
        public void forget(String run) throws IOException {
            jobs.forget(run);
        }
    }
}
