package io.exhibit.seal;

import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes the units of one run; several units may be written at once, each by one thread. Closing without sealing leaves no run. */
public interface RunWriter extends Closeable {

    /** Begins the file of one account and region; it is there when it is committed, and not before. */
    UnitWriter unit(Target target) throws IOException;

    /** Notes a unit that was committed, so that the run can go on from there when it is broken off. */
    void keep(Kept kept) throws IOException;

    /** Leaves the run as it is, broken off: what was kept of it goes on later. */
    void leave() throws IOException;

    /** Seals the run: the record's units must be those that were committed. */
    void seal(RunRecord record) throws IOException;

    /** One unit file in the making. */
    interface UnitWriter extends Closeable {

        /** Begins a source; its exchanges lie together. */
        void source(String key) throws IOException;

        /** Adds one exchange to the source that was begun. */
        void write(Exchange exchange) throws IOException;

        /** Ends the source and tells where its frames lie. */
        Frames endSource() throws IOException;

        /** Makes the file durable under its final name. */
        RunRecord.Unit commit(List<RunRecord.Part> parts) throws IOException;
    }

    /** Where a source's frames lie in the unit file. */
    record Frames(long offset, long length) {}
}
