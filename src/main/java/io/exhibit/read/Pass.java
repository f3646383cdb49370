package io.exhibit.read;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Provenance;
import io.exhibit.evidence.Sha256;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Want;
import io.exhibit.read.wire.AnswerReader;
import io.exhibit.read.wire.Notes;
import io.exhibit.read.wire.Selection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** One pass over the exchanges of a source: each answer is parsed once, for all of its readings. */
final class Pass {

    private final String run;
    private final AnswerReader reader;
    private final List<ReadingInHand> readings;

    Pass(String run, AnswerReader reader, List<ReadingInHand> readings) {
        this.run = run;
        this.reader = reader;
        this.readings = readings;
    }

    void take(Exchange exchange) {
        if (exchange.outcome() != Exchange.Outcome.ANSWER && exchange.outcome() != Exchange.Outcome.FACT) {
            return;
        }
        String operation = exchange.call().operation();
        Map<String, List<ReadingInHand>> byCarrier = new HashMap<>();
        for (ReadingInHand reading : readings) {
            reading.answered(operation);
            for (Want want : reading.wants(operation)) {
                byCarrier
                        .computeIfAbsent(want.carrier(), c -> new ArrayList<>())
                        .add(reading);
            }
        }
        if (byCarrier.isEmpty()) {
            return;
        }
        Provenance provenance = provenance(exchange);
        if (exchange.outcome() == Exchange.Outcome.FACT) {
            Piece fact = new Piece(exchange.call(), "", "", List.of(), provenance);
            byCarrier.values().stream().flatMap(List::stream).distinct().forEach(reading -> reading.fact(fact));
            return;
        }
        try {
            answer(exchange, byCarrier, provenance);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the answer " + exchange.requestId() + " to " + exchange.call() + " cannot be read", e);
        }
    }

    private void answer(Exchange exchange, Map<String, List<ReadingInHand>> byCarrier, Provenance provenance)
            throws IOException {
        Notes notes = new Notes();
        Call call = exchange.call();
        boolean whole = byCarrier.containsKey("");
        Selection.Elements hand = (carrier, value) -> {
            Piece piece = new Piece(call, carrier, value, gaps(call, notes, exchange.requestId()), provenance);
            byCarrier.getOrDefault(carrier, List.of()).forEach(reading -> reading.take(piece));
        };
        // Who wants the whole answer gets it in one; then there is nothing left to stream.
        Map<String, Object> kept = reader.read(
                call.operation(),
                body(exchange.response()),
                whole ? Selection.WHOLE : new Selection(byCarrier.keySet(), false, hand),
                notes);
        if (whole) {
            hand.take("", kept);
            byCarrier.keySet().stream()
                    .filter(kept::containsKey)
                    .forEach(carrier -> elements(kept.get(carrier)).forEach(value -> hand.take(carrier, value)));
        }
        byCarrier.values().stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(reading -> reading.unknownMembers(notes.unknownMembers()));
    }

    private static List<?> elements(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** A value that did not fit its type is absent from the record; so that nobody takes that for "not set", it is a gap. */
    private static List<Gap> gaps(Call call, Notes notes, String requestId) {
        List<String> misfits = notes.takeMisfits();
        return misfits.isEmpty()
                ? List.of()
                : misfits.stream()
                        .map(what -> new Gap(call, Cause.MALFORMED, "", what, requestId))
                        .toList();
    }

    private Provenance provenance(Exchange exchange) {
        return new Provenance(
                run,
                exchange.call().operation(),
                exchange.requestId(),
                exchange.at(),
                Sha256.hex(exchange.response().body()));
    }

    private static byte[] body(Exchange.Response response) throws IOException {
        if (!"gzip".equalsIgnoreCase(response.headers().get("content-encoding"))) {
            return response.body();
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return in.readAllBytes();
        }
    }
}
