package io.exhibit.run;

import io.exhibit.assessment.Approval;
import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Period;
import io.exhibit.control.Book;
import io.exhibit.control.BookChange;
import io.exhibit.control.BookDifference;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Sha256;
import io.exhibit.render.PackContent.UsedBook;
import io.exhibit.seal.SealedBook;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
                    + " registers are otherwise: section 2 tells how.";

    private final Vault sealed;
    private final Book own;
    private final Function<Map<String, byte[]>, Optional<Book>> reader;
    private final Map<String, SortedMap<String, byte[]>> files = new LinkedHashMap<>();
    private LocalDate last;

    /**
     * @param own the book that the pack is bound by
     * @param reader reads the files of a book; empty when they are refused
     */
    UsedBooks(Vault sealed, Book own, Function<Map<String, byte[]>, Optional<Book>> reader) {
        this.sealed = sealed;
        this.own = own;
        this.reader = reader;
    }

    /** @param runs of the period, in their order */
    List<UsedBook> of(List<RunRecord> runs, Period period) throws IOException {
        last = period.last();
        List<SealedBook> kept = sealed.books(runs.stream().map(RunRecord::id).toList());
        kept.forEach(book -> files.put(book.digest(), book.content()));
        files.put(own.digest(), new TreeMap<>(own.files()));
        List<Approval> approvals = sealed.approvals();
        List<Use> uses = uses(runs, period);
        // What the log held before the first night, if that night was judged by another one.
        String before = kept.isEmpty() ? "" : kept.get(0).digest();
        List<UsedBook> used = new ArrayList<>();
        for (Use use : uses) {
            used.add(new UsedBook(
                    use.digest(),
                    use.days(),
                    use.digest().equals(own.digest()),
                    approvals.stream()
                            .filter(given -> given.book().equals(use.digest()))
                            .toList(),
                    before.isEmpty() || before.equals(use.digest()),
                    before.isEmpty() ? List.of() : changes(before, use.digest())));
            before = use.digest();
        }
        return used;
    }

    /**
     * A sentence beside each test that the book of the last judged night had otherwise: its verdict is that book's, and what is printed
     * beside it this one's.
     */
    Map<String, List<String>> notes(List<UsedBook> used) {
        Optional<UsedBook> night = used.stream()
                .filter(book -> !book.days().isEmpty())
                .reduce((older, newer) -> newer)
                .filter(book -> !book.own() && files.containsKey(book.digest()));
        Optional<Book> older = night.flatMap(book -> reader.apply(files.get(book.digest())));
        Map<String, List<String>> notes = new TreeMap<>();
        older.ifPresent(
                book -> BookChange.judgedOtherwise(book, own).forEach(test -> notes.put(test, List.of(OTHERWISE))));
        return notes;
    }

    /** Days in a row on which one book was judged by. */
    private record Use(String digest, TreeSet<LocalDate> days) {}

    private List<Use> uses(List<RunRecord> runs, Period period) {
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

    private List<String> changes(String before, String after) {
        if (before.equals(after)) {
            return List.of();
        }
        SortedMap<String, byte[]> was = files.get(before);
        SortedMap<String, byte[]> is = files.get(after);
        if (was == null || is == null) {
            return List.of("The log does not hold both books, so what changed cannot be told.");
        }
        Optional<Book> older = reader.apply(was).map(book -> book.on(last));
        Optional<Book> newer =
                after.equals(own.digest()) ? Optional.of(own) : reader.apply(is).map(book -> book.on(last));
        if (older.isEmpty() || newer.isEmpty()) {
            return List.of("This version cannot read one of the two. Files that differ: "
                    + String.join(", ", differing(was, is)) + ".");
        }
        if (!older.get().framework().id().equals(newer.get().framework().id())) {
            return List.of("It is a book for another framework.");
        }
        List<String> changes = BookDifference.between(older.get(), newer.get()).stream()
                .map(BookDifference.Change::toString)
                .toList();
        return changes.isEmpty() ? List.of("The same is said in other words or another order.") : changes;
    }

    private static TreeSet<String> differing(SortedMap<String, byte[]> was, SortedMap<String, byte[]> is) {
        TreeSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        names.removeIf(name -> was.containsKey(name)
                && is.containsKey(name)
                && Sha256.hex(was.get(name)).equals(Sha256.hex(is.get(name))));
        return names;
    }
}
