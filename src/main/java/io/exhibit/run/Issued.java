package io.exhibit.run;

import io.exhibit.assessment.Release;
import java.time.Instant;
import java.util.Optional;

/**
 * What a pack is issued with.
 *
 * @param origin name of the log, {@code size} and {@code root} its checkpoint before the pack's own leaf
 * @param checkpoint the signed text of that
 * @param report SHA-256 of the PDF, {@code sha256} of the zip, and {@code statement} what was signed; "" before it was issued
 * @param timestamp as the statement has it, and {@code token} the time stamp in base64, or ""
 * @param keeping how the runs of the period were found where they are kept, as the pack has it
 * @param reason why it is issued again, "" of a first issue
 * @param release who approved its draft; empty where nobody is asked
 */
record Issued(
        String pack,
        int number,
        Instant at,
        String book,
        String origin,
        long size,
        String root,
        String checkpoint,
        String report,
        String sha256,
        String statement,
        String timestamp,
        String token,
        String keeping,
        String reason,
        Optional<Release> release) {

    Issued as(String printed, String zipped, String signed) {
        return with(printed, zipped, signed, timestamp, token);
    }

    Issued stamped(String said, String stamp) {
        return with(report, sha256, statement, said, stamp);
    }

    private Issued with(String printed, String zipped, String signed, String said, String stamp) {
        return new Issued(
                pack,
                number,
                at,
                book,
                origin,
                size,
                root,
                checkpoint,
                printed,
                zipped,
                signed,
                said,
                stamp,
                keeping,
                reason,
                release);
    }

    Issued approved(Release by) {
        return new Issued(
                pack,
                number,
                at,
                book,
                origin,
                size,
                root,
                checkpoint,
                "",
                "",
                "",
                timestamp,
                token,
                keeping,
                reason,
                Optional.of(by));
    }
}
