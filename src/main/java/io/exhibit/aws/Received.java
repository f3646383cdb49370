package io.exhibit.aws;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The body of an answer as far as it has come; of the announced length at once, so that it is not copied as it grows. */
final class Received {

    /** What an answer announces is not believed beyond this. */
    private static final long MOST_AT_ONCE = 4 << 20;

    private static final int LEAST = 1 << 12;

    private final int limit;
    private byte[] bytes = {};
    private int size;

    /** @param limit bytes */
    Received(int limit) {
        this.limit = limit;
    }

    int size() {
        return size;
    }

    /**
     * Reads to the end.
     *
     * @param announced bytes, or 0 when that is not known
     * @return false when there is more than the limit; then nothing is kept
     */
    boolean read(InputStream in, long announced) throws IOException {
        bytes = new byte[(int) Math.max(0, Math.min(announced, Math.min(limit, MOST_AT_ONCE)))];
        while (size <= limit) {
            if (size < bytes.length) {
                int n = in.read(bytes, size, bytes.length - size);
                if (n < 0) {
                    return true;
                }
                size += n;
            } else {
                int next = in.read();
                if (next < 0) {
                    return true;
                }
                bytes = Arrays.copyOf(bytes, (int) Math.max(LEAST, Math.min(2L * size, limit + 1L)));
                bytes[size++] = (byte) next;
            }
        }
        bytes = new byte[0];
        size = 0;
        return false;
    }

    /** What has come, to be read only: where it is as long as announced, it is not copied. */
    byte[] bytes() {
        if (size < bytes.length) {
            bytes = Arrays.copyOf(bytes, size);
        }
        return bytes;
    }
}
