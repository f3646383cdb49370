package io.exhibit.seal;

import io.exhibit.assessment.Approval;
import io.exhibit.seal.Statement.Digest;
import io.exhibit.seal.Statement.Head;
import io.exhibit.seal.Statement.Subject;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * That somebody approved a book (in-toto Statement, version 1, in an envelope that the log's key signs). The key says who keeps the log; who
 * approved is what was said to it.
 *
 * @param subject the book alone
 */
record BookApproval(String _type, Approved predicate, String predicateType, List<Subject> subject) {

    static final String TYPE = "urn:exhibit:book-approval:1";

    private static final String BOOK = "book";

    BookApproval {
        subject = List.copyOf(subject);
    }

    /**
     * The approval.
     *
     * @param effective as {@code 2026-12-01}
     * @param log the checkpoint before its leaf, so that it counts in that log alone and was not made later
     * @param time as in its leaf
     */
    record Approved(String approver, String effective, Head log, String reason, Instant time) {}

    static BookApproval of(Approval approval, Head log) {
        return new BookApproval(
                Statement.TYPE,
                new Approved(
                        approval.approver(), approval.effective().toString(), log, approval.reason(), approval.at()),
                TYPE,
                List.of(new Subject(new Digest(approval.book()), BOOK)));
    }

    /** @throws IOException when it is of another kind, or not in the form in which it is written */
    static BookApproval read(Envelope envelope) throws IOException {
        BookApproval read = CanonicalJson.read(envelope.statement(), BookApproval.class);
        boolean ours = envelope.payloadType().equals(Envelope.IN_TOTO)
                && envelope.signatures().size() == 1
                && read._type().equals(Statement.TYPE)
                && read.predicateType().equals(TYPE)
                && read.subject().size() == 1
                && read.subject().get(0).name().equals(BOOK);
        if (!ours) {
            throw new IOException("of another kind than the approval of a book");
        }
        return read;
    }

    Approval approval() throws IOException {
        try {
            return new Approval(
                    subject.get(0).digest().sha256(),
                    predicate.approver(),
                    LocalDate.parse(predicate.effective()),
                    predicate.reason(),
                    predicate.time());
        } catch (DateTimeException e) {
            throw new IOException("an approval whose effective date is none", e);
        }
    }
}
