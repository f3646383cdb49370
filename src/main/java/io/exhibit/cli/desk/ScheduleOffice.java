package io.exhibit.cli.desk;

import io.exhibit.cli.node.Announcement;
import io.exhibit.cli.node.RunRequest;
import io.exhibit.cli.node.RunRequests;
import io.exhibit.cli.node.ServeLock;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.CollectingSign;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.console.page.Unavailable;
import io.exhibit.console.runs.ScheduleDesk;
import io.exhibit.run.CatchUp;
import io.exhibit.run.Shares.Open;
import io.exhibit.schedule.Cron;
import io.exhibit.schedule.Paused;
import io.exhibit.schedule.ScheduleState;
import io.exhibit.schedule.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The calendar of the settings, for the console. */
public final class ScheduleOffice implements ScheduleDesk {

    private final Wiring wiring;
    private final InstantSource clock;

    public ScheduleOffice(Wiring wiring, InstantSource clock) {
        this.wiring = wiring;
        this.clock = clock;
    }

    @Override
    public List<Job> jobs() throws IOException {
        List<Job> jobs = new ArrayList<>();
        for (Task task : List.of(Task.COLLECT, Task.PACK)) {
            Optional<Paused> paused = wiring.state().pauses().stream()
                    .filter(pause -> pause.task() == task && pause.isOn())
                    .findFirst();
            jobs.add(new Job(task.word(), next(task), paused.map(Paused::words)));
        }
        return jobs;
    }

    private String next(Task task) {
        Cron cron = wiring.settings().schedule().crons().get(task);
        return cron.next(clock.instant())
                .map(at -> Announcement.words(at, cron.zone()))
                .orElse("never again by this schedule");
    }

    private interface Change {
        void made(ScheduleState state) throws IOException;
    }

    private String change(Change change, String done) throws IOException {
        try {
            change.made(wiring.state());
            return done;
        } catch (IllegalStateException already) {
            String said = already.getMessage();
            return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) + ". Nothing was changed.";
        } catch (Stop busy) {
            return Ending.of(busy).message();
        }
    }

    private static Task task(String job) {
        return Task.of(job).orElseThrow(() -> new IllegalArgumentException("no job is called " + job));
    }

    @Override
    public String pause(String job, String by, String reason) throws IOException {
        Task task = task(job);
        return change(
                state -> state.pause(task, clock.instant(), by, reason.replaceFirst("\\.$", "")),
                "Paused: " + job
                        + ". What comes due is logged as missed, with your name and the reason, until it is resumed.");
    }

    @Override
    public String resume(String job, String by) throws IOException {
        Task task = task(job);
        return change(
                state -> state.resume(task, clock.instant(), by),
                "Resumed: " + job + ". It is due next " + next(task) + ".");
    }

    private Path folder() {
        return wiring.settings().serving().state();
    }

    @Override
    public Optional<Going> going() throws IOException {
        return CollectingSign.read(folder(), clock.instant());
    }

    @Override
    public Optional<String> asked() throws IOException {
        Optional<String> here = RunRequest.left(folder()).map(RunRequest::occasion);
        return here.isPresent() || !isShared()
                ? here
                : open().map(Open::occasion).filter(CatchUp::isAsked);
    }

    private boolean isShared() {
        return wiring.settings().serving().cluster().isPresent();
    }

    /** The run of several nodes that is not over. */
    private Optional<Open> open() throws IOException {
        try {
            return wiring.cluster().shares().open();
        } catch (Stop away) {
            throw new Unavailable(Ending.of(away).message(), away);
        }
    }

    @Override
    public String notNow() throws IOException {
        if (isShared()) {
            // What is asked for here is begun by the node of this console; all of them share it.
            return RunRequests.isHeard(folder())
                    ? ""
                    : "Several nodes share the nights, and none of them has this console: ask in the console of one of"
                            + " them, or on its machine.";
        }
        return ServeLock.holder(wiring.settings()).isPresent()
                ? ""
                : "No node serves the vault, so that nobody would make it: the schedule has to run on its machine.";
    }

    @Override
    public String collectNow(String by, String reason) throws IOException {
        String not = notNow();
        if (!not.isEmpty()) {
            return not;
        }
        if (isShared() && open().isPresent()) {
            return "A collection goes on already. Nothing was changed.";
        }
        RunRequest request =
                new RunRequest(clock.instant().truncatedTo(ChronoUnit.SECONDS), by, reason.replaceFirst("\\.$", ""));
        return request.leave(folder())
                ? "Asked for. The node takes it up within seconds, or when what it does now is done."
                : "A collection is asked for already. Nothing was changed.";
    }
}
