package io.exhibit.cli.book;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.TestResult;
import io.exhibit.console.book.BookDesk;
import io.exhibit.run.PreviewRun.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an edited book changes, month by month: paragraphs, tests and their items, from what to what. */
public final class PreviewReport {

    private static final int SHOWN = 10;

    private final String against;
    private final List<Changed> months = new ArrayList<>();

    /** @param against name of the book before */
    public PreviewReport(String against) {
        this.against = against;
    }

    /** One thing that comes out otherwise; {@code more} and {@code fewer} are items that deviate only after, and only before. */
    private record Change(String id, String was, String is, List<String> more, List<String> fewer) {}

    /** @param idle sentences about acceptances that were written since and accept nothing */
    private record Changed(Month month, List<Change> units, List<Change> tests, List<String> idle) {}

    /** Takes a month in; of one without a change it is told that it has none. */
    public void add(Month month) {
        months.add(changed(month));
    }

    /** The same of one month, for the console. */
    public static BookDesk.Outlook outlook(Month month) {
        Changed changed = changed(month);
        return new BookDesk.Outlook(
                month.month().toString(), otherwise(changed.units()), otherwise(changed.tests()), changed.idle());
    }

    private static List<BookDesk.Otherwise> otherwise(List<Change> changes) {
        return changes.stream()
                .map(change ->
                        new BookDesk.Otherwise(change.id(), change.was(), change.is(), change.more(), change.fewer()))
                .toList();
    }

    private static Changed changed(Month month) {
        Map<String, TestResult> was = tests(month.before().tests());
        Map<String, TestResult> is = tests(month.after().tests());
        List<Change> tests = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>(was.keySet());
        ids.addAll(is.keySet());
        for (String id : ids) {
            Change change = change(id, was.get(id), is.get(id));
            if (!change.was().equals(change.is())
                    || !change.more().isEmpty()
                    || !change.fewer().isEmpty()) {
                tests.add(change);
            }
        }
        Map<String, String> before = month.before().controls().stream()
                .collect(Collectors.toMap(unit -> unit.control().citation(), ControlResult::conclusion));
        List<Change> units = month.after().controls().stream()
                .filter(unit ->
                        !unit.conclusion().equals(before.get(unit.control().citation())))
                .map(unit -> new Change(
                        unit.control().citation(),
                        before.getOrDefault(unit.control().citation(), "not there"),
                        unit.conclusion(),
                        List.of(),
                        List.of()))
                .toList();
        return new Changed(month, units, tests, IdleAcceptances.of(month));
    }

    static Map<String, TestResult> tests(List<TestResult> results) {
        Map<String, TestResult> byId = new TreeMap<>();
        results.forEach(test -> byId.put(test.assertion().id(), test));
        return byId;
    }

    private static Change change(String id, TestResult was, TestResult is) {
        Map<String, String> before = deviating(was);
        Map<String, String> after = deviating(is);
        return new Change(id, words(was), words(is), beyond(after, before), beyond(before, after));
    }

    private static String words(TestResult test) {
        return test == null ? "not there" : Explanation.words(test.counted());
    }

    private static Map<String, String> deviating(TestResult test) {
        Map<String, String> items = new TreeMap<>();
        if (test != null) {
            for (History history : test.histories()) {
                if (history.open()) {
                    items.put(
                            history.target() + "  " + history.key()
                                    + (history.state() == Item.State.ACCEPTED ? "  accepted" : ""),
                            history.text());
                }
            }
        }
        return items;
    }

    private static List<String> beyond(Map<String, String> these, Map<String, String> those) {
        return these.entrySet().stream()
                .filter(item -> !those.containsKey(item.getKey()))
                .map(item -> item.getKey() + "  " + item.getValue())
                .toList();
    }

    /** As people read it, month by month, in the order in which they were added. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Held against the book of " + against + ".");
        for (Changed changed : months) {
            Month month = changed.month();
            String all = month.month() + ": ";
            if (changed.units().isEmpty() && changed.tests().isEmpty()) {
                lines.add(all + "nothing changes.");
                changed.idle().forEach(sentence -> lines.add("  " + sentence));
                continue;
            }
            lines.add(all + changed.units().size() + " of "
                    + month.units() + " "
                    + month.after().book().framework().wording().units() + " and "
                    + changed.tests().size() + " of " + month.tests() + " tests come out otherwise.");
            changed.units().forEach(unit -> lines(unit, lines));
            changed.tests().forEach(test -> lines(test, lines));
            changed.idle().forEach(sentence -> lines.add("  " + sentence));
        }
        return lines;
    }

    private static void lines(Change change, List<String> lines) {
        lines.add("  " + change.id());
        lines.add("    was  " + change.was());
        lines.add("    is   " + change.is());
        items("    +    ", change.more(), lines);
        items("    -    ", change.fewer(), lines);
    }

    private static void items(String mark, List<String> items, List<String> lines) {
        items.stream().limit(SHOWN).forEach(item -> lines.add(mark + item));
        if (items.size() > SHOWN) {
            lines.add(mark + "and " + (items.size() - SHOWN) + " more; --json has them all");
        }
    }

    String json() {
        ObjectNode root =
                new ObjectMapper().createObjectNode().put("version", 1).put("against", against);
        ArrayNode all = root.putArray("months");
        for (Changed changed : months) {
            ObjectNode month =
                    all.addObject().put("month", changed.month().month().toString());
            month.put("judgedAgain", changed.month().judged());
            changes(month.putArray("paragraphs"), changed.units());
            changes(month.putArray("tests"), changed.tests());
            changed.idle().forEach(month.putArray("notes")::add);
        }
        return root.toPrettyString();
    }

    private static void changes(ArrayNode into, List<Change> changes) {
        for (Change change : changes) {
            ObjectNode one = into.addObject()
                    .put("id", change.id())
                    .put("was", change.was())
                    .put("is", change.is());
            change.more().forEach(one.putArray("more")::add);
            change.fewer().forEach(one.putArray("fewer")::add);
        }
    }
}
