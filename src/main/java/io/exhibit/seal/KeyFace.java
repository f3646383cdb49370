package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import java.security.PublicKey;

/** A public key in the forms in which others want it. */
public record KeyFace(PublicKey key) {

    /** First 16 digits of the SHA-256 of its DER, as statements name it. */
    public String id() {
        return Envelope.keyId(key);
    }

    /** SHA-256 of its DER (SubjectPublicKeyInfo) in hexadecimal: the fingerprint that a pack prints. */
    public String sha256() {
        return Sha256.hex(key.getEncoded());
    }

    /** As a text that openssl reads (SubjectPublicKeyInfo). */
    public String pem() {
        return Pem.encode("PUBLIC KEY", key.getEncoded());
    }

    /** Whether it signed the bytes. */
    public boolean signed(byte[] message, byte[] signature) {
        return SigningKey.verify(key, message, signature);
    }

    /** As trust files have it. */
    public String base64() {
        return Pem.base64(key);
    }

    /**
     * As verifiers of signed notes have it (C2SP signed-note).
     *
     * @throws IllegalArgumentException when that cannot be the origin of a log
     */
    public String forCheckpointsOf(String origin) {
        return SignedNote.verifierKey(SignedNote.origin(origin), key);
    }
}
