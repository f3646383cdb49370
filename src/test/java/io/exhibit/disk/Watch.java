package io.exhibit.disk;

import java.io.IOException;
import java.nio.file.Path;

/** Is told of every call to a watched file system; a change is told of once more when it was made. */
public interface Watch {

    /**
     * Before a call. What is thrown here is what the caller gets, and the call is not made.
     *
     * @param call such as {@code write}
     */
    default void before(String call, Path path) throws IOException {}

    /** A file was made. */
    default void created(Path file) {}

    default void folderCreated(Path folder) {}

    default void deleted(Path path) {}

    /** A file has a second name. */
    default void linked(Path link, Path existing) {}

    /** Renamed, over an older file if there was one. */
    default void renamed(Path from, Path to) {}

    default void written(Path file, long offset, byte[] bytes) {}

    default void truncated(Path file, long size) {}

    /** What was written into the file, or which names the folder has, is durable. */
    default void forced(Path path) {}
}
