package io.exhibit.seal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Where a vault keeps its bytes, and every change that it makes to them. Nothing that was kept is written again: a name is
 * taken once, the log is only added to, and the checkpoint alone is replaced. When a method returns, what it kept is durable,
 * but for the names of a run's units, which are after {@link #settle}. Closing lets the next writer in.
 */
public interface Store extends Holding, Closeable {

    /** As messages call it. */
    String place();

    /** Whether something lies there of a run, sealed or not. */
    boolean holds(String run) throws IOException;

    /** Makes room for the units of a run. */
    void prepare(String run) throws IOException;

    /** Makes the names of a run's units durable. */
    void settle(String run) throws IOException;

    /** Sets aside what lies there of a run that will never be sealed. */
    void giveUp(String run) throws IOException;

    /** A large file of a run, to be streamed. */
    Draft draft(String name) throws IOException;

    /** A small file as a whole. */
    void put(String name, byte[] content) throws IOException;

    /** Adds a line to {@code log/leaves}, its LF included. */
    void append(byte[] leaf) throws IOException;

    /** Adds several lines; the first one may be the end of a line that is there without its LF. */
    default void append(List<byte[]> leaves) throws IOException {
        for (byte[] leaf : leaves) {
            append(leaf);
        }
    }

    /** Takes back what lies in {@code log/leaves} behind so many bytes: no checkpoint covers it, and it is torn. */
    default void cutLeaves(long size) throws IOException {
        // A store whose appends are whole has nothing of the kind.
    }

    /** Removes what somebody who died was writing into a run's folder. */
    default void sweep(String run) throws IOException {
        // A store whose puts are whole has nothing of the kind.
    }

    /** What keeps the objects of a sealed run from being deleted. A folder locks nothing. */
    default Retained retained(String run) throws IOException {
        return Retained.NONE;
    }

    /**
     * Lengthens the locks of a sealed run, and of what no run has for itself (books, approvals, changes of the key); a lock that
     * lasts longer stays.
     *
     * @throws VaultException when the store has no locks
     */
    default void retain(String run, Instant until) throws IOException {
        throw new VaultException(
                VaultException.Reason.UNPROTECTED,
                "The vault " + place() + " lies in a folder, which enforces no retention.");
    }

    /** Tells the bytes that were kept under a name, and are not sealed yet, from others that may be kept there; "" where a name is taken once. */
    default String edition(String name) {
        return "";
    }

    /** Takes up bytes that another writer kept under a name, so that a leaf can seal them. */
    default void adopt(String name, long bytes, String sha256, String edition) {
        // A store where names are taken once finds them by their name.
    }

    /** Replaces the checkpoint by the one after it. */
    void checkpoint(byte[] note) throws IOException;

    /** A folder of this machine, for its owner only, where a run's items may lie while they are sorted. */
    Path scratch(String run) throws IOException;
}
