package io.exhibit.console;

import io.exhibit.control.Book;
import io.exhibit.control.BookDifference.Change;
import io.exhibit.mapping.EntryEdit;
import io.exhibit.run.book.BookFolders;
import io.exhibit.run.book.Draft;
import io.exhibit.run.book.Drafts;
import io.exhibit.run.book.Signed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The book of the sample month beside real files and real drafts; whatever is typed into them means the same book. */
final class SampleBook implements BookDesk {

    final List<Signed> sealed = new CopyOnWriteArrayList<>();
    private final Book book;
    private final Drafts drafts;

    /** @param note in the files, as people write one */
    SampleBook(Path folder, Book book, String note) throws IOException {
        this.book = book;
        Path files = Files.createDirectories(folder.resolve("organization"));
        Files.writeString(
                files.resolve("parameters.yaml"),
                "# " + note + "\nparameters:\n  max_key_age_days:\n    value: 60\n    policy: SEC-03\n");
        Files.writeString(files.resolve("risk-acceptances.yaml"), "# " + note + "\nrisk_acceptances: []\n");
        drafts = new Drafts(new BookFolders(Map.of("organization/", files)), folder.resolve("drafts"));
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
    public void seal(Draft draft, Signed approval) {
        sealed.add(approval);
    }
}
