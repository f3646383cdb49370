package io.exhibit.seal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Where sealed files lie: a folder, or a pack. Names are relative to the vault, with slashes, such as {@code runs/ID/run.json}. */
interface Holding {

    boolean has(String name) throws IOException;

    /** Bytes of a file that is there. */
    long size(String name) throws IOException;

    /** SHA-256 in hexadecimal of a file that is there, in constant memory. */
    String digest(String name) throws IOException;

    /** Consecutive bytes of a file that is there. */
    InputStream open(String name, long offset, long length) throws IOException;

    /** Names of all files of runs, sorted; a link is a file, wherever it leads, and a file in the making is none. */
    Set<String> names() throws IOException;

    /** The whole of a file that is there, if it is no larger than a record can be. */
    default byte[] content(String name) throws IOException {
        return content(name, Layout.RECORD);
    }

    /**
     * The same of a file of a smaller kind.
     *
     * @param most bytes that a file of its kind can have; of a larger one nothing is read
     * @throws IOException that says so
     */
    default byte[] content(String name, long most) throws IOException {
        long bytes = size(name);
        if (bytes > most) {
            throw new TooLargeException(name, bytes, most);
        }
        try (InputStream in = open(name, 0, bytes)) {
            return in.readAllBytes();
        }
    }
}
