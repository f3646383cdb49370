package io.exhibit.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names things from the seed: the same seed and the same words give the same id. */
public final class Digest {
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final String seed;

    public Digest(long seed) {
        this.seed = Long.toString(seed);
    }

    /** {@code length} hexadecimal digits, at most 64. */
    public String hex(String kind, String name, int length) {
        return HexFormat.of().formatHex(bytes(kind, name)).substring(0, length);
    }

    /** {@code length} of AWS's upper-case id letters and digits, at most 32. */
    public String letters(String kind, String name, int length) {
        byte[] bytes = bytes(kind, name);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(UPPER.charAt(bytes[i] & 31));
        }
        return text.toString();
    }

    public String uuid(String kind, String name) {
        String hex = hex(kind, name, 32);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-4" + hex.substring(13, 16) + "-a"
                + hex.substring(17, 20) + "-" + hex.substring(20);
    }

    /** A number from 0 to {@code bound - 1}. */
    public int below(int bound, String kind, String name) {
        byte[] bytes = bytes(kind, name);
        int number = (bytes[0] & 127) << 24 | (bytes[1] & 255) << 16 | (bytes[2] & 255) << 8 | bytes[3] & 255;
        return number % bound;
    }

    private byte[] bytes(String kind, String name) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return sha256.digest((seed + "\0" + kind + "\0" + name).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
