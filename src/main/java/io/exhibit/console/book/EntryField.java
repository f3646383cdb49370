package io.exhibit.console.book;

import io.exhibit.console.page.Typed;
import java.util.List;

/**
 * A field of a form for one entry of a file; it has the name of the member that it becomes.
 *
 * @param type of the field in HTML, or "choice" or "area"
 * @param options what can be chosen, each with its word in the file and its words on the page
 */
record EntryField(
        String name, String label, String hint, String type, List<List<String>> options, int longest, boolean needed) {

    static final int LONGEST = 2_000;

    static final List<List<String>> YES_OR_NO = List.of(List.of("yes", "yes"), List.of("no", "no"));

    static EntryField line(String name, String label, String hint, boolean needed) {
        return new EntryField(name, label, hint, "text", List.of(), LONGEST, needed);
    }

    /** A text of some lines. */
    static EntryField area(String name, String label, String hint, int longest, boolean needed) {
        return new EntryField(name, label, hint, "area", List.of(), longest, needed);
    }

    static EntryField date(String name, String label, String hint, boolean needed) {
        return new EntryField(name, label, hint, "date", List.of(), 10, needed);
    }

    static EntryField choice(String name, String label, String hint, List<List<String>> options, boolean needed) {
        return new EntryField(name, label, hint, "choice", options, LONGEST, needed);
    }

    static EntryField file(String name, String label, String hint) {
        return new EntryField(name, label, hint, "file", List.of(), LONGEST, false);
    }

    /** Who answers for an entry, and since when. */
    static EntryField approver() {
        return line("approver", "Signed by", "Name and function.", false);
    }

    static EntryField approved() {
        return date("approved", "Signed on", "", false);
    }

    /** What was typed, right or not; "" where it is wrong, or may be empty and is. */
    String read(Typed typed) {
        return switch (type) {
            case "date" -> typed.date(name, needed);
            case "area" -> typed.lines(name, longest, needed);
            default -> typed.line(name, longest, needed);
        };
    }
}
