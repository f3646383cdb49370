package io.exhibit.seal;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** A file in the making: streamed and digested on the way; it is there once it is finished, and not before. */
public interface Draft extends Closeable {

    /** Where its bytes go; what is written is digested on the way. */
    OutputStream out();

    /** Bytes written so far. */
    long position() throws IOException;

    /** Keeps the content under its name. Returns its SHA-256, hexadecimal. */
    String finish() throws IOException;
}
