package io.exhibit.render;

import io.exhibit.assessment.Approval;
import io.exhibit.control.BookDifference.Change;
import io.exhibit.render.PackContent.UsedBook;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Which books the pack rests on, what changed from one to the next, and who approved each. */
final class BookPages {

    private static final int SHORT = 16;

    private final List<UsedBook> books;
    private final ZoneId zone;
    private final LocalDate issued;

    BookPages(PackContent content) {
        this.books = content.books();
        this.zone = content.assessment().period().zone();
        this.issued = LocalDate.ofInstant(content.issue().at(), zone);
    }

    Map<String, Object> model() {
        UsedBook own = books.get(books.size() - 1);
        Optional<Approval> given =
                first(own).filter(approval -> !inForce(approval).isAfter(issued));
        return Map.of(
                "used", books.stream().map(this::used).toList(),
                "approved", given.isPresent(),
                "approval",
                        given.map(this::words)
                                .orElseGet(() -> first(own)
                                        .map(later -> "approved by " + later.approver() + " from " + inForce(later)
                                                + " on only")
                                        .orElse("")));
    }

    private Map<String, Object> used(UsedBook book) {
        SortedSet<LocalDate> early =
                first(book).map(given -> book.days().headSet(inForce(given))).orElse(book.days());
        return Map.of(
                "digest",
                        Words.grouped(book.digest()
                                .substring(0, Math.min(SHORT, book.digest().length()))),
                "days", book.days().isEmpty() ? "" : Words.days(book.days()),
                "own", book.own(),
                "approvals", approvals(book),
                "early", early.isEmpty() ? "" : Words.count(early.size(), "day", "days"),
                "changes", words(book.changes().stream()),
                "instead", book.instead());
    }

    /** Thresholds and tests that are otherwise from one book to the next: what could loosen a result stands here too. */
    List<Map<String, Object>> judging() {
        return books.stream()
                .map(book -> Map.<String, Object>of(
                        "from",
                        book.days().isEmpty()
                                ? "no night, this pack"
                                : book.days().first().toString(),
                        "approvals",
                        approvals(book),
                        "lines",
                        words(book.changes().stream().filter(Change::judging))))
                .filter(row -> !((List<?>) row.get("lines")).isEmpty())
                .toList();
    }

    private static List<String> words(Stream<Change> changes) {
        return changes.map(Change::toString).toList();
    }

    /** One sentence for each. */
    List<String> approvals(UsedBook book) {
        return book.approvals().stream()
                .map(given -> Words.sentence("Approved by " + words(given) + ": " + given.reason()))
                .toList();
    }

    private String words(Approval given) {
        LocalDate on = LocalDate.ofInstant(given.at(), zone);
        return given.approver() + " on " + Words.minute(given.at())
                + (given.effective().equals(on) ? "" : ", effective from " + given.effective());
    }

    /** The approval that was in force first. */
    private Optional<Approval> first(UsedBook book) {
        return book.approvals().stream().min(Comparator.comparing(this::inForce));
    }

    /** Nobody approves for a time before he said so. */
    private LocalDate inForce(Approval given) {
        LocalDate on = LocalDate.ofInstant(given.at(), zone);
        return given.effective().isAfter(on) ? given.effective() : on;
    }
}
