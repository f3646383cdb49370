package io.exhibit.schedule.cluster;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

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

    public WriterLease(Database database, String node) {
        this.database = database;
        this.node = node;
    }

    /** Takes the lease if it is free, or has it already; its epoch, or empty while another node has it. */
    public synchronized OptionalLong take() throws IOException {
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
        return taken.isPresent() ? OptionalLong.of(taken.get()) : OptionalLong.empty();
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

    /** Whether this node may write now. */
    public synchronized boolean isOurs() {
        return epoch > 0 && System.nanoTime() - until < 0;
    }

    /** Lets the next one write. */
    public synchronized void release() throws IOException {
        long given = epoch;
        epoch = 0;
        if (given > 0) {
            database.change("update writer set until = '-infinity' where node = ? and epoch = ?", node, given);
        }
    }

    /** Who writes now, or wrote last, and its epoch; for people. */
    public Optional<String> holder() throws IOException {
        return database.rows(row -> row.getString(1), "select node from writer where until >= now()").stream()
                .findFirst();
    }
}
