package io.exhibit.console.month;

import io.exhibit.assessment.Finding;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Spell;
import io.exhibit.console.frame.Months;
import io.exhibit.console.frame.Screen;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.ItemAddress;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Say;
import io.exhibit.control.Assertion;
import io.exhibit.control.BookDifference.Change;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.render.PackContent.UsedBook;
import io.exhibit.render.ScreenPages;
import io.exhibit.render.Words;
import io.exhibit.seal.RunTime;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One finding over its time, as far as it is known: when it came and went, what was decided about it, and by when it was to be mended. */
public final class FindingPages {

    private final Months months;
    private final Screen screen;

    public FindingPages(Screen screen, Months months) {
        this.screen = screen;
        this.months = months;
    }

    /** Something that happened to it. */
    private record Event(LocalDate day, String what) {}

    public void finding(Context context) throws IOException {
        Standing standing = months.standing(context);
        Finding finding = asked(context, standing);
        History history = finding.history();
        Assertion test = finding.test().assertion();
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("id", test.id());
        own.put("says", test.says());
        own.put("key", history.key());
        own.put("where", standing.names().of(history.target()));
        own.put("text", history.text());
        own.put("severity", Say.word(finding.severity()));
        own.put("state", FindingRows.state(finding));
        own.put("first", Words.first(history));
        own.put("lastSeen", history.lastSeen().toString());
        own.put("due", Words.due(finding));
        own.put("late", late(finding));
        own.put("days", Say.count(finding.days(), "day", "days"));
        own.put("until", (history.open() ? finding.last() : history.closed()).toString());
        own.put("item", ScreenPages.item(history.target(), history.key()));
        own.put("remedy", test.remedy());
        own.put("accepted", accepted(standing, history));
        own.put(
                "mayAccept",
                history.open() && !finding.event() && context.pathParamMap().containsKey("month"));
        own.put("events", events(standing, finding));
        ZoneId zone = standing.month().assessment().period().zone();
        own.put("nights", nights(context, zone, history));
        screen.show(context, "finding", test.id() + ", " + history.key(), standing, own);
    }

    private static Finding asked(Context context, Standing standing) {
        return standing.finding(
                        ItemAddress.asked(context, "test"),
                        ItemAddress.target(context),
                        ItemAddress.asked(context, "key"))
                .orElseThrow(() -> Refusal.notHere(
                        "This month has no such finding: it did not deviate in it, and was not open when it began."));
    }

    private static String late(Finding finding) {
        if (finding.event() || finding.timeliness() != Finding.Timeliness.LATE) {
            return finding.openAndMayBeLate()
                    ? "nobody knows whether it is late: it was there when it was first read"
                    : "";
        }
        return finding.daysLate() == 0
                ? "late"
                : (finding.history().orBefore() ? "at least " : "") + Say.count(finding.daysLate(), "day", "days")
                        + " late";
    }

    /** Who accepted its risk, on which nights that counted, and until when it does. */
    private static List<Map<String, Object>> accepted(Standing standing, History history) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (History.Accepted each : history.accepted()) {
            RiskAcceptance entry = standing.month().assessment().book().acceptances().stream()
                    .filter(acceptance -> acceptance.id().equals(each.id()))
                    .findFirst()
                    .orElse(null);
            rows.add(Map.of(
                    "id",
                    each.id(),
                    "from",
                    each.from().toString(),
                    "to",
                    each.to().toString(),
                    "by",
                    entry == null ? "the book has it no more" : entry.approver() + ", " + entry.approved(),
                    "until",
                    entry == null ? "" : String.valueOf(entry.expires()),
                    "reason",
                    entry == null ? "" : entry.reason()));
        }
        return rows;
    }

    private static List<Map<String, Object>> events(Standing standing, Finding finding) {
        History history = finding.history();
        List<Event> events = new ArrayList<>();
        boolean first = true;
        for (Spell spell : history.spells()) {
            events.add(new Event(
                    spell.opened(),
                    first
                            ? history.orBefore() && spell.opened().equals(history.firstSeen())
                                    ? "It deviates, and nobody knows since when: nothing is known of it before."
                                    : "It deviates for the first time that is known."
                            : "It deviates again."));
            first = false;
            if (spell.closed() != null) {
                events.add(new Event(
                        spell.closed(),
                        spell.gone() ? "It is gone: its place was read, and it is not there." : "It conforms."));
            }
        }
        for (History.Accepted each : history.accepted()) {
            events.add(new Event(
                    each.from(),
                    "Its risk is accepted (" + each.id() + ")"
                            + (each.to().equals(each.from()) ? "." : ", until the night of " + each.to() + ".")));
        }
        if (history.due() != null && history.due().isBefore(finding.last())) {
            boolean over = history.open() || history.closed().isAfter(history.due());
            if (over) {
                events.add(new Event(
                        history.due(),
                        "The limit of the organization runs out: "
                                + finding.limit().orElseThrow() + " days for " + Say.word(finding.severity()) + "."));
            }
        }
        if (finding.unread()) {
            events.add(new Event(history.lastSeen(), "The last night on which it could be judged."));
        }
        books(standing, finding, events);
        events.sort(Comparator.comparing(Event::day));
        return events.stream()
                .map(event -> Map.<String, Object>of("day", event.day().toString(), "what", event.what()))
                .toList();
    }

    /** What the book of this month says otherwise about its test, with the severity, its limit and its acceptances. */
    private static void books(Standing standing, Finding finding, List<Event> events) {
        TreeSet<String> about = new TreeSet<>();
        about.add("test " + finding.test().assertion().id());
        about.add("threshold " + finding.severity().mending());
        finding.history().accepted().forEach(each -> about.add("risk acceptance " + each.id()));
        for (UsedBook book : standing.month().books()) {
            if (book.days().isEmpty()) {
                continue;
            }
            for (Change change : book.changes()) {
                if (about.contains(change.about())) {
                    events.add(new Event(book.days().first(), "The book is another one: " + change + "."));
                }
            }
        }
    }

    /** The nights whose answers show it, with the run of each. */
    private List<Map<String, Object>> nights(Context context, ZoneId zone, History history) throws IOException {
        Map<LocalDate, String> asked = new LinkedHashMap<>();
        asked.put(history.firstSeen(), "The first night");
        asked.put(history.lastSeen(), "The last night on which it deviated");
        if (history.closed() != null && !history.gone()) {
            asked.put(history.closed(), "The night on which it conforms");
        }
        return months.reading(context, vault -> {
            List<String> runs = vault.runIds();
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Map.Entry<LocalDate, String> each : asked.entrySet()) {
                for (int i = runs.size() - 1; i >= 0; i--) {
                    String run = runs.get(i);
                    boolean then = RunTime.of(run)
                            .filter(due -> LocalDate.ofInstant(due, zone).equals(each.getKey()))
                            .isPresent();
                    if (then && vault.judged(run).isPresent()) {
                        rows.add(Map.of(
                                "what", each.getValue(), "day", each.getKey().toString(), "run", run));
                        break;
                    }
                }
            }
            return rows;
        });
    }
}
