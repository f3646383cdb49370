package io.exhibit.schedule.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Which node writes the log. The lease lasts for a while and is renewed; who takes over has a higher epoch. Whether this node
 * still has it is told by a clock that also runs while the process does not, so that one that wakes up late knows.
 */
public final class WriterLease {

    /** Seconds that a lease lasts from its last renewal. */
    static final int SECONDS = 30;

    /** A node counts less than it was given: what it asked for may have been on its way. */
    private static final long OURS = (SECONDS - 5) * 1_000_000_000L;

    private final Database database;
    private final String node;
    private long epoch;
    private long until;

    /** One turn at writing. A later one of the same node does not bring it back. */
    public final class Turn implements Closeable {

        private final long number;

        private Turn(long number) {
            this.number = number;
        }

        /** Higher than that of every turn before. */
        public long epoch() {
            return number;
        }

        /** Whether whoever has it may write now. */
        public boolean isOurs() {
            return isCurrent(number);
        }

        /** Lets the next one write. */
        @Override
        public void close() throws IOException {
            release(number);
        }
    }

    public WriterLease(Database database, String node) {
        this.database = database;
        this.node = node;
    }

    /** Takes the lease if it is free; empty while somebody has it, this node included. */
    public synchronized Optional<Turn> take() throws IOException {
        long asked = System.nanoTime();
        Optional<Long> taken = database
                .rows(
                        row -> row.getLong(1),
                        "update writer set epoch = epoch + 1, node = ?, until = now() + make_interval(secs => ?)"
                                + " where until < now() returning epoch",
                        node,
                        SECONDS)
                .stream()
                .findFirst();
        taken.ifPresent(given -> {
            epoch = given;
            until = asked + OURS;
        });
        return taken.map(Turn::new);
    }

    /** Lets it last anew, unless another node has taken over. */
    public synchronized void renew() throws IOException {
        long asked = System.nanoTime();
        if (epoch > 0
                && database.change(
                                "update writer set until = now() + make_interval(secs => ?) where node = ? and epoch = ?",
                                SECONDS,
                                node,
                                epoch)
                        == 1) {
            until = asked + OURS;
        }
    }

    private synchronized boolean isCurrent(long number) {
        return epoch == number && System.nanoTime() - until < 0;
    }

    private synchronized void release(long number) throws IOException {
        if (epoch == number) {
            epoch = 0;
            database.change("update writer set until = '-infinity' where node = ? and epoch = ?", node, number);
        }
    }

    /** Gives back what this node has. */
    public synchronized void release() throws IOException {
        release(epoch);
    }

    /** Who writes now, or wrote last, and its epoch; for people. */
    public Optional<String> holder() throws IOException {
        return database.rows(row -> row.getString(1), "select node from writer where until >= now()").stream()
                .findFirst();
    }
}
