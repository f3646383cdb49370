package io.exhibit.run.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Changes of the book that are not published yet.
 *
 * @param id of the draft, small letters and digits
 * @param version counts every change of it, so that nobody overwrites what he has not seen
 * @param edits by name of the file, such as {@code organization/parameters.yaml}
 * @param asked that it may be approved, with what it is for; a change takes it back
 * @param approved by another person or the same one; a change takes it back
 */
public record Draft(
        String id,
        long version,
        String author,
        Instant begun,
        SortedMap<String, Edit> edits,
        List<Signed> remarks,
        Optional<Signed> asked,
        Optional<Signed> approved) {

    public Draft {
        edits = new TreeMap<>(edits);
        remarks = List.copyOf(remarks);
    }

    static Draft from(String id, String author, Instant at) {
        return new Draft(id, 0, author, at, new TreeMap<>(), List.of(), Optional.empty(), Optional.empty());
    }

    /** What of it changes something. */
    public SortedMap<String, Edit> changes() {
        SortedMap<String, Edit> changes = new TreeMap<>(edits);
        changes.values().removeIf(edit -> !edit.changes());
        return changes;
    }

    /** The texts of the files that it changes, as they were when it began with them. */
    SortedMap<String, String> beginnings() {
        SortedMap<String, String> beginnings = new TreeMap<>();
        changes().forEach((file, edit) -> beginnings.put(file, edit.before()));
        return beginnings;
    }

    /** The same with a file otherwise; who approved it approved another one. */
    Draft edited(String file, Edit edit) {
        SortedMap<String, Edit> all = new TreeMap<>(edits);
        all.put(file, edit);
        all.values().removeIf(each -> !each.changes());
        return new Draft(id, version, author, begun, all, remarks, Optional.empty(), Optional.empty());
    }

    Draft remarked(Signed remark) {
        List<Signed> all = new ArrayList<>(remarks);
        all.add(remark);
        return new Draft(id, version, author, begun, edits, all, asked, approved);
    }

    Draft asking(Signed what) {
        return new Draft(id, version, author, begun, edits, remarks, Optional.of(what), Optional.empty());
    }

    Draft approved(Signed by) {
        return new Draft(id, version, author, begun, edits, remarks, asked, Optional.of(by));
    }

    Draft next() {
        return new Draft(id, version + 1, author, begun, edits, remarks, asked, approved);
    }
}
