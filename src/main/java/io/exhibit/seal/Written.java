package io.exhibit.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The bytes of a file that are made while they are written, the same each time: nothing of them is kept. */
@FunctionalInterface
public interface Written {

    void to(OutputStream out) throws IOException;

    /** Of bytes that lie somewhere, which are opened each time and closed. */
    static Written of(Content content) {
        return out -> {
            try (InputStream in = content.open()) {
                in.transferTo(out);
            }
        };
    }
}
