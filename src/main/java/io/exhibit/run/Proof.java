package io.exhibit.run;

import io.exhibit.control.Assertion;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Sha256;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.read.Carriers;
import io.exhibit.read.RunEvidence;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an item of a population rests on: the record that was judged, the very exchange with AWS that carries it, and where its bytes
 * lie.
 *
 * @param record as it is read from the raw answers now
 * @param exchange whose answer carries the record; empty when it is made of several and names none
 * @param file of the vault in which the answers of the source lie
 * @param part of that file
 */
public record Proof(Record record, Optional<Exchange> exchange, String file, Part part) {

    /**
     * Reads it out of the vault: of the answers of one source of one account and region those that carry it, where that is known, and
     * all of them otherwise.
     *
     * @return empty when nothing that AWS answered carries it: an entry of a register, or what a run says of itself
     */
    public static Optional<Proof> of(
            Vault vault, Catalog catalog, RunRecord run, Assertion test, Target target, String key) throws IOException {
        Optional<Source> source = catalog.source(test.source());
        Optional<Unit> unit = run.units().stream()
                .filter(each -> each.target().equals(target))
                .findFirst();
        Optional<Part> part = source.flatMap(of -> unit.stream()
                .flatMap(each -> each.parts().stream())
                .filter(each -> each.source().equals(of.key()) && each.length() > 0)
                .findFirst());
        if (part.isEmpty()) {
            return Optional.empty();
        }
        Optional<Carried> carried = Optional.empty();
        Optional<Predicate<Exchange>> enough = Carriers.of(catalog.reading(test.source()), key);
        if (enough.isPresent()) {
            carried = carried(vault, catalog, run, test, target, key, enough.get());
        }
        if (carried.isEmpty()) {
            carried = carried(vault, catalog, run, test, target, key, exchange -> true);
        }
        if (carried.isEmpty()) {
            return Optional.empty();
        }
        Record record = carried.get().record();
        Optional<Exchange> by = carried.get().exchange();
        return Optional.of(new Proof(
                record,
                by.isPresent() ? by : exchange(vault, run, record, source.get().key()),
                "runs/" + run.id() + "/" + unit.get().file(),
                part.get()));
    }

    /** @param exchange that was being read when the record was told, if that carries it */
    private record Carried(Record record, Optional<Exchange> exchange) {}

    /** @param enough which exchanges are read */
    private static Optional<Carried> carried(
            Vault vault,
            Catalog catalog,
            RunRecord run,
            Assertion test,
            Target target,
            String key,
            Predicate<Exchange> enough) {
        List<Carried> found = new ArrayList<>(1);
        Exchange[] read = new Exchange[1];
        new RunEvidence(
                        run,
                        catalog,
                        (where, asked, each) -> vault.exchanges(run, where, asked, exchange -> {
                            if (enough.test(exchange)) {
                                read[0] = exchange;
                                each.accept(exchange);
                            }
                        }))
                .read(target, List.of(test.source()), record -> {
                    if (found.isEmpty() && record.key().equals(key)) {
                        found.add(new Carried(
                                record, Optional.ofNullable(read[0]).filter(exchange -> carries(exchange, record))));
                    }
                });
        return found.stream().findFirst();
    }

    /** A record that is made of several answers is told after the last of them. */
    private static Optional<Exchange> exchange(Vault vault, RunRecord run, Record record, String source)
            throws IOException {
        List<Exchange> found = new ArrayList<>(1);
        vault.exchanges(run, record.target(), source, exchange -> {
            if (found.isEmpty() && carries(exchange, record)) {
                found.add(exchange);
            }
        });
        return found.stream().findFirst();
    }

    private static boolean carries(Exchange exchange, Record record) {
        return exchange.response() != null
                && exchange.requestId().equals(record.provenance().requestId())
                && Sha256.hex(exchange.response().body())
                        .equals(record.provenance().payloadDigest());
    }
}
