package io.exhibit.console;

import io.exhibit.console.book.BookDesk;
import io.exhibit.control.Book;
import io.exhibit.control.BookDifference.Change;
import io.exhibit.mapping.CsvEdit;
import io.exhibit.mapping.EntryEdit;
import io.exhibit.mapping.ListEdit;
import io.exhibit.run.book.BookFolders;
import io.exhibit.run.book.Draft;
import io.exhibit.run.book.Drafts;
import io.exhibit.run.book.Signed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The book of the sample month beside real files and real drafts; whatever is typed into them means the same book. */
final class SampleBook implements BookDesk {

    final List<Signed> sealed = new CopyOnWriteArrayList<>();
    private final Book book;
    private final String note;
    private final Drafts drafts;

    /** @param note in the files, as people write one */
    SampleBook(Path folder, Book book, String note) throws IOException {
        this.book = book;
        this.note = note;
        Path files = Files.createDirectories(folder.resolve("organization"));
        Files.writeString(
                files.resolve("parameters.yaml"),
                "# " + note + "\nparameters:\n  max_key_age_days:\n    value: 60\n    policy: SEC-03\n");
        Files.writeString(
                files.resolve("risk-acceptances.yaml"),
                "# " + note + "\n- id: RA-2026-01\n  assertion: IAM-02\n  item: " + yaml(note) + "\n  approver: "
                        + yaml(note) + "\n  approved: 2026-10-01\n  expires: 2027-06-30\n  reason: " + yaml(note)
                        + "\n");
        Files.writeString(
                files.resolve("scope.yaml"),
                "# " + note + "\naccounts:\n- id: '333344445555'\n  name: " + yaml(note)
                        + "\nregions:\n- name: us-east-1\n");
        Files.writeString(
                Files.createDirectories(files.resolve("registers")).resolve("approved_admins.yaml"),
                "- principal: " + yaml(note) + "\n  approver: " + yaml(note) + "\n");
        drafts = new Drafts(new BookFolders(Map.of("organization/", files)), folder.resolve("drafts"));
    }

    /** Id of a document that it asks for. */
    String document() {
        return book.documents().get(0).id();
    }

    @Override
    public Drafts drafts() {
        return drafts;
    }

    @Override
    public boolean fourEyes() {
        return true;
    }

    @Override
    public Checked check(Map<String, String> instead) {
        return new Checked(book, List.of(), List.of());
    }

    @Override
    public List<Change> difference(Map<String, String> instead) {
        return List.of();
    }

    @Override
    public List<Outlook> preview(Map<String, String> instead, int months) {
        return List.of();
    }

    @Override
    public String withThreshold(String text, String name, Map<String, Object> members) {
        return EntryEdit.named(text, name, members);
    }

    @Override
    public String withEntry(String text, Map<String, Object> members) {
        return EntryEdit.added(text, members);
    }

    @Override
    public List<Map<String, String>> entries(String file, String text, String list) {
        return file.endsWith(".csv") ? CsvEdit.entries(text) : ListEdit.entries(text, list);
    }

    @Override
    public String withRow(String file, String text, String list, int row, Map<String, String> members) {
        return row < 0 ? ListEdit.added(text, list, members) : ListEdit.changed(text, list, row, members);
    }

    @Override
    public String withoutRow(String file, String text, String list, int row) {
        return ListEdit.removed(text, list, row);
    }

    @Override
    public Map<String, String> names(String text, String key) {
        return ListEdit.names(text, key);
    }

    @Override
    public String withName(String text, String key, String name, String value) {
        return ListEdit.named(text, key, name, value);
    }

    @Override
    public SortedMap<String, List<Column>> registers(Map<String, String> instead) {
        return new TreeMap<>(Map.of(
                "approved_admins",
                List.of(new Column("principal", true, false)),
                "leavers",
                List.of(
                        new Column("person", true, false),
                        new Column("left_at", true, true),
                        new Column("version", false, false),
                        new Column("guard", false, false),
                        new Column("draft_version", false, false),
                        new Column("draft_beginning", false, false),
                        new Column("reason_", false, false))));
    }

    @Override
    public Map<String, String> samples() {
        return Map.of("leavers", "# " + note + "\n");
    }

    @Override
    public Offer complete(Map<String, String> instead, String file, String text, int cursor) {
        return new Offer(cursor, List.of(new Word(note, note)), 0);
    }

    @Override
    public Optional<Explained> explain(Map<String, String> instead, String id) {
        return Optional.of(new Explained(note, List.of(new Line(note, note))));
    }

    @Override
    public Tried attempt(Map<String, String> instead, Asked asked) {
        return new Tried(note, List.of(note), note, List.of());
    }

    @Override
    public void seal(Draft draft, Signed approval) {
        sealed.add(approval);
    }

    private static String yaml(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
