package io.exhibit.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What changed from one book to another, as an officer would tell it to an auditor. */
public final class BookDifference {

    private final Book before;
    private final Book after;
    private final List<Change> changes = new ArrayList<>();

    private BookDifference(Book before, Book after) {
        this.before = before;
        this.after = after;
    }

    static final String THRESHOLD = "threshold";
    static final String TEST = "test";
    static final String REGISTER = "register";
    static final String ACCEPTANCE = "risk acceptance";

    /**
     * One change.
     *
     * @param kind of what was changed: "test", "threshold"
     * @param name of it, or "" where there is one of its kind
     * @param says from what to what
     */
    public record Change(String kind, String name, String says) {

        /** "test IAM-05". */
        public String about() {
            return (kind + " " + name).strip();
        }

        /** Whether it is about by what a night is judged, and not about whom or what was found. */
        public boolean judging() {
            return kind.equals(THRESHOLD) || kind.equals(TEST);
        }

        @Override
        public String toString() {
            return Character.toUpperCase(kind.charAt(0)) + about().substring(1) + " " + says;
        }
    }

    /** Every change, in the order in which a book is read; none when the two say the same, however they are written. */
    public static List<Change> between(Book before, Book after) {
        BookDifference difference = new BookDifference(before, after);
        difference.all();
        return List.copyOf(difference.changes);
    }

    private void all() {
        each(THRESHOLD, book -> book.parameters().values().stream().toList(), Parameter::name, BookEntry::of);
        each(TEST, Book::assertions, Assertion::id, BookEntry::of);
        each("document", Book::documents, Document::id, BookEntry::of);
        each("unit", book -> book.framework().controls(), Control::citation, BookEntry::of);
        one("framework", "", BookEntry.of(before.framework()), BookEntry.of(after.framework()));
        one("entity", "", BookEntry.of(before.scope()), BookEntry.of(after.scope()));
        each("account", book -> List.copyOf(book.scope().accounts().values()), Scope.AccountScope::id, BookEntry::of);
        each("region", book -> List.copyOf(book.scope().regions().values()), Scope.RegionScope::name, BookEntry::of);
        each("fact", book -> List.copyOf(book.scope().facts().values()), Scope.Fact::name, BookEntry::of);
        registers();
        each("decision on", Book::decisions, Decision::citation, BookEntry::of);
        each(ACCEPTANCE, Book::acceptances, RiskAcceptance::id, BookEntry::of);
    }

    /** Things that have a name of their own: those that came, those that went, and what is otherwise in the others. */
    private <T> void each(
            String kind, Function<Book, List<T>> of, Function<T, String> name, Function<T, Map<String, String>> entry) {
        Map<String, Map<String, String>> was = new LinkedHashMap<>();
        of.apply(before).forEach(thing -> was.put(name.apply(thing), entry.apply(thing)));
        Set<String> is = new LinkedHashSet<>();
        for (T thing : of.apply(after)) {
            String called = name.apply(thing);
            is.add(called);
            if (was.containsKey(called)) {
                one(kind, called, was.get(called), entry.apply(thing));
            } else {
                add(kind, called, "is new: " + BookEntry.words(entry.apply(thing)));
            }
        }
        was.forEach((gone, entries) -> {
            if (!is.contains(gone)) {
                add(kind, gone, "is gone; it was: " + BookEntry.words(entries));
            }
        });
    }

    private void one(String kind, String name, Map<String, String> was, Map<String, String> is) {
        Set<String> members = new LinkedHashSet<>(is.keySet());
        members.addAll(was.keySet());
        for (String member : members) {
            String old = was.getOrDefault(member, "");
            String now = is.getOrDefault(member, "");
            if (!old.equals(now)) {
                String what = member.isEmpty() ? "" : member + " ";
                add(kind, name, what + "is " + BookEntry.shown(now) + ", and was " + BookEntry.shown(old));
            }
        }
    }

    /** An entry of a register has no name: one that was changed is one that went and one that came. */
    private void registers() {
        Set<String> names = new LinkedHashSet<>(after.registers().keySet());
        names.addAll(before.registers().keySet());
        for (String name : names) {
            Register was = before.registers().get(name);
            Register is = after.registers().get(name);
            if (was == null) {
                add(REGISTER, name, "is kept now");
            } else if (is == null) {
                add(REGISTER, name, "is not kept any more");
            }
            List<String> gone = BookEntry.entries(was);
            List<String> came = BookEntry.entries(is);
            BookEntry.entries(is).forEach(gone::remove);
            BookEntry.entries(was).forEach(came::remove);
            came.forEach(entry -> add(REGISTER, name, "has the new entry: " + entry));
            gone.forEach(entry -> add(REGISTER, name, "has no longer the entry: " + entry));
        }
    }

    private void add(String kind, String name, String says) {
        // A reason that somebody wrote may end as a sentence does.
        changes.add(new Change(kind, name, says.endsWith(".") ? says : says + "."));
    }
}
