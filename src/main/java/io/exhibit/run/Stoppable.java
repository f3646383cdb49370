package io.exhibit.run;

import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import io.exhibit.seal.RunWriter;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Begins no other unit from the moment on at which its node stops; those that were begun come to their end. */
record Stoppable(RunWriter writer, BooleanSupplier stopping) implements RunWriter {

    /** @throws BrokenOff when the node stops */
    @Override
    public UnitWriter unit(Target target) throws IOException {
        if (stopping.getAsBoolean()) {
            throw new BrokenOff("the node stops", true);
        }
        return writer.unit(target);
    }

    @Override
    public void keep(Kept kept) throws IOException {
        writer.keep(kept);
    }

    @Override
    public void leave() throws IOException {
        writer.leave();
    }

    @Override
    public void seal(RunRecord record) throws IOException {
        writer.seal(record);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
