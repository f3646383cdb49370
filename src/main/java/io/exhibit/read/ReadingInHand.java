package io.exhibit.read;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Evidence.Coverage;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.Target;
import io.exhibit.read.derived.Derivations;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.MalformedDocument;
import io.exhibit.read.records.Out;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Want;
import java.util.List;
import java.util.function.Consumer;

/** One reading while its source streams by. */
final class ReadingInHand {

    private final Reading reading;
    private final boolean asked;
    private List<Gap> gaps;
    private Maker maker;
    private Out out;
    private List<Want> wants = List.of();
    private Vanished vanished;
    private long unknownMembers;
    private boolean answered;

    ReadingInHand(Reading reading, boolean asked, List<Gap> gaps) {
        this.reading = reading;
        this.asked = asked;
        this.gaps = gaps;
    }

    Reading reading() {
        return reading;
    }

    /** Whether its records may be handed out at all. */
    boolean open() {
        return asked && gaps.isEmpty();
    }

    /** @param vanished is passed over */
    void begin(Target target, List<Gap> detailGaps, Vanished vanished, Consumer<Record> each) {
        this.vanished = vanished;
        out = new Out(reading, target, each, Derivations.readsDocuments(reading));
        maker = Derivations.maker(reading, target, detailGaps, out);
        wants = maker.wants();
    }

    List<Want> wants(String operation) {
        return open()
                ? wants.stream().filter(w -> w.operation().equals(operation)).toList()
                : List.of();
    }

    void answered(String operation) {
        answered |= reading.population().contains(operation);
    }

    void unknownMembers(long more) {
        unknownMembers += more;
    }

    void take(Piece piece) {
        if (open() && !vanished.takes(piece)) {
            try {
                maker.take(piece);
            } catch (MalformedDocument e) {
                malformed(e, piece.call(), piece.provenance().requestId());
            }
        }
    }

    void fact(Piece piece) {
        maker.fact(piece);
    }

    void end() {
        if (open()) {
            try {
                maker.end();
                if (answered) {
                    out.release();
                } else {
                    gaps = List.of(RunEvidence.notAsked(reading));
                }
            } catch (MalformedDocument e) {
                malformed(e, Call.of(reading.population().get(0)), "");
            }
        }
    }

    private void malformed(MalformedDocument e, Call call, String requestId) {
        gaps = List.of(new Gap(call, Cause.MALFORMED, "", e.getMessage(), requestId));
    }

    Coverage coverage() {
        return new Coverage(reading.key(), asked, gaps, open() ? out.count() : 0, unknownMembers);
    }
}
