package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A value that is not told, and that can be told later: SHA-256 of a salt, a space and the value (after the salted digests of
 * RFC 9901). Without the salt nobody can try values out, which a digest of an account's twelve digits alone would allow.
 */
public record Commitment(String salt, String digest) {

    /** Hexadecimal digits of a salt: 128 bits, as RFC 9901 (section 9.3) recommends. */
    private static final int SALT = 32;

    /**
     * The same secret, kind and value give the same.
     *
     * @param secret that the entity keeps
     */
    public static Commitment of(byte[] secret, String kind, String value) {
        String salt =
                HexFormat.of().formatHex(hmac(secret, kind + "\n" + value)).substring(0, SALT);
        return new Commitment(salt, Sha256.hex(salt + " " + value));
    }

    /** HMAC-SHA-256 (RFC 2104). */
    private static byte[] hmac(byte[] secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
