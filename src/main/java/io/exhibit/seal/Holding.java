package io.exhibit.seal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Where sealed files lie: a folder, or a pack. Names are relative to the vault, with slashes, such as {@code runs/ID/run.json}. */
public interface Holding {

    boolean has(String name) throws IOException;

    /** Bytes of a file that is there. */
    long size(String name) throws IOException;

    /** SHA-256 in hexadecimal of a file that is there, in constant memory. */
    String digest(String name) throws IOException;

    /** Consecutive bytes of a file that is there. */
    InputStream open(String name, long offset, long length) throws IOException;

    /** Names of all files of runs, sorted; a link is a file, wherever it leads, and a file in the making is none. */
    Set<String> names() throws IOException;

    /** The whole of a small file that is there. */
    default byte[] content(String name) throws IOException {
        try (InputStream in = open(name, 0, size(name))) {
            return in.readAllBytes();
        }
    }
}
