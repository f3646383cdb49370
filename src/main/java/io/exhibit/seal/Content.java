package io.exhibit.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, from the beginning each time. */
@FunctionalInterface
public interface Content {

    InputStream open() throws IOException;

    /** Of bytes in memory, which nobody changes meanwhile. */
    static Content of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}
