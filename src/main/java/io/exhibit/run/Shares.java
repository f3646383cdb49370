package io.exhibit.run;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the nodes of a cluster share of the one run that is not over: which accounts it has, who asks each, and the notes of the
 * units that are in the vault. Whoever takes an account up again has a higher turn, and nobody with a lower one notes anything.
 */
public interface Shares {

    /**
     * A run that is not over.
     *
     * @param occasion why it is made, when the calendar did not ask for it, or ""
     */
    record Open(String run, Instant due, String occasion) {}

    /** An account of an open run, as one node holds it. */
    record Turn(String run, String account, int number) {}

    /** The run that is open. */
    Optional<Open> open() throws IOException;

    /** Opens a run with the organization as its first step, unless one is open: returns the one that is open now. */
    Open open(Open asked) throws IOException;

    /** Adds accounts to an open run; those that it has stay as they are. "" stands for the organization itself. */
    void add(String run, Collection<String> accounts) throws IOException;

    /** The accounts of a run that are not done, in their order. */
    List<String> pending(String run) throws IOException;

    /** Takes an account up, whoever had it before; empty when it is done, or the run is over. */
    Optional<Turn> take(String run, String account) throws IOException;

    /**
     * Notes a unit.
     *
     * @throws Superseded when another node has taken the account up, or the run is over
     */
    void note(Turn turn, String unit, String note) throws IOException;

    /**
     * The notes of a run, by the name of the unit.
     *
     * @param accounts whose; all where none is named
     */
    List<String> notes(String run, Collection<String> accounts) throws IOException;

    /**
     * Says that an account is done.
     *
     * @throws Superseded when another node has taken it up, or the run is over
     */
    void done(Turn turn) throws IOException;

    /** Forgets a run that was sealed. */
    void close(String run) throws IOException;

    /** Another node has taken over: what this one does is done twice, and must not be kept. */
    final class Superseded extends IOException {
        private static final long serialVersionUID = 1;

        public Superseded(String message) {
            super(message);
        }
    }
}
