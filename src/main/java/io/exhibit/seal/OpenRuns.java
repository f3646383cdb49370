package io.exhibit.seal;

import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import java.io.IOException;
import java.util.List;

/** The runs that are being written: begun, broken off, gone on with, given up. */
final class OpenRuns implements StoredRunWriter.Sealing {

    private final Store store;
    private final Notes notes;
    private final Log log;

    /** Writes a run's record and its leaf. */
    @FunctionalInterface
    interface Log {
        void append(RunRecord record) throws IOException;
    }

    OpenRuns(Store store, Notes notes, Log log) {
        this.store = store;
        this.notes = notes;
        this.log = log;
    }

    RunWriter begin(String run) throws IOException {
        Layout.folder(run);
        if (store.holds(run)) {
            throw new VaultException(VaultException.Reason.EXISTS, "The run " + run + " is in the vault already.");
        }
        return new StoredRunWriter(store, run, List.of(), this);
    }

    /** Units of the newest run that no leaf is of and that can go on. */
    List<Kept> unfinished(List<String> logged) throws IOException {
        List<Kept> newest = List.of();
        for (String run : notes.runs()) {
            List<Kept> kept = logged.contains(run) ? List.of() : notes.of(run);
            newest = kept.isEmpty() ? newest : kept;
        }
        return newest;
    }

    RunWriter resume(List<Kept> kept) throws IOException {
        String run = kept.get(0).soFar().id();
        return new StoredRunWriter(store, run, kept, this);
    }

    @Override
    public void seal(RunRecord record) throws IOException {
        log.append(record);
        notes.forget(record.id());
    }

    @Override
    public void keep(Kept kept) throws IOException {
        notes.keep(kept);
    }

    @Override
    public void giveUp(String run) throws IOException {
        store.giveUp(run);
        notes.forget(run);
    }
}
