package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import io.exhibit.evidence.Target;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names of the fields that the vault adds to WARC records (ISO 28500 allows further fields), and the records' ids. */
final class WarcFields {

    static final String SOURCE = "Exhibit-Source";
    static final String CALL = "Exhibit-Call";
    static final String SUBJECT = "Exhibit-Subject";
    static final String PAGE = "Exhibit-Page";
    static final String ATTEMPT = "Exhibit-Attempt";
    static final String OUTCOME = "Exhibit-Outcome";
    static final String REQUEST_ID = "Exhibit-Request-Id";
    static final String CUT = "Exhibit-Cut";
    static final String ERROR = "Exhibit-Error";
    static final String PAYLOAD_DIGEST = "WARC-Payload-Digest";

    private WarcFields() {}

    static String payloadDigest(byte[] payload) {
        return "sha256:" + Sha256.hex(payload);
    }

    /** A version 8 UUID (RFC 9562, 5.8) of the SHA-256 of where the record stands: the same run gives the same ids. */
    static URI recordId(String run, Target target, String source, long number, String type) {
        String name = String.join("\n", run, target.account(), target.region(), source, Long.toString(number), type);
        ByteBuffer digest = ByteBuffer.wrap(Sha256.streaming().digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = digest.getLong() & 0xffffffffffff0fffL | 0x8000L;
        long low = digest.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return URI.create("urn:uuid:" + new UUID(high, low));
    }
}
