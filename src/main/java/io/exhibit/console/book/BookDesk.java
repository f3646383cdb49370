package io.exhibit.console.book;

import io.exhibit.control.Book;
import io.exhibit.control.BookDifference.Change;
import io.exhibit.control.Problem;
import io.exhibit.run.book.Draft;
import io.exhibit.run.book.Drafts;
import io.exhibit.run.book.Signed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The book as it can be edited. What a file means is said by whoever wires it up: the console knows texts. */
public interface BookDesk {

    /** Names of the files that the forms write. */
    String PARAMETERS = "organization/parameters.yaml";

    String ACCEPTANCES = "organization/risk-acceptances.yaml";

    String SCOPE = "organization/scope.yaml";

    String DECISIONS = "organization/decisions.yaml";

    String DOCUMENTS = "organization/documents.yaml";

    /** Where the files of registers lie. */
    String REGISTERS = "organization/registers/";

    /** Where drafts and what was handed in for them are kept. */
    Drafts drafts();

    /** Whether somebody else than the author has to approve. */
    boolean fourEyes();

    /**
     * The book as a draft has it.
     *
     * @param book what of it could be read
     * @param problems with places by the names of the files here; none when it can be used
     * @param warnings what does not count, and why
     */
    record Checked(Book book, List<Problem> problems, List<Problem> warnings) {}

    /** @param instead texts by name of the file, in the place of those on the disk */
    Checked check(Map<String, String> instead) throws IOException;

    /** What changes from the book on the disk, in words. */
    List<Change> difference(Map<String, String> instead) throws IOException;

    /** The newest months with judged nights, by the book on the disk and by the draft. */
    List<Outlook> preview(Map<String, String> instead, int months) throws IOException;

    /**
     * What a draft changes in a month.
     *
     * @param month in words
     * @param units and {@code tests} that come out otherwise
     */
    record Outlook(String month, List<Otherwise> units, List<Otherwise> tests, List<String> notes) {}

    /** @param more items that deviate by the draft alone, {@code fewer} those that no longer do */
    record Otherwise(String id, String was, String is, List<String> more, List<String> fewer) {}

    /** A file of thresholds with one of them otherwise, everything else as it was written. */
    String withThreshold(String text, String name, Map<String, Object> members);

    /** A file of entries with one more. */
    String withEntry(String text, Map<String, Object> members);

    /**
     * Entries of a file, each with the texts of its members as they are written.
     *
     * @param list the key below which they stand, or "" for the list that the file is
     * @throws IllegalArgumentException when it is no such list, with words that go behind a colon
     */
    List<Map<String, String>> entries(String file, String text, String list);

    /** Names with their texts below a key, or at the top of the file for the key ""; what is no text is left out. */
    Map<String, String> names(String text, String key);

    /** The file with one entry otherwise, or with one more for the row -1. */
    String withRow(String file, String text, String list, int row, Map<String, String> members);

    /** The file with one entry less. */
    String withoutRow(String file, String text, String list, int row);

    /** The file with a text for a name below a key, or at its top for the key ""; "" takes it away. */
    String withName(String text, String key, String name, String value);

    /** A member that every entry of a register may have, or must. */
    record Column(String name, boolean needed, boolean time) {}

    /** Texts of the files of registers that come with the program, whose comments say what each is for, by name. */
    Map<String, String> samples();

    /** The registers that tests and packs ask, by name, with the members of their own; empty in a mapping that declares none. */
    SortedMap<String, List<Column>> registers(Map<String, String> instead) throws IOException;

    /** A word that could stand somewhere, and what it is. */
    record Word(String text, String kind) {}

    /** @param from where what is typed of the word begins, and {@code more} how many are left out */
    record Offer(int from, List<Word> words, int more) {}

    /** What could stand in a text, which need not be right, at a place between two characters of it. */
    Offer complete(Map<String, String> instead, String file, String text, int cursor) throws IOException;

    /** A line of what is said, with its head. */
    record Line(String head, String text) {}

    /** A test, a document or a unit in words. */
    record Explained(String title, List<Line> lines) {}

    /** By the book of a draft; empty when that has nothing of the name. */
    Optional<Explained> explain(Map<String, String> instead, String id) throws IOException;

    /**
     * What is asked of the newest stored evidence.
     *
     * @param test id of a test; the others are "" then, or an expression of its own is asked
     */
    record Asked(String test, String source, String where, String expect) {}

    /** @param items the first that do not conform, and {@code others} how many more there are, in a sentence */
    record Tried(String words, List<String> items, String others, List<Problem> problems) {}

    /** Asks the newest stored evidence, by the book of a draft; mistakes of the expression come back as problems. */
    Tried attempt(Map<String, String> instead, Asked asked) throws IOException;

    /** Seals in the log that the book of a draft was approved. */
    void seal(Draft draft, Signed approval) throws IOException;
}
