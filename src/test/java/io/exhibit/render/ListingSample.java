package io.exhibit.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A listing of findings as they come from a large organization, and one of hostile names. */
final class ListingSample {

    private ListingSample() {}

    static Listing findings(int rows) {
        return new Listing(
                "open-findings",
                "Open findings",
                List.of("Every finding of the tests that is open on the last day of the period, gravest first."),
                ListingBench.COLUMNS,
                rows,
                () -> IntStream.range(0, rows).mapToObj(ListingBench::row).iterator());
    }

    static Listing hostile() {
        List<List<String>> rows = new ArrayList<>();
        for (String name : HostileNames.ALL) {
            rows.add(List.of("IAM-01", name, name, name, "high", "7"));
        }
        rows.add(List.of("IAM-02", "word ".repeat(2_000) + "end", "x/".repeat(3_000), "", "high", ""));
        return new Listing(
                "hostile",
                "A name: \u202e</b>&amp;",
                List.of("Ελληνικά & <b>日本語</b>"),
                ListingBench.COLUMNS,
                rows.size(),
                rows);
    }

    /** The volumes by name. */
    static Map<String, byte[]> print(Listing listing) {
        return print(listing, Templates.shipped());
    }

    static Map<String, byte[]> print(Listing listing, Templates templates) {
        Map<String, ByteArrayOutputStream> files = new TreeMap<>();
        try {
            new ListingWriter(templates)
                    .write(
                            listing,
                            SamplePack.small(),
                            (name, volume) -> volume.to(files.computeIfAbsent(name, n -> new ByteArrayOutputStream())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((name, file) -> bytes.put(name, file.toByteArray()));
        return bytes;
    }
}
