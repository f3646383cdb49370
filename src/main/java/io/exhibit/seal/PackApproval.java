package io.exhibit.seal;

import io.exhibit.assessment.Release;
import io.exhibit.seal.Statement.Digest;
import io.exhibit.seal.Statement.Head;
import io.exhibit.seal.Statement.Subject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * That somebody approved the draft of a pack (in-toto Statement, version 1, in an envelope that the log's key signs). The key says who
 * keeps the log; who approved is what was said to it.
 *
 * @param subject the draft's PDF alone, under the name of the pack
 */
record PackApproval(String _type, Approved predicate, String predicateType, List<Subject> subject) {

    static final String TYPE = "urn:exhibit:pack-approval:1";

    PackApproval {
        subject = List.copyOf(subject);
    }

    /**
     * The approval.
     *
     * @param drawn the state of the log that the draft was drawn up from, and the pack is printed from
     * @param log the checkpoint before its leaf
     * @param time as in its leaf
     */
    record Approved(String approver, Head drawn, Head log, String reason, Instant time) {}

    static PackApproval of(Release release, Head drawn, Head log) {
        return new PackApproval(
                Statement.TYPE,
                new Approved(release.approver(), drawn, log, release.reason(), release.at()),
                TYPE,
                List.of(new Subject(new Digest(release.draft()), release.pack())));
    }

    /** @throws IOException when it is of another kind, or not in the form in which it is written */
    static PackApproval read(Envelope envelope) throws IOException {
        PackApproval read = CanonicalJson.read(envelope.statement(), PackApproval.class);
        boolean ours = envelope.payloadType().equals(Envelope.IN_TOTO)
                && envelope.signatures().size() == 1
                && read._type().equals(Statement.TYPE)
                && read.predicateType().equals(TYPE)
                && read.subject().size() == 1;
        if (!ours) {
            throw new IOException("of another kind than the approval of a pack");
        }
        return read;
    }

    Release release() {
        return new Release(
                subject.get(0).name(),
                subject.get(0).digest().sha256(),
                predicate.drawn().size(),
                predicate.approver(),
                predicate.reason(),
                predicate.time());
    }
}
