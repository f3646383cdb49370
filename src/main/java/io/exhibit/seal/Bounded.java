package io.exhibit.seal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads what others wrote as far as it may be long, and not to an end that may never come. */
public final class Bounded {

    private Bounded() {}

    /** All bytes; empty when there are more than that. */
    public static Optional<byte[]> read(InputStream in, int most) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        return bytes.length > most ? Optional.empty() : Optional.of(bytes);
    }
}
