package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import io.exhibit.seal.Statement.Digest;
import io.exhibit.seal.Statement.Head;
import io.exhibit.seal.Statement.Subject;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the key of a log says when it makes way for another one (in-toto Statement, version 1, in an envelope that the old key signs). It is a
 * file of the vault, and the log seals it.
 *
 * @param subject the new key alone: its key id, and the SHA-256 of its DER
 */
record Rotation(String _type, Change predicate, String predicateType, List<Subject> subject) {

    static final String TYPE = "urn:exhibit:key-rotation:1";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

    Rotation {
        subject = List.copyOf(subject);
    }

    /**
     * The change.
     *
     * @param log what the old key signed last
     * @param next the new key (SubjectPublicKeyInfo, base64), {@code old} the one before
     * @param time of the change, as in its leaf
     */
    record Change(Head log, String next, String old, Instant time) {}

    /** Where it lies, by the key id of the new key. */
    static String file(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("\"" + id + "\" cannot be the id of a key");
        }
        return "rotations/" + id + ".dsse.json";
    }

    /** The line that the old key signs. */
    static byte[] sign(Checkpoint last, PublicKey next, Instant time, Signer old) throws IOException {
        Head head = new Head(last.origin(), last.size(), last.root());
        Change change = new Change(head, Pem.base64(next), Pem.base64(old.publicKey()), time);
        Digest digest = new Digest(Sha256.hex(next.getEncoded()));
        Rotation rotation =
                new Rotation(Statement.TYPE, change, TYPE, List.of(new Subject(digest, Envelope.keyId(next))));
        return CanonicalJson.line(Envelope.sign(CanonicalJson.line(rotation), old));
    }
}
