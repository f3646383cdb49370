package io.exhibit.run;

import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import io.exhibit.read.RunEvidence.Exchanges;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The exchanges of a run, those of small parts kept for the next who asks: a source is read as a population and beside the items
 * of others. What has not been asked for longest goes first; a large part is read again, one exchange in memory at a time.
 */
final class SmallParts implements Exchanges {

    /** Of a part as it lies in the vault, in bytes: compressed, so that it unfolds to some ten times as much. */
    private static final long SMALL = 32 << 10;

    private static final long ROOM = 32 << 20;

    private final Exchanges vault;
    private final Set<Asked> small = new HashSet<>();
    private final LinkedHashMap<Asked, List<Exchange>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    private record Asked(Target target, String source) {}

    SmallParts(RunRecord run, Exchanges vault) {
        this.vault = vault;
        for (Unit unit : run.units()) {
            for (Part part : unit.parts()) {
                if (part.length() <= SMALL) {
                    small.add(new Asked(unit.target(), part.source()));
                }
            }
        }
    }

    @Override
    public void each(Target target, String source, Consumer<Exchange> each) throws IOException {
        Asked asked = new Asked(target, source);
        if (!small.contains(asked)) {
            vault.each(target, source, each);
            return;
        }
        List<Exchange> exchanges = kept.get(asked);
        if (exchanges == null) {
            List<Exchange> read = new ArrayList<>();
            vault.each(target, source, read::add);
            exchanges = List.copyOf(read);
            keep(asked, exchanges);
        }
        exchanges.forEach(each);
    }

    private void keep(Asked asked, List<Exchange> exchanges) {
        kept.put(asked, exchanges);
        held += bytes(exchanges);
        Iterator<Map.Entry<Asked, List<Exchange>>> oldest = kept.entrySet().iterator();
        while (held > ROOM && oldest.hasNext()) {
            held -= bytes(oldest.next().getValue());
            oldest.remove();
        }
    }

    private static long bytes(List<Exchange> exchanges) {
        return exchanges.stream()
                .mapToLong(exchange -> 1_000
                        + exchange.request().body().length
                        + (exchange.response() == null ? 0 : exchange.response().body().length))
                .sum();
    }
}
