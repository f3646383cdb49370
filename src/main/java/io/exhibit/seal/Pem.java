package io.exhibit.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The textual form of keys (RFC 7468). */
public final class Pem {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    /**
     * Reads an Ed25519 public key (SubjectPublicKeyInfo).
     *
     * @throws IllegalArgumentException when the text is something else
     */
    public static PublicKey publicKey(String pem) {
        return publicKey(decode("PUBLIC KEY", pem));
    }

    /**
     * The same without the lines around it, as trust files have it: base64 in its one spelling.
     *
     * @throws IllegalArgumentException when the text is something else
     */
    public static PublicKey ofBase64(String text) {
        byte[] der = Base64.getDecoder().decode(text);
        PublicKey key = publicKey(der);
        if (!base64(key).equals(text)) {
            throw new IllegalArgumentException("not the one spelling of an Ed25519 public key");
        }
        return key;
    }

    /** A public key as trust files have it. */
    public static String base64(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /**
     * The same in DER.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static PublicKey publicKey(byte[] der) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key", e);
        }
    }

    static String encode(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    static byte[] decode(String label, String pem) {
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        String text = pem.strip();
        if (!text.startsWith(begin) || !text.endsWith(end)) {
            throw new IllegalArgumentException("not a PEM file with one " + label);
        }
        return Base64.getMimeDecoder().decode(text.substring(begin.length(), text.length() - end.length()));
    }
}
