package io.exhibit.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.evidence.Catalog;
import io.exhibit.read.wire.AnswerReader;
import io.exhibit.read.wire.Notes;
import io.exhibit.read.wire.Selection;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Measures reading against the bare limits of the same bytes in the same run: Jackson's tokens, and its untyped maps. */
public final class ReadBench {

    private static final int PAGES = 8;

    private final ObjectMapper maps = new ObjectMapper();
    private final JsonFactory tokens = new JsonFactory();
    private final AnswerReader reader;
    private final List<byte[]> pages =
            IntStream.range(0, PAGES).mapToObj(FindingsPage::of).toList();
    private long seen;

    /**
     * Medians of the rounds; speeds in 10^6 bytes a second.
     *
     * @param findingsPerSecond items read from bytes to typed records
     * @param ofMaps median over the rounds of reading's speed by that of Jackson's untyped maps
     */
    public record Figures(
            int bytesPerFinding, double tokens, double maps, double reading, double findingsPerSecond, double ofMaps) {}

    /** One way through a page. */
    @FunctionalInterface
    private interface Way {
        long through(byte[] page) throws IOException;
    }

    private ReadBench(Catalog catalog) {
        this.reader = new AnswerReader(catalog);
    }

    /**
     * Goes through pages of 100 Inspector findings in all three ways, round after round.
     *
     * @param rounds to count; two more come before, to warm up
     * @param repeats how often every page is gone through in a round
     */
    public static Figures run(Catalog catalog, int rounds, int repeats) throws IOException {
        ReadBench bench = new ReadBench(catalog);
        double[] tokens = new double[rounds];
        double[] maps = new double[rounds];
        double[] reading = new double[rounds];
        double[] ratio = new double[rounds];
        for (int round = -2; round < rounds; round++) {
            int at = Math.max(round, 0);
            tokens[at] = bench.speed(bench::tokens, repeats);
            maps[at] = bench.speed(bench::maps, repeats);
            reading[at] = bench.speed(bench::read, repeats);
            ratio[at] = reading[at] / maps[at];
        }
        int bytes = bench.pages.get(0).length / FindingsPage.FINDINGS;
        double speed = median(reading);
        return new Figures(bytes, median(tokens), median(maps), speed, speed * 1e6 / bytes, median(ratio));
    }

    private double speed(Way way, int repeats) throws IOException {
        long bytes = 0;
        long start = System.nanoTime();
        for (int i = 0; i < repeats; i++) {
            for (byte[] page : pages) {
                seen += way.through(page);
                bytes += page.length;
            }
        }
        return bytes * 1e3 / (System.nanoTime() - start);
    }

    private long tokens(byte[] page) throws IOException {
        long count = 0;
        try (JsonParser parser = tokens.createParser(page)) {
            while (parser.nextToken() != null) {
                count++;
            }
        }
        return count;
    }

    private long maps(byte[] page) throws IOException {
        return maps.readValue(page, Map.class).size();
    }

    private long read(byte[] page) throws IOException {
        long[] items = {0};
        Selection each = new Selection(Set.of("findings"), false, (carrier, finding) -> items[0]++);
        reader.read("inspector2:ListFindings", page, each, new Notes());
        return items[0];
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
