package io.exhibit.console.book;

import io.exhibit.console.door.Visitor;
import io.exhibit.console.page.Say;
import io.exhibit.control.BookDifference.Change;
import io.exhibit.control.Problem;
import io.exhibit.evidence.Sha256;
import io.exhibit.run.book.Draft;
import io.exhibit.run.book.Edit;
import io.exhibit.run.book.Published;
import io.exhibit.run.book.Signed;
import io.exhibit.run.book.TextDifference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of the book as one visitor sees them, with what is in his draft; and drafts and publications as rows. */
final class BookView {

    /** Lines of a difference that a page shows; the rest is counted. */
    private static final int LINES = 400;

    private final SortedMap<String, String> disk;
    private final Optional<Draft> draft;

    BookView(SortedMap<String, String> disk, Optional<Draft> draft) {
        this.disk = disk;
        this.draft = draft;
    }

    /** Each visitor has one draft, known by who it is. */
    static String own(Visitor visitor) {
        return Sha256.hex(visitor.name().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    long version() {
        return draft.map(Draft::version).orElse(0L);
    }

    String text(String file) {
        return draft.map(Draft::edits)
                .map(edits -> edits.get(file))
                .map(Edit::after)
                .orElseGet(() -> disk.getOrDefault(file, ""));
    }

    /** Whether there is such a file, on the disk or in the draft. */
    boolean has(String file) {
        return disk.containsKey(file) || changed(file);
    }

    /** What the draft of a form that is loaded now begins with. */
    String base(String file) {
        return digest(disk.getOrDefault(file, ""));
    }

    static String digest(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean changed(String file) {
        return draft.map(Draft::changes).map(edits -> edits.containsKey(file)).orElse(false);
    }

    Map<String, String> instead() {
        Map<String, String> instead = new LinkedHashMap<>();
        draft.map(Draft::changes).ifPresent(edits -> edits.forEach((file, edit) -> instead.put(file, edit.after())));
        return instead;
    }

    static Map<String, String> instead(Draft draft) {
        Map<String, String> instead = new LinkedHashMap<>();
        draft.changes().forEach((file, edit) -> instead.put(file, edit.after()));
        return instead;
    }

    List<Map<String, Object>> files() {
        SortedMap<String, String> all = new TreeMap<>(disk);
        instead().keySet().forEach(file -> all.putIfAbsent(file, ""));
        return all.keySet().stream()
                .map(file -> Map.<String, Object>of(
                        "name", file,
                        "lines", Say.count(text(file).lines().count()),
                        "changed", changed(file)))
                .toList();
    }

    static Map<String, Object> row(Draft draft) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", draft.id());
        row.put("version", Long.toString(draft.version()));
        row.put("author", draft.author());
        row.put("begun", Say.minute(draft.begun()));
        row.put("files", List.copyOf(draft.changes().keySet()));
        row.put("asked", draft.asked().map(BookView::signed).orElse(""));
        row.put("why", draft.asked().map(Signed::text).orElse(""));
        row.put("approved", draft.approved().map(BookView::signed).orElse(""));
        row.put(
                "remarks",
                draft.remarks().stream()
                        .map(remark -> Map.of("by", remark.by(), "at", Say.minute(remark.at()), "text", remark.text()))
                        .toList());
        return row;
    }

    static Map<String, Object> row(Published published) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("number", Integer.toString(published.number()));
        row.put("author", published.author());
        row.put("approver", published.approver());
        row.put("why", published.why());
        row.put("at", Say.minute(published.at()));
        row.put("left", published.left());
        row.put("files", changes(published.edits()));
        return row;
    }

    private static String signed(Signed signed) {
        return signed.by() + ", " + Say.minute(signed.at());
    }

    /** Each file with the lines that went and came. */
    static List<Map<String, Object>> changes(SortedMap<String, Edit> edits) {
        List<Map<String, Object>> files = new ArrayList<>();
        edits.forEach((file, edit) -> {
            List<String> all = TextDifference.of(edit.before(), edit.after());
            List<Map<String, Object>> lines = all.stream()
                    .limit(LINES)
                    .map(line -> Map.<String, Object>of(
                            "kind",
                            line.startsWith("+") ? "came" : line.startsWith("-") ? "went" : "same",
                            "text",
                            line))
                    .toList();
            files.add(Map.of(
                    "name", file, "lines", lines, "more", all.size() > LINES ? Say.count(all.size() - LINES) : ""));
        });
        return files;
    }

    static List<Map<String, Object>> words(List<Change> changes) {
        return changes.stream()
                .map(change -> Map.<String, Object>of("text", change.toString()))
                .toList();
    }

    static List<Map<String, Object>> problems(List<Problem> problems) {
        return problems.stream()
                .map(problem -> Map.<String, Object>of(
                        "file", problem.position().file(),
                        "line", Integer.toString(problem.position().line()),
                        "column", Integer.toString(problem.position().column()),
                        "sentence", (problem.message() + " " + problem.hint()).strip()))
                .toList();
    }

    static List<Map<String, Object>> outlook(List<BookDesk.Outlook> months) {
        return months.stream()
                .map(month -> Map.<String, Object>of(
                        "month", month.month(),
                        "units", otherwise(month.units()),
                        "tests", otherwise(month.tests()),
                        "notes", month.notes()))
                .toList();
    }

    private static List<Map<String, Object>> otherwise(List<BookDesk.Otherwise> all) {
        int shown = 10;
        return all.stream()
                .map(one -> Map.<String, Object>of(
                        "id", one.id(),
                        "was", one.was(),
                        "is", one.is(),
                        "more", one.more().stream().limit(shown).toList(),
                        "moreOthers", others(one.more().size(), shown),
                        "fewer", one.fewer().stream().limit(shown).toList(),
                        "fewerOthers", others(one.fewer().size(), shown)))
                .toList();
    }

    private static String others(int all, int shown) {
        return all > shown ? Say.count(all - shown) : "";
    }
}
