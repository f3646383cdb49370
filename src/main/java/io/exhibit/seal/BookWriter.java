package io.exhibit.seal;

import io.exhibit.assessment.Approval;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;

/** Seals books, and approvals of them, each under a leaf of its own. */
record BookWriter(Store store, VaultLog log, Signer key, Instant now) {

    /** Seals a book unless it is the one that the newest leaf of a book is about. */
    void keep(String digest, Map<String, byte[]> files) throws IOException {
        if (new BookLog(store, log.leaves())
                .newest()
                .map(SealedBook::digest)
                .filter(digest::equals)
                .isEmpty()) {
            String salt = Base64.getEncoder().encodeToString(key.sign(digest.getBytes(StandardCharsets.US_ASCII)));
            seal(Leaf.Kind.BOOK, CanonicalJson.line(SealedBook.of(digest, files, salt)));
        }
    }

    Approval approve(String book, String approver, LocalDate effective, String reason) throws IOException {
        Checkpoint last = log.checkpoint();
        Approval given = new Approval(book, approver, effective, reason, now);
        Statement.Head head = new Statement.Head(last.origin(), last.size(), last.root());
        seal(
                Leaf.Kind.APPROVAL,
                CanonicalJson.line(Envelope.sign(CanonicalJson.line(BookApproval.of(given, head)), key)));
        return given;
    }

    private void seal(Leaf.Kind kind, byte[] content) throws IOException {
        Leaf leaf = ByContent.put(store, kind, content, now);
        log.append(store, leaf, log.checkpoint().origin(), key);
    }
}
