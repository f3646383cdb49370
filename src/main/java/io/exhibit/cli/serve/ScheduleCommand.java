package io.exhibit.cli.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.cli.node.Announcement;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.schedule.Cron;
import io.exhibit.schedule.Paused;
import io.exhibit.schedule.Task;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is due when, what became of it, and who paused it. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = "Says what is due when and what became of it, pauses a job and resumes it.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ScheduleCommand.Listing.class,
            ScheduleCommand.Next.class,
            ScheduleRun.class,
            SchedulePause.class,
            ScheduleResume.class,
            ScheduleHistory.class
        })
public final class ScheduleCommand {

    /** The job of that name. */
    static Task job(String word) {
        return Task.of(word)
                .orElseThrow(() -> new Stop(
                        ExitCode.USAGE, "There is no job \"" + word + "\". The jobs are collect, pack and look."));
    }

    /** The pause of a job that is on. */
    static Optional<Paused> paused(Wiring wiring, Task task) throws IOException {
        return wiring.state().pauses().stream()
                .filter(pause -> pause.task() == task && pause.isOn())
                .findFirst();
    }

    /** Every job. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = {
                "Lists the jobs: when each is due (cron and time zone, of the settings), when next, and whether it is paused.",
                "",
                "  collect  a collection: collects, seals and judges",
                "  pack     binds the pack of the month before",
                "  look     looks for what is owed: missed collections, packs, deliveries"
            },
            footer = {"", "Example:  exhibit schedule list --json"})
    static final class Listing implements Callable<Integer> {

        @Mixin
        private Given given = new Given();

        @Option(names = "--json", description = "Print the jobs as JSON.")
        private boolean json;

        private final Console console;

        Listing(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            Wiring wiring = new Wiring(given.settings(), console);
            ObjectNode root = new ObjectMapper().createObjectNode().put("version", 1);
            ArrayNode jobs = root.putArray("jobs");
            Map<Task, Cron> crons = wiring.settings().schedule().crons();
            Instant now = new SystemClock().instant();
            for (Task task : Task.values()) {
                Cron cron = crons.get(task);
                Optional<Instant> next = cron.next(now);
                Optional<Paused> paused = paused(wiring, task);
                ObjectNode job = jobs.addObject()
                        .put("job", task.word())
                        .put("cron", cron.text())
                        .put("zone", cron.zone().getId());
                next.ifPresent(at -> job.put("next", at.toString()));
                paused.ifPresent(pause -> job.putObject("paused")
                        .put("since", pause.since().toString())
                        .put("by", pause.by())
                        .put("reason", pause.reason()));
                if (!json) {
                    console.result(
                            String.format(
                                    Locale.ROOT,
                                    "%-8s  %-16s  %s%s",
                                    task.word(),
                                    cron.text(),
                                    next.map(at -> Announcement.both(at, cron.zone()))
                                            .orElse("never again"),
                                    paused.map(pause -> "; " + pause.words()).orElse("")),
                            paused.isPresent());
                }
            }
            if (json) {
                console.raw(root.toPrettyString());
            }
            return ExitCode.DONE;
        }
    }

    /** What comes next. */
    @Command(
            name = "next",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = {
                "Lists when collections and packs are due next, in the schedule's time zone and in UTC.",
                "",
                "A time that daylight saving skips is due when the clock has jumped, one that it repeats is due once, the second time."
            },
            footer = {"", "Example:  exhibit schedule next --count 40"})
    static final class Next implements Callable<Integer> {

        private record Due(Task task, Instant at) {}

        @Mixin
        private Given given = new Given();

        @Option(names = "--count", paramLabel = "N", description = "How many (default: 10).", defaultValue = "10")
        private int count;

        @Option(names = "--json", description = "Print them as JSON.")
        private boolean json;

        private final Console console;

        Next(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            if (count < 1 || count > 10_000) {
                throw new Stop(ExitCode.USAGE, "--count lies between 1 and 10000, not " + count + ".");
            }
            Settings.Schedule schedule = given.settings().schedule();
            Instant now = new SystemClock().instant();
            List<Due> all = new ArrayList<>();
            all.addAll(next(Task.COLLECT, schedule.collect(), now));
            all.addAll(next(Task.PACK, schedule.pack(), now));
            all.sort(Comparator.comparing(Due::at));
            print(all.subList(0, Math.min(count, all.size())), schedule.zone());
            return ExitCode.DONE;
        }

        private List<Due> next(Task task, Cron cron, Instant now) {
            List<Due> due = new ArrayList<>();
            Optional<Instant> at = cron.next(now);
            while (at.isPresent() && due.size() < count) {
                due.add(new Due(task, at.get()));
                at = cron.next(at.get());
            }
            return due;
        }

        private void print(List<Due> all, ZoneId zone) {
            ObjectNode root = new ObjectMapper().createObjectNode().put("version", 1);
            ArrayNode next = root.put("zone", zone.getId()).putArray("next");
            for (Due due : all) {
                next.addObject()
                        .put("job", due.task().word())
                        .put("due", due.at().toString());
                if (!json) {
                    console.result(String.format(
                            Locale.ROOT, "%-8s  %s", due.task().word(), Announcement.both(due.at(), zone)));
                }
            }
            if (json) {
                console.raw(root.toPrettyString());
            }
        }
    }
}
