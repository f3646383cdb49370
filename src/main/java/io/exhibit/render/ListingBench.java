package io.exhibit.render;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Measures printing beside PDFBox alone in the same run: a long tagged list, and a report that is only loaded and saved. */
public final class ListingBench {

    static final List<Listing.Column> COLUMNS = List.of(
            new Listing.Column("Test", 16, Listing.Setting.CODE),
            new Listing.Column("What deviates", 62, Listing.Setting.TEXT),
            new Listing.Column("Resource", 40, Listing.Setting.CODE),
            new Listing.Column("Account, region", 27, Listing.Setting.TEXT),
            new Listing.Column("Severity", 13, Listing.Setting.TEXT),
            new Listing.Column("Days open", 12, Listing.Setting.NUMBER));

    private static final int ROUNDS = 2;
    private static final int WARM = 5_000;
    private static final long ACCOUNT = 111_122_223_333L;

    private ListingBench() {}

    /**
     * What was measured; seconds of the faster of two rounds.
     *
     * @param bare the same words in the same fonts, drawn and tagged by PDFBox's own calls
     */
    public record Figures(
            int rows, int volumes, int pages, long bytes, double seconds, int barePages, long bareBytes, double bare) {

        /** How often the time of writing rows without a layout. */
        public double timesBare() {
            return seconds / bare;
        }
    }

    /**
     * A report.
     *
     * @param seconds that PDFBox takes to load it and to save it again
     */
    public record Report(int pages, double seconds) {}

    /** @param folder for the volumes, one at a time */
    public static Figures run(Path folder, int rows) throws IOException {
        Path file = folder.resolve("listing.pdf");
        int warm = Math.min(WARM, rows);
        new BareListing(file).print(row -> row(row), warm);
        print(file, warm);
        double[] best = {Double.MAX_VALUE, Double.MAX_VALUE};
        List<Listing.Volume> volumes = List.of();
        BareListing bare = new BareListing(file);
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            bare = new BareListing(file);
            bare.print(row -> row(row), rows);
            long middle = System.nanoTime();
            volumes = print(file, rows);
            best[0] = Math.min(best[0], (System.nanoTime() - middle) / 1e9);
            best[1] = Math.min(best[1], (middle - begin) / 1e9);
        }
        return new Figures(
                rows,
                volumes.size(),
                volumes.stream().mapToInt(Listing.Volume::pages).sum(),
                volumes.stream().mapToLong(Listing.Volume::bytes).sum(),
                best[0],
                bare.pages(),
                bare.bytes(),
                best[1]);
    }

    /** Loads a report and saves it beside itself. */
    public static Report report(Path pdf) throws IOException {
        long begin = System.nanoTime();
        try (PDDocument document = Loader.loadPDF(pdf.toFile());
                OutputStream out = new BufferedOutputStream(
                        Files.newOutputStream(pdf.resolveSibling(pdf.getFileName() + ".saved")))) {
            document.save(out);
            return new Report(document.getNumberOfPages(), (System.nanoTime() - begin) / 1e9);
        }
    }

    private static List<Listing.Volume> print(Path file, int rows) throws IOException {
        Listing listing = new Listing(
                "open-findings",
                "Open findings",
                List.of("Made up, to be measured."),
                COLUMNS,
                rows,
                () -> IntStream.range(0, rows).mapToObj(ListingBench::row).iterator());
        return new ListingWriter(Templates.shipped()).write(listing, SamplePack.small(), (name, volume) -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                volume.to(out);
            }
        });
    }

    /** A finding as it comes from a large organization. */
    static List<String> row(int i) {
        long account = ACCOUNT + i % 25;
        return List.of(
                "VUL-0" + i % 5,
                "CVE-2026-" + (10_000 + i) + " in openssl " + i % 4 + ".1." + i % 17
                        + " has a mend that is not installed",
                "arn:aws:ec2:us-east-1:" + account + ":instance/i-" + String.format(Locale.ROOT, "%017x", i * 7_919L),
                account + " claims-prod, us-east-1",
                i % 3 == 0 ? "critical" : "high",
                String.valueOf(i % 1_200));
    }
}
