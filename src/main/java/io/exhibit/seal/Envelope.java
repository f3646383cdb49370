package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;

/**
 * A statement and who signed it (DSSE 1.0.2), as one line of canonical JSON. The bytes that were signed are kept as they are and never
 * written anew.
 *
 * @param payload in base64
 * @param payloadType what the payload is; it is signed too
 */
record Envelope(String payload, String payloadType, List<Signature> signatures) {

    static final String IN_TOTO = "application/vnd.in-toto+json";

    /**
     * A signature.
     *
     * @param keyid first 16 digits of the SHA-256 of the public key (SubjectPublicKeyInfo, DER): a hint which key it is, no proof
     * @param sig 64 bytes of Ed25519, in base64
     */
    record Signature(String keyid, String sig) {}

    Envelope {
        signatures = List.copyOf(signatures);
    }

    /**
     * Bytes of a statement that an envelope holds. In base64 they are one text of its line, and that is one text of what an issue
     * keeps: both stay well below what is read of one.
     */
    static final int LONGEST = CanonicalJson.LONGEST / 5 * 3;

    /** Whether a key can sign a statement, and an envelope hold it. */
    static boolean takes(byte[] statement, Signer key) {
        return statement.length <= LONGEST && signed(IN_TOTO, statement).length <= key.longest();
    }

    static Envelope sign(byte[] statement, Signer key) throws IOException {
        String sig = Base64.getEncoder().encodeToString(key.sign(signed(IN_TOTO, statement)));
        return new Envelope(
                Base64.getEncoder().encodeToString(statement),
                IN_TOTO,
                List.of(new Signature(keyId(key.publicKey()), sig)));
    }

    /** @throws IOException when it is no envelope, or in another spelling than the one that it has */
    static Envelope read(byte[] line) throws IOException {
        Envelope envelope = CanonicalJson.read(line, Envelope.class);
        if (!spelled(envelope.payload()) || !envelope.signatures().stream().allMatch(s -> spelled(s.sig()))) {
            throw new IOException("an Envelope, but not in canonical form");
        }
        return envelope;
    }

    byte[] statement() {
        return Base64.getDecoder().decode(payload);
    }

    /** Whether a signature says that it is of that key. */
    boolean names(PublicKey key) {
        String id = keyId(key);
        return signatures.stream().anyMatch(signature -> signature.keyid().equals(id));
    }

    /** Whether that key signed it and the signature names it: what nobody vouches for must at least be true. */
    boolean signedBy(PublicKey key) {
        // A statement may be large, and most keys did not sign it.
        if (!names(key)) {
            return false;
        }
        String id = keyId(key);
        byte[] message = signed(payloadType, statement());
        return signatures.stream()
                .filter(signature -> signature.keyid().equals(id))
                .anyMatch(signature ->
                        SigningKey.verify(key, message, Base64.getDecoder().decode(signature.sig())));
    }

    static String keyId(PublicKey key) {
        return Sha256.hex(key.getEncoded()).substring(0, 16);
    }

    /** The pre-authentication encoding: what is signed, with its type and lengths. */
    private static byte[] signed(String type, byte[] statement) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] name = type.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(("DSSEv1 " + name.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(name);
        out.writeBytes((" " + statement.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(statement);
        return out.toByteArray();
    }

    /** Base64 has spare bits and may lack its padding; only the spelling that an encoder gives counts. */
    private static boolean spelled(String base64) {
        try {
            return Base64.getEncoder()
                    .encodeToString(Base64.getDecoder().decode(base64))
                    .equals(base64);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
