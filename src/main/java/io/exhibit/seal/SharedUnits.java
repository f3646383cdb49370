package io.exhibit.seal;

import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Units of a run that is open, written by one of several nodes for whichever of them seals the run. It takes no lock and writes
 * nothing into the log.
 */
public final class SharedUnits implements Closeable {

    private final Store store;
    private final Notes notes;

    /**
     * @param store that several processes may write at once; it is closed with this
     * @param key of the log, which signs the notes too
     */
    public SharedUnits(Store store, NoteShelf shelf, Signer key) {
        this.store = store;
        this.notes = new SharedNotes(shelf, store, key);
    }

    /** The units of a run that were noted so far, by any node. */
    public List<Kept> kept(String run) throws IOException {
        return notes.of(run);
    }

    /** Writes further units of a run: closing it leaves what is noted, and sealing is another's. */
    public RunWriter share(String run) throws IOException {
        store.prepare(run);
        return new Share(run);
    }

    @Override
    public void close() throws IOException {
        store.close();
    }

    private final class Share implements RunWriter {

        private final String run;
        private final Set<Target> begun = new HashSet<>();

        Share(String run) {
            this.run = run;
        }

        @Override
        public synchronized UnitWriter unit(Target target) {
            if (!begun.add(target)) {
                throw new IllegalStateException(target + " was begun before");
            }
            return new StoredUnitWriter(store, run, target, any -> {});
        }

        /** Also one without a file: whoever closes the run knows of it by its note alone. */
        @Override
        public void keep(Kept kept) throws IOException {
            notes.keep(kept);
        }

        @Override
        public void leave() {
            // As by closing.
        }

        @Override
        public void seal(RunRecord record) {
            throw new IllegalStateException("a share of a run is sealed by whoever closes the run");
        }

        @Override
        public void close() {
            // What was noted is taken up by whoever goes on.
        }
    }
}
