package io.exhibit.cli.node;

import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.schedule.Paused;
import io.exhibit.schedule.Task;
import io.exhibit.schedule.Timetable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a node says when it is ready: what happens next, and where it says so. */
public final class Announcement {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Wiring wiring;
    private final Timetable timetable;

    public Announcement(Wiring wiring, Timetable timetable) {
        this.wiring = wiring;
        this.timetable = timetable;
    }

    /** Says how long the start took, what is due next and where packs go; times in the schedule's zone and in UTC. */
    public void print(Console console) throws IOException {
        Settings settings = wiring.settings();
        long started = ManagementFactory.getRuntimeMXBean().getUptime();
        console.say(String.format(
                Locale.ROOT,
                "Ready after %.1f s, as %s of the vault %s.",
                started / 1e3,
                settings.serving().cluster().isPresent() ? "a node" : "the one node",
                settings.vault()));
        console.say("Next collection: " + when(Task.COLLECT));
        console.say("Next pack:       " + when(Task.PACK) + ", to "
                + settings.pack().folder());
        console.say("What is owed is looked for now and every hour. Each run is said here and logged in the vault;"
                + " exhibit schedule history tells what became of each.");
    }

    private String when(Task task) throws IOException {
        ZoneId zone = wiring.settings().schedule().zone();
        String next = timetable.next(task).map(at -> both(at, zone)).orElse("never again by this schedule");
        return wiring.state().pauses().stream()
                .filter(pause -> pause.task() == task && pause.isOn())
                .findFirst()
                .map(Paused::words)
                .map(paused -> next + ", but " + paused)
                .orElse(next);
    }

    /** In the schedule's zone, and the hour in UTC where that is another one. */
    public static String words(Instant at, ZoneId zone) {
        boolean same = zone.getRules().getOffset(at).equals(ZoneOffset.UTC);
        return LOCAL.format(at.atZone(zone)) + " "
                + (same ? "UTC" : zone + " (" + HOUR.format(at.atZone(ZoneOffset.UTC)) + " UTC)");
    }

    /** In the schedule's zone, and in UTC as the log has it. */
    public static String both(Instant at, ZoneId zone) {
        return LOCAL.format(at.atZone(zone)) + " " + zone + " (" + at + ")";
    }
}
