package io.exhibit.seal;

import io.exhibit.assessment.Approval;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The books in a log. A leaf of a book stands there whenever nights are judged by another one than before, so that the leaves are the
 * book's history.
 */
record BookLog(Holding holding, List<Leaf> leaves) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int ID = 16;

    /**
     * The id of what is found by its content: the first digits of its SHA-256.
     *
     * @throws IllegalArgumentException when that is none
     */
    static String id(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("\"" + sha256 + "\" is no SHA-256");
        }
        return sha256.substring(0, ID);
    }

    /** Where a book lies. */
    static String book(String sha256) {
        return "books/" + id(sha256) + ".json";
    }

    /** Where an approval lies. */
    static String approval(String sha256) {
        return "approvals/" + id(sha256) + ".dsse.json";
    }

    /** The book that is judged by since the newest leaf of a book. */
    Optional<SealedBook> newest() throws IOException {
        Optional<Leaf> last =
                leaves.stream().filter(leaf -> leaf.kind() == Leaf.Kind.BOOK).reduce((earlier, later) -> later);
        return last.isEmpty() ? Optional.empty() : Optional.of(read(last.get()));
    }

    /** The leaves of the books that runs were judged by: the newest before the first of them, and all that follow. */
    List<Leaf> since(Set<String> runs) {
        List<Leaf> since = new ArrayList<>();
        boolean begun = false;
        for (Leaf leaf : leaves) {
            begun |= leaf.kind() == Leaf.Kind.RUN && runs.contains(leaf.id());
            if (leaf.kind() == Leaf.Kind.BOOK) {
                if (!begun) {
                    since.clear();
                }
                since.add(leaf);
            }
        }
        return since;
    }

    SealedBook read(Leaf leaf) throws IOException {
        return CanonicalJson.read(content(leaf), SealedBook.class);
    }

    /** Every approval, in the order of the log. */
    List<Approval> approvals() throws IOException {
        List<Approval> approvals = new ArrayList<>();
        for (Leaf leaf : leaves) {
            if (leaf.kind() == Leaf.Kind.APPROVAL) {
                approvals.add(BookApproval.read(Envelope.read(content(leaf))).approval());
            }
        }
        return approvals;
    }

    private byte[] content(Leaf leaf) throws IOException {
        String name = leaf.kind() == Leaf.Kind.BOOK ? book(leaf.sha256()) : approval(leaf.sha256());
        return new Fixity(holding).content(name, leaf.sha256());
    }

    /** A small file whose name is its own digest, so that what a writer that died left behind is in nobody's way. */
    static Leaf put(Store store, Leaf.Kind kind, byte[] content, Instant time) throws IOException {
        String sha256 = Sha256.hex(content);
        String name = kind == Leaf.Kind.BOOK ? book(sha256) : approval(sha256);
        if (!store.has(name)) {
            store.put(name, content);
        }
        return new Leaf(kind, id(sha256), name, sha256, time);
    }
}
