package io.exhibit.deliver;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a receiver keeps files under names, and can be asked what lies there. */
public interface Place extends Closeable {

    /** SHA-256 in hexadecimal of what lies under a name; empty where nothing does. */
    Optional<String> digest(String name) throws IOException;

    /**
     * Looks whether files could be laid there, without laying one.
     *
     * @return what was found in order, and what only a file will show
     * @throws NotDelivered with what is in the way
     */
    String check() throws IOException;

    /**
     * Lays a file under a name under which nothing lies: whole and read back, or not at all. What lies there is never replaced.
     *
     * @param sha256 of the file
     * @return what the receiver calls it, such as the version of an object; "" when it calls it nothing
     * @throws NotDelivered when that did not go well, or somebody else took the name meanwhile
     */
    String put(String name, Path file, String sha256) throws IOException;

    /** Reaches a place. */
    @FunctionalInterface
    interface Opening {
        /** @throws NotDelivered when it cannot be reached, trusted or entered */
        Place open() throws IOException;
    }
}
