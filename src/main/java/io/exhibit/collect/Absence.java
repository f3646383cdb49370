package io.exhibit.collect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Tells that none of some texts stands in bytes, and looks at few of them: where a text of n bytes stands, a group of four of
 * its bytes begins at one of any n - 3 places in a row, so that only every such place needs a look.
 */
final class Absence {

    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BITS = 12;

    private final List<byte[]> texts;
    private final boolean[] groups = new boolean[1 << BITS];
    private final int step;

    /** @param ascii at least one text, each of four characters or more */
    Absence(List<String> ascii) {
        texts = ascii.stream()
                .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                .toList();
        step = texts.stream().mapToInt(text -> text.length).min().orElseThrow() - 3;
        for (byte[] text : texts) {
            for (int i = 0; i + 4 <= text.length; i++) {
                groups[group(text, i)] = true;
            }
        }
    }

    /** Whether none of the texts stands in the body. */
    boolean in(byte[] body) {
        for (int i = 0; i + 4 <= body.length; i += step) {
            if (groups[group(body, i)] && isAround(body, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAround(byte[] body, int place) {
        for (byte[] text : texts) {
            int last = Math.min(place, body.length - text.length);
            for (int from = Math.max(0, place + 4 - text.length); from <= last; from++) {
                if (Arrays.equals(body, from, from + text.length, text, 0, text.length)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Many groups share a number; who meets one looks again. */
    private static int group(byte[] bytes, int from) {
        return (int) FOUR.get(bytes, from) * 0x9E3779B1 >>> 32 - BITS;
    }
}
