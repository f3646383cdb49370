package io.exhibit.seal;

import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Reads sealed runs; nothing is handed out that does not follow from a leaf of the log. */
final class RunFiles {

    private final Holding holding;
    private final Fixity fixity;
    /** Records that somebody still holds, so that they are read once: a month is looked through several times. */
    private final Map<Leaf, WeakReference<RunRecord>> known = new ConcurrentHashMap<>();

    private final HeldOnce alike = new HeldOnce();

    /** Outlines of a year are held together; their units are mostly the same day for day. */
    private final Map<Leaf, RunRecord> outlines = new ConcurrentHashMap<>();

    private final Map<RunRecord.Unit, RunRecord.Unit> units = new ConcurrentHashMap<>();

    RunFiles(Holding holding, Fixity fixity) {
        this.holding = holding;
        this.fixity = fixity;
    }

    RunRecord record(Leaf leaf) throws IOException {
        WeakReference<RunRecord> held = known.get(leaf);
        RunRecord record = held == null ? null : held.get();
        if (record == null) {
            record = alike.of(
                    CanonicalJson.read(fixity.content(Layout.record(leaf.id()), leaf.sha256()), RunRecord.class));
            known.put(leaf, new WeakReference<>(record));
        }
        return record;
    }

    /** Of a record only what is asked of a day in the past ({@link RunRecord#outline}). */
    RunRecord outline(Leaf leaf) throws IOException {
        RunRecord outline = outlines.get(leaf);
        if (outline == null) {
            RunRecord own = record(leaf).outline();
            outline = own.with(own.units().stream()
                    .map(unit -> units.computeIfAbsent(unit, first -> first))
                    .toList());
            outlines.put(leaf, outline);
        }
        return outline;
    }

    void exchanges(RunRecord run, Target target, String source, Consumer<Exchange> each) throws IOException {
        for (RunRecord.Unit unit : run.units()) {
            if (unit.target().equals(target)) {
                for (RunRecord.Part part : unit.parts()) {
                    if (part.source().equals(source) && part.length() > 0) {
                        exchanges(run, unit, part, each);
                    }
                }
            }
        }
    }

    private void exchanges(RunRecord run, RunRecord.Unit unit, RunRecord.Part part, Consumer<Exchange> each)
            throws IOException {
        String file = Layout.folder(run.id()) + "/" + Layout.unit(unit.target());
        // A payload's own digest lies in the same file, so it proves nothing alone.
        fixity.check(file, unit.sha256());
        int buffer = (int) Math.min(part.length(), 1 << 16);
        try (InputStream frames = new BufferedInputStream(holding.open(file, part.offset(), part.length()), buffer)) {
            new ExchangeReader(file).read(frames, each);
        }
    }
}
