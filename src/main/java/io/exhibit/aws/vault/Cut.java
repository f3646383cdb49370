package io.exhibit.aws.vault;

import java.io.IOException;
import java.io.InputStream;

/** A body that broke off, which may be asked for again. A full disk of ours is no such thing, so reading alone is looked at. */
final class Cut extends IOException {

    private static final long serialVersionUID = 1L;

    Cut(String message, Throwable cause) {
        super(message, cause);
    }

    static int read(InputStream in, byte[] buffer) throws Cut {
        return of(() -> in.read(buffer));
    }

    /** What reads a body and does nothing else. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    static <T> T of(Reading<T> reading) throws Cut {
        try {
            return reading.read();
        } catch (IOException | RuntimeException e) {
            throw new Cut(String.valueOf(e.getMessage()), e);
        }
    }
}
