package io.exhibit.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A listing of findings as they come from a large organization, and one of hostile names. */
final class ListingSample {

    static final List<Listing.Column> COLUMNS = List.of(
            new Listing.Column("Test", 16, Listing.Setting.CODE),
            new Listing.Column("What deviates", 62, Listing.Setting.TEXT),
            new Listing.Column("Resource", 40, Listing.Setting.CODE),
            new Listing.Column("Account, region", 27, Listing.Setting.TEXT),
            new Listing.Column("Severity", 13, Listing.Setting.TEXT),
            new Listing.Column("Days open", 12, Listing.Setting.NUMBER));

    private ListingSample() {}

    static Listing findings(int rows) {
        return new Listing(
                "open-findings",
                "Open findings",
                List.of("Every finding of the tests that is open on the last day of the period, gravest first."),
                COLUMNS,
                rows,
                () -> IntStream.range(0, rows).mapToObj(ListingSample::row).iterator());
    }

    static List<String> row(int i) {
        return List.of(
                "VUL-0" + i % 5,
                "CVE-2026-" + (10_000 + i) + " in openssl " + i % 4 + ".1." + i % 17
                        + " has a mend that is not installed",
                "arn:aws:ec2:us-east-1:" + account(i) + ":instance/i-"
                        + String.format(Locale.ROOT, "%017x", i * 7_919L),
                account(i) + " claims-prod, us-east-1",
                i % 3 == 0 ? "critical" : "high",
                String.valueOf(i % 1_200));
    }

    private static String account(int i) {
        return String.valueOf(111_122_223_333L + i % 25);
    }

    static Listing hostile() {
        List<List<String>> rows = new ArrayList<>();
        for (String name : HostileNames.ALL) {
            rows.add(List.of("IAM-01", name, name, name, "high", "7"));
        }
        rows.add(List.of("IAM-02", "word ".repeat(2_000) + "end", "x/".repeat(3_000), "", "high", ""));
        return new Listing(
                "hostile", "A name: \u202e</b>&amp;", List.of("Ελληνικά & <b>日本語</b>"), COLUMNS, rows.size(), rows);
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
