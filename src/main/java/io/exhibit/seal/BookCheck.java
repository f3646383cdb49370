package io.exhibit.seal;

import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Statement.Head;
import io.exhibit.seal.Trust.Role;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Checks the books that a log holds, and who approved them. */
final class BookCheck {

    private final LogCheck log;
    private final FileCheck files;

    /** @param log that was checked */
    BookCheck(Holding holding, LogCheck log, List<Discrepancy> found) {
        this.log = log;
        this.files = new FileCheck(holding, found);
    }

    /** @param books the leaves whose books are to be here; other leaves among them are passed over. Approvals are always here. */
    void check(List<Leaf> books) throws IOException {
        for (Leaf leaf : books) {
            if (leaf.kind() == Leaf.Kind.BOOK) {
                book(leaf);
            }
        }
        for (int at = 0; at < log.leaves().size(); at++) {
            if (log.leaves().get(at).kind() == Leaf.Kind.APPROVAL) {
                approval(log.leaves().get(at), at);
            }
        }
    }

    private void book(Leaf leaf) throws IOException {
        Optional<byte[]> content = content(leaf, Layout.RECORD);
        if (content.isEmpty()) {
            return;
        }
        try {
            if (!CanonicalJson.read(content.get(), SealedBook.class).isWhole()) {
                report(Code.DIGEST_DIFFERS, leaf, "The digest of the book is not that of its files.");
            }
        } catch (IOException e) {
            report(Code.RECORD_MALFORMED, leaf, "It is " + e.getMessage() + ".");
        }
    }

    /** @param at its place in the log */
    private void approval(Leaf leaf, int at) throws IOException {
        Optional<byte[]> content = content(leaf, Layout.SMALL);
        if (content.isEmpty()) {
            return;
        }
        Envelope envelope;
        BookApproval said;
        try {
            envelope = Envelope.read(content.get());
            said = BookApproval.read(envelope);
            said.approval();
        } catch (IOException e) {
            report(Code.RECORD_MALFORMED, leaf, "It is " + e.getMessage() + ".");
            return;
        }
        Head head = said.predicate().log();
        boolean here = head.equals(log.head(at)) && said.predicate().time().equals(leaf.time());
        if (!here) {
            report(
                    Code.RECORD_MISPLACED,
                    leaf,
                    "It is the approval of a book at another place of the log, or of another log.");
        } else if (log.trusts(Role.LOG)) {
            log.ring().approval(envelope, leaf.time(), at, leaf.file()).wrong().ifPresent(files.found()::add);
        }
    }

    /** Nothing where there is no such file as was sealed. A leaf that names another place was reported already. */
    private Optional<byte[]> content(Leaf leaf, long most) throws IOException {
        String name;
        try {
            name = ByContent.file(leaf.kind(), leaf.sha256());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return files.content(name, leaf.sha256(), most);
    }

    private void report(Code code, Leaf leaf, String says) {
        files.report(code, leaf.file(), says);
    }
}
