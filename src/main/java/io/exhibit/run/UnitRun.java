package io.exhibit.run;

import io.exhibit.collect.Collector;
import io.exhibit.collect.SourceCapture;
import io.exhibit.collect.Unasked;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.RunWriter.Frames;
import io.exhibit.seal.RunWriter.UnitWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Collects one unit: every source of one target, one after the other, into one file. */
final class UnitRun {

    private final Asking asking;
    private final RunWriter writer;
    private final RunClock clock;

    UnitRun(Asking asking, RunWriter writer, RunClock clock) {
        this.asking = asking;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * @param unasked what stands in the unit for sources that are not asked
     * @param charted is run as soon as it is known what else there is
     */
    Unit collect(Target target, List<Collector> collectors, List<Part> unasked, Runnable charted) throws IOException {
        clock.unit(target);
        int charting = charting(collectors);
        List<Part> parts = new ArrayList<>();
        try (UnitWriter unit = writer.unit(target)) {
            for (Collector collector : collectors) {
                unit.source(collector.source().key());
                SourceCapture capture = new SourceCapture(
                        collector.source(),
                        target,
                        asking.line(),
                        asking.guard(),
                        asking.causes(),
                        asking.limits(),
                        unit::write);
                collector.collect(target, capture);
                Frames frames = unit.endSource();
                parts.add(capture.part(frames.offset(), frames.length()));
                if (parts.size() == charting) {
                    charted.run();
                }
            }
            parts.addAll(unasked);
            return unit.commit(parts);
        }
    }

    /** How many have to be asked until it is known what else there is: all, where none of them tells. */
    private static int charting(List<Collector> collectors) {
        return IntStream.rangeClosed(1, collectors.size())
                .filter(i -> collectors.get(i - 1).charts())
                .max()
                .orElse(collectors.size());
    }

    /** A unit that could not be asked at all: it leaves its lines in the log, and no file. */
    static Unit unasked(Target target, List<Collector> collectors, Gap because) {
        return new Unit(target, "", 0, "", parts(collectors, because));
    }

    static List<Part> parts(List<Collector> unasked, Gap because) {
        return unasked.stream()
                .map(collector -> Unasked.part(collector.source(), because))
                .toList();
    }
}
