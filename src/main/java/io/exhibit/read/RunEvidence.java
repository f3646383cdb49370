package io.exhibit.read;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Evidence;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.read.wire.AnswerReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sealed run as records, read from its raw exchanges in one pass for each source and target. Readings without details
 * stream; those with details, and those made from documents, are held until the last exchange of the source.
 */
public final class RunEvidence implements Evidence {

    private final RunRecord run;
    private final Catalog catalog;
    private final Exchanges exchanges;
    private final AnswerReader reader;
    private final Map<Target, Map<String, RunRecord.Part>> parts = new HashMap<>();

    /** Opens what a vault holds of one source at one target, in the order in which it was exchanged. */
    @FunctionalInterface
    public interface Exchanges {
        void each(Target target, String source, Consumer<Exchange> each) throws IOException;
    }

    public RunEvidence(RunRecord run, Catalog catalog, Exchanges exchanges) {
        this(run, catalog, new AnswerReader(catalog), exchanges);
    }

    /** For whoever reads many runs: what is made of the catalog is made once. */
    public static BiFunction<RunRecord, Exchanges, RunEvidence> by(Catalog catalog) {
        AnswerReader reader = new AnswerReader(catalog);
        return (run, exchanges) -> new RunEvidence(run, catalog, reader, exchanges);
    }

    private RunEvidence(RunRecord run, Catalog catalog, AnswerReader reader, Exchanges exchanges) {
        this.run = run;
        this.catalog = catalog;
        this.exchanges = exchanges;
        this.reader = reader;
        for (RunRecord.Unit unit : run.units()) {
            Map<String, RunRecord.Part> bySource = parts.computeIfAbsent(unit.target(), target -> new HashMap<>());
            unit.parts().forEach(part -> bySource.put(part.source(), part));
        }
    }

    @Override
    public RunRecord run() {
        return run;
    }

    @Override
    public List<Coverage> read(Target target, List<String> readings, Consumer<Record> each) {
        if (readings.isEmpty()) {
            return List.of();
        }
        Source source = catalog.sourceOf(readings.get(0));
        RunRecord.Part part = parts.getOrDefault(target, Map.of()).get(source.key());
        boolean asked = part != null && (part.calls() > 0 || !part.gaps().isEmpty());
        List<ReadingInHand> all = new ArrayList<>();
        for (String key : readings) {
            Reading reading = reading(source, key);
            all.add(new ReadingInHand(reading, asked, asked ? populationGaps(source, reading, part) : List.of()));
        }
        List<ReadingInHand> open = all.stream().filter(ReadingInHand::open).toList();
        if (!open.isEmpty()) {
            for (ReadingInHand one : open) {
                one.begin(target, detailGaps(one.reading(), part), vanished(source, one.reading(), part), each);
            }
            pass(target, source, open);
        }
        return all.stream().map(ReadingInHand::coverage).toList();
    }

    private void pass(Target target, Source source, List<ReadingInHand> open) {
        Pass pass = new Pass(run.id(), reader, open);
        try {
            exchanges.each(target, source.key(), pass::take);
        } catch (IOException e) {
            throw new UncheckedIOException("the evidence of " + source.key() + " at " + target + " cannot be read", e);
        }
        open.forEach(ReadingInHand::end);
    }

    private static Reading reading(Source source, String key) {
        return source.readings().stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " is no reading of " + source.key()));
    }

    /**
     * A call that the source does not declare (the role could not be assumed, say) takes everything with it. So does one that
     * the population is made by, where the item that it was about had vanished: what else it would have told is not known.
     */
    private static List<Gap> populationGaps(Source source, Reading reading, RunRecord.Part part) {
        Set<String> declared = source.operations().stream().map(Operation::name).collect(Collectors.toSet());
        Stream<Gap> vanished = part.facts().stream().filter(Fact::vanished).map(RunEvidence::vanished);
        return Stream.concat(part.gaps().stream(), vanished)
                .filter(g -> reading.population().contains(g.call().operation())
                        || !declared.contains(g.call().operation()))
                .toList();
    }

    private static Gap vanished(Fact fact) {
        return new Gap(fact.call(), Cause.FAILED, fact.code(), "the item was gone when it was asked about", "");
    }

    private static List<Gap> detailGaps(Reading reading, RunRecord.Part part) {
        return part.gaps().stream()
                .filter(g -> reading.details().contains(g.call().operation()))
                .toList();
    }

    /** Items that were listed and gone when they were asked about: they belong to no population any more. */
    private static Vanished vanished(Source source, Reading reading, RunRecord.Part part) {
        Set<String> keys = part.facts().stream()
                .filter(fact -> fact.vanished()
                        && reading.details().contains(fact.call().operation()))
                .map(fact -> fact.call().subject())
                .collect(Collectors.toSet());
        String listed = source.operation(reading.population().get(0)).key();
        return new Vanished(listed.isEmpty() ? reading.keyMember() : listed, keys);
    }

    /** What stands when nothing of a population was ever asked, and nobody says why: not an empty population. */
    static Gap notAsked(Reading reading) {
        return new Gap(
                Call.of(reading.population().get(0)),
                Cause.NOT_ASKED,
                "",
                "the run holds no answer that says who belongs to the population",
                "");
    }
}
