package io.exhibit.read;

import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Reading;
import io.exhibit.read.derived.Derivations;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the answers that one record is made of without reading what the others say: of ten thousand findings, one page. */
public final class Carriers {

    private Carriers() {}

    /**
     * Which exchanges are enough to read a record.
     *
     * @return empty when all of them are needed. Whoever reads by this and does not find the record has to read all: its key may be
     *     written otherwise in the answer ({@code &amp;}), or be made.
     */
    public static Optional<Predicate<Exchange>> of(Reading reading, String key) {
        // An item without a name is called by its number among all.
        return Derivations.readsByKey(reading) && !key.isEmpty() && !key.startsWith("#")
                ? Optional.of(carrying(key))
                : Optional.empty();
    }

    /** The platform looks for one string of a byte each in another faster than any loop over bytes. */
    private static Predicate<Exchange> carrying(String key) {
        String sought = new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return exchange -> {
            Exchange.Response response = exchange.response();
            return response != null
                    && (response.headers().containsKey("content-encoding")
                            || new String(response.body(), StandardCharsets.ISO_8859_1).contains(sought));
        };
    }
}
