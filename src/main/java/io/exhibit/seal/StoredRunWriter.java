package io.exhibit.seal;

import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One run while it is being written. */
final class StoredRunWriter implements RunWriter {

    private final Store store;
    private final String run;
    private final Sealing sealing;
    private final Map<Target, RunRecord.Unit> committed = new TreeMap<>();
    private final Set<Target> begun = new TreeSet<>();
    private boolean handedOver;

    /** What the vault does with a run whose units are durable, or that was given up. */
    interface Sealing {
        void seal(RunRecord record) throws IOException;

        void keep(Kept kept) throws IOException;

        void giveUp(String run) throws IOException;
    }

    /** @param kept units that were committed before the run was broken off */
    StoredRunWriter(Store store, String run, List<Kept> kept, Sealing sealing) throws IOException {
        this.store = store;
        this.run = run;
        this.sealing = sealing;
        store.prepare(run);
        kept.forEach(each -> {
            begun.add(each.unit().target());
            committed(each.unit());
        });
    }

    @Override
    public synchronized UnitWriter unit(Target target) {
        Layout.unit(target);
        if (handedOver || !begun.add(target)) {
            throw new IllegalStateException(target + " was begun before");
        }
        return new StoredUnitWriter(store, run, target, this::committed);
    }

    private synchronized void committed(RunRecord.Unit unit) {
        if (!unit.file().isEmpty()) {
            committed.put(unit.target(), unit);
        }
    }

    @Override
    public void keep(Kept kept) throws IOException {
        if (!kept.unit().file().isEmpty()) {
            sealing.keep(kept);
        }
    }

    @Override
    public synchronized void seal(RunRecord record) throws IOException {
        if (!record.id().equals(run)) {
            throw new IllegalArgumentException("this is the writer of run " + run);
        }
        // A unit where nothing was exchanged has lines in the record and no file; it may never have been begun.
        List<RunRecord.Unit> filed =
                record.units().stream().filter(unit -> !unit.file().isEmpty()).toList();
        if (!filed.equals(List.copyOf(committed.values()))) {
            throw new IllegalArgumentException("the record's units are not those that were committed, in their order");
        }
        store.settle(run);
        // From here on the log decides whether the run exists, also when sealing fails half-way.
        handedOver = true;
        sealing.seal(record);
    }

    @Override
    public synchronized void leave() throws IOException {
        store.settle(run);
        handedOver = true;
    }

    @Override
    public synchronized void close() throws IOException {
        if (!handedOver) {
            handedOver = true;
            sealing.giveUp(run);
        }
    }
}
