package io.exhibit.seal;

import io.exhibit.assessment.Approval;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The books in a log. A leaf of a book stands there whenever nights are judged by another one than before, so that the leaves are the
 * book's history.
 */
record BookLog(Holding holding, List<Leaf> leaves) {

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
        return CanonicalJson.read(ByContent.content(holding, leaf), SealedBook.class);
    }

    /** Every approval, in the order of the log. */
    List<Approval> approvals() throws IOException {
        List<Approval> approvals = new ArrayList<>();
        for (Leaf leaf : leaves) {
            if (leaf.kind() == Leaf.Kind.APPROVAL) {
                approvals.add(BookApproval.read(Envelope.read(ByContent.content(holding, leaf)))
                        .approval());
            }
        }
        return approvals;
    }
}
