package io.exhibit.aws.artifact;

import io.exhibit.aws.Undownloaded;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;

/** Digests a PDF as it streams by; refuses what is none, and what is larger than the limit. */
final class PdfDigest implements Consumer<Optional<byte[]>> {

    private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest sha256 = Sha256.streaming();
    private final long limit;
    private long bytes;
    private boolean pdf = true;
    private volatile Undownloaded refusal;

    PdfDigest(long limit) {
        this.limit = limit;
    }

    /** Called by the HTTP client for each piece in turn, and with nothing at the end. */
    @Override
    public synchronized void accept(Optional<byte[]> piece) {
        byte[] more = piece.orElse(new byte[0]);
        for (int i = 0; i < more.length && bytes + i < MAGIC.length; i++) {
            pdf &= more[i] == MAGIC[(int) bytes + i];
        }
        bytes += more.length;
        if (bytes > limit) {
            refusal = new Undownloaded(Cause.TOO_LARGE, "the document is larger than " + limit + " bytes");
            throw refusal;
        }
        sha256.update(more);
    }

    /** Why it stopped before the end, or {@code null}. */
    Undownloaded refusal() {
        return refusal;
    }

    synchronized Document document() {
        if (!pdf || bytes < MAGIC.length) {
            throw new Undownloaded(Cause.MALFORMED, "the document is not a PDF");
        }
        return new Document(bytes, digest());
    }

    /** What stands in the evidence where the document was. */
    synchronized String statement() {
        return "{\"bytes\":" + bytes + ",\"sha256\":\"" + digest() + "\"}";
    }

    private String digest() {
        try {
            return Sha256.hex((MessageDigest) sha256.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of the platform can be cloned", e);
        }
    }
}
