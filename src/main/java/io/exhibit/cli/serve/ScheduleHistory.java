package io.exhibit.cli.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.cli.node.Announcement;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.JsonWords;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord;
import io.exhibit.run.CatchUp;
import io.exhibit.run.DueHistory;
import io.exhibit.run.Log;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What became of what was due. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells what became of each collection and pack that was due, from the log.",
            "",
            "What was due is computed from the schedule of the settings as it is now, and held against the log. \"not in"
                    + " the log\" is",
            "what nobody has noticed yet: a node that runs logs it within the hour."
        },
        footer = {"", "Example:  exhibit schedule history --from 2026-10-01 --to 2026-10-31 --json"})
final class ScheduleHistory implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "The first day (default: 30 days before the last one).")
    private String from;

    @Option(names = "--to", paramLabel = "DATE", description = "The last day (default: today).")
    private String to;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    private final Console console;

    ScheduleHistory(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Wiring wiring = new Wiring(given.settings(), console);
        ZoneId zone = wiring.settings().schedule().zone();
        Instant now = new SystemClock().instant();
        LocalDate last = to == null ? LocalDate.ofInstant(now, zone) : date("--to", to);
        LocalDate first = from == null ? last.minusDays(30) : date("--from", from);
        if (last.isBefore(first)) {
            throw new Stop(ExitCode.USAGE, "--to " + last + " lies before --from " + first + ".");
        }
        Instant begin = first.atStartOfDay(zone).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
        ObjectNode root = new ObjectMapper().createObjectNode().put("version", 1);
        try (Vault vault = wiring.vaultToRead()) {
            Instant known = begun(vault, begin);
            print(root, wiring, vault, known, end.isBefore(now) ? end : now);
        }
        if (json) {
            console.raw(root.toPrettyString());
        }
        return ExitCode.DONE;
    }

    /** Nobody could log what was due before the log was there. */
    private Instant begun(Vault vault, Instant begin) {
        Optional<Instant> first = new Log(vault).begun();
        if (first.isEmpty() || !first.get().isAfter(begin)) {
            return begin;
        }
        console.say("The log begins with the run of " + first.get() + "; nothing was due here before.");
        return first.get();
    }

    private void print(ObjectNode root, Wiring wiring, Vault vault, Instant begin, Instant end) throws IOException {
        Settings.Schedule schedule = wiring.settings().schedule();
        var collections = root.putArray("collections");
        for (DueHistory due : DueHistory.of(vault, schedule.collect(), schedule.zone(), begin, end)) {
            ObjectNode each = collections.addObject().put("due", due.due().toString());
            String outcome =
                    due.run().map(RunRecord::outcome).map(JsonWords::lower).orElse("not-in-the-log");
            each.put("outcome", outcome);
            due.run().ifPresent(run -> each.put("run", run.id()).put("reason", run.reason()));
            due.instead().ifPresent(run -> each.put("instead", run.id()));
            line("collect", due.due(), schedule.zone(), words(due, outcome), !outcome.equals("complete"));
        }
        var packs = root.putArray("packs");
        Map<String, String> bound = vault.packs();
        for (Instant due : schedule.pack().between(begin, end)) {
            String name = wiring.settings()
                    .packName(YearMonth.from(due.atZone(schedule.zone())).minusMonths(1));
            boolean there = bound.containsKey(name);
            packs.addObject().put("due", due.toString()).put("pack", name).put("bound", there);
            line("pack", due, schedule.zone(), name + (there ? " bound" : " not in the log"), !there);
        }
    }

    private static String words(DueHistory due, String outcome) {
        String reason = due.run().map(RunRecord::reason).orElse("");
        String instead = due.instead()
                .map(run -> "; " + (CatchUp.standsInFor(run).isPresent() ? "caught up by " : "by hand ") + run.id())
                .orElse("");
        return outcome.replace('-', ' ') + (reason.isEmpty() ? "" : ": " + reason) + instead;
    }

    private void line(String job, Instant due, ZoneId zone, String words, boolean marked) {
        if (!json) {
            console.result(
                    String.format(Locale.ROOT, "%-8s  %s  %s", job, Announcement.both(due, zone), words), marked);
        }
    }

    private static LocalDate date(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Stop(ExitCode.USAGE, option + " is a day such as 2026-10-31, not \"" + text + "\".");
        }
    }
}
