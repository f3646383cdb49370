package io.exhibit.run;

import java.nio.charset.StandardCharsets;

/**
 * What is searched for in rows.
 *
 * @param text in lower case
 */
record Sought(String text, byte[] lower, boolean ascii) {

    Sought(String text) {
        this(text, text.getBytes(StandardCharsets.UTF_8), text.chars().allMatch(letter -> letter < 128));
    }

    /** Whether ASCII text contains it, in whatever case. */
    boolean isIn(byte[] bytes, int from, int to) {
        byte first = lower[0];
        for (int start = from; start <= to - lower.length; start++) {
            if (fold(bytes[start]) == first && follows(bytes, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean follows(byte[] bytes, int start) {
        for (int n = 1; n < lower.length; n++) {
            if (fold(bytes[start + n]) != lower[n]) {
                return false;
            }
        }
        return true;
    }

    private static byte fold(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? (byte) (letter + 32) : letter;
    }
}
