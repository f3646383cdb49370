package io.exhibit.seal;

import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One unit file; it begins to exist with its first exchange. */
final class StoredUnitWriter implements RunWriter.UnitWriter {

    private static final RunWriter.Frames NOTHING = new RunWriter.Frames(0, 0);

    private final Store store;
    private final String run;
    private final Target target;
    private final Consumer<RunRecord.Unit> committed;
    private final Map<String, RunWriter.Frames> sources = new HashMap<>();
    private Draft file;
    private ExchangeWriter exchanges;
    private String source;
    private long offset;

    StoredUnitWriter(Store store, String run, Target target, Consumer<RunRecord.Unit> committed) {
        this.store = store;
        this.run = run;
        this.target = target;
        this.committed = committed;
    }

    @Override
    public void source(String key) {
        if (source != null || sources.containsKey(key)) {
            throw new IllegalStateException(target + ": " + key + " cannot begin now");
        }
        source = key;
    }

    @Override
    public void write(Exchange exchange) throws IOException {
        if (source == null) {
            throw new IllegalStateException(target + ": no source has begun");
        }
        if (file == null) {
            file = store.draft(Layout.folder(run) + "/" + Layout.unit(target));
        }
        if (exchanges == null) {
            offset = file.position();
            exchanges = new ExchangeWriter(run, target, source, file.out());
        }
        exchanges.write(exchange);
    }

    @Override
    public RunWriter.Frames endSource() throws IOException {
        RunWriter.Frames frames = NOTHING;
        if (exchanges != null) {
            exchanges.close();
            exchanges = null;
            frames = new RunWriter.Frames(offset, file.position() - offset);
        }
        sources.put(source, frames);
        source = null;
        return frames;
    }

    @Override
    public RunRecord.Unit commit(List<RunRecord.Part> parts) throws IOException {
        if (source != null) {
            throw new IllegalStateException(target + ": " + source + " has not ended");
        }
        for (RunRecord.Part part : parts) {
            RunWriter.Frames frames = sources.getOrDefault(part.source(), NOTHING);
            if (part.offset() != frames.offset() || part.length() != frames.length()) {
                throw new IllegalArgumentException(target + ": " + part.source() + " lies elsewhere in the file");
            }
        }
        RunRecord.Unit unit = file == null
                ? new RunRecord.Unit(target, "", 0, "", parts)
                : new RunRecord.Unit(target, Layout.unit(target), file.position(), file.finish(), parts);
        committed.accept(unit);
        return unit;
    }

    @Override
    public void close() throws IOException {
        // Frees the compressor of a source that was cut off; what it still writes goes away with the file.
        try {
            if (exchanges != null) {
                exchanges.close();
            }
        } finally {
            if (file != null) {
                file.close();
            }
        }
    }
}
