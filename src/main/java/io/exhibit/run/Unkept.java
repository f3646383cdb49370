package io.exhibit.run;

import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import io.exhibit.seal.RunWriter;
import java.util.List;

/** Takes what a look around brings, and keeps nothing of it. */
final class Unkept implements RunWriter {

    @Override
    public UnitWriter unit(Target target) {
        return new UnitWriter() {
            @Override
            public void source(String key) {}

            @Override
            public void write(Exchange exchange) {}

            @Override
            public Frames endSource() {
                return new Frames(0, 0);
            }

            @Override
            public RunRecord.Unit commit(List<RunRecord.Part> parts) {
                return new RunRecord.Unit(target, "", 0, "", parts);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void keep(Kept kept) {}

    @Override
    public void leave() {}

    @Override
    public void seal(RunRecord record) {
        throw new IllegalStateException("a look around is never sealed");
    }

    @Override
    public void close() {}
}
