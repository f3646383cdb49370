package io.exhibit.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), by which everything is named and compared, in the hexadecimal form that {@code sha256sum} prints. */
public final class Sha256 {

    private Sha256() {}

    /** One that takes its content piece by piece. */
    public static MessageDigest streaming() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** 64 digits, in lower case. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(streaming().digest(content));
    }

    /** Of a text in UTF-8. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of what it has taken; it begins anew afterwards. */
    public static String hex(MessageDigest streamed) {
        return HexFormat.of().formatHex(streamed.digest());
    }
}
