package io.exhibit.run;

import io.exhibit.assessment.Approval;
import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Period;
import io.exhibit.control.Book;
import io.exhibit.control.BookChange;
import io.exhibit.control.BookDifference;
import io.exhibit.evidence.RunRecord;
import io.exhibit.render.PackContent.UsedBook;
import io.exhibit.seal.SealedBook;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The books that a pack rests on: those that its nights were judged by, and the one that it was bound by. */
final class UsedBooks {

    private static final String OTHERWISE =
            "The last sealed day was judged by the book of that day. In the book of this pack the test, its thresholds or its"
                    + " registers are otherwise: the section on method tells how.";

    private final Vault sealed;
    private final Book own;
    private final Period period;
    private final List<RunRecord> runs;
    private final Function<Map<String, byte[]>, Optional<Book>> reader;
    private final List<SealedBook> kept;
    private final Map<String, SortedMap<String, byte[]>> files = new HashMap<>();
    private final Map<String, Optional<Book>> books = new HashMap<>();

    /**
     * @param own the book that the pack is bound by
     * @param runs of the period, in their order
     * @param reader reads the files of a book; empty when they are refused
     */
    UsedBooks(
            Vault sealed,
            Book own,
            List<RunRecord> runs,
            Period period,
            Function<Map<String, byte[]>, Optional<Book>> reader)
            throws IOException {
        this.sealed = sealed;
        this.own = own;
        this.runs = runs;
        this.period = period;
        this.reader = reader;
        this.kept = sealed.books(runs.stream().map(RunRecord::id).toList());
        kept.forEach(book -> files.put(book.digest(), book.content()));
        files.put(own.digest(), new TreeMap<>(own.files()));
    }

    /** In the order of their use. */
    List<UsedBook> all() throws IOException {
        List<Approval> approvals = sealed.approvals();
        // What the log held before the first night, if that night was judged by another one.
        String before = kept.isEmpty() ? "" : kept.get(0).digest();
        List<UsedBook> used = new ArrayList<>();
        for (Use use : uses()) {
            Told told = before.isEmpty() || before.equals(use.digest()) ? Told.NOTHING : told(before, use.digest());
            used.add(new UsedBook(
                    use.digest(),
                    use.days(),
                    use.digest().equals(own.digest()),
                    approvals.stream()
                            .filter(given -> given.book().equals(use.digest()))
                            .toList(),
                    told.changes(),
                    told.instead()));
            before = use.digest();
        }
        return used;
    }

    /**
     * A sentence beside each test that the book of the last judged night had otherwise: its verdict is that book's, and what is printed
     * beside it this one's.
     */
    Map<String, List<String>> notes() {
        Map<String, List<String>> notes = new TreeMap<>();
        uses().stream()
                .filter(use -> !use.days().isEmpty())
                .reduce((older, newer) -> newer)
                .filter(use -> !use.digest().equals(own.digest()))
                .flatMap(use -> book(use.digest()))
                .ifPresent(book ->
                        BookChange.judgedOtherwise(book, own).forEach(test -> notes.put(test, List.of(OTHERWISE))));
        return notes;
    }

    /** Days in a row on which one book was judged by. */
    private record Use(String digest, TreeSet<LocalDate> days) {}

    private List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        for (RunRecord run : runs) {
            Optional<String> by = sealed.assessment(run.id()).map(Assessment::book);
            if (by.isPresent()) {
                use(uses, by.get()).days().add(LocalDate.ofInstant(run.due(), period.zone()));
            }
        }
        use(uses, own.digest());
        return uses;
    }

    private static Use use(List<Use> uses, String digest) {
        if (uses.isEmpty() || !uses.get(uses.size() - 1).digest().equals(digest)) {
            uses.add(new Use(digest, new TreeSet<>()));
        }
        return uses.get(uses.size() - 1);
    }

    /** The book of a digest as it counts on the last day; empty when the log does not hold it, or this version refuses it. */
    private Optional<Book> book(String digest) {
        return digest.equals(own.digest())
                ? Optional.of(own)
                : books.computeIfAbsent(
                        digest,
                        one -> Optional.ofNullable(files.get(one))
                                .flatMap(reader)
                                .map(book -> book.on(period.last())));
    }

    /** Changes, or one sentence in their place. */
    private record Told(List<BookDifference.Change> changes, String instead) {

        private static final Told NOTHING = instead("");

        private static Told instead(String sentence) {
            return new Told(List.of(), sentence);
        }
    }

    private Told told(String before, String after) {
        if (!files.containsKey(before) || !files.containsKey(after)) {
            return Told.instead("The log does not hold both books, so what changed cannot be told.");
        }
        Optional<Book> older = book(before);
        Optional<Book> newer = book(after);
        if (older.isEmpty() || newer.isEmpty()) {
            return Told.instead("This version cannot read one of the two books, so what changed cannot be told.");
        }
        if (!older.get().framework().id().equals(newer.get().framework().id())) {
            return Told.instead("It is a book for another framework than the one before it.");
        }
        List<BookDifference.Change> changes = BookDifference.between(older.get(), newer.get());
        return changes.isEmpty()
                ? Told.instead("It says the same as the one before it, written otherwise.")
                : new Told(changes, "");
    }
}
