package io.exhibit.seal;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import io.exhibit.assessment.Item;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/** Sorts any number of items in the memory of some 50,000: sorted chunks in temporary files, merged in one pass. */
final class ItemSpool implements Closeable {

    private static final int CHUNK = 50_000;

    private final Disk disk;
    private final Path folder;
    private final List<SealedDay.Line> chunk = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final List<Closeable> open = new ArrayList<>();

    ItemSpool(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    synchronized void add(String assertion, Item item) {
        chunk.add(new SealedDay.Line(assertion, item));
        if (chunk.size() == CHUNK) {
            try {
                spill();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void spill() throws IOException {
        Collections.sort(chunk);
        Path file = Disk.temporary(folder.resolve("items-" + files.size()));
        files.add(file);
        try (OutputStream out = new ZstdOutputStream(Channels.newOutputStream(disk.create(file)), 1)) {
            for (SealedDay.Line line : chunk) {
                out.write(CanonicalJson.line(line));
            }
        }
        chunk.clear();
    }

    /** All of them, in order; two of the same assertion, target and key stay in the order in which they came. */
    synchronized Iterator<SealedDay.Line> sorted() throws IOException {
        List<Iterator<SealedDay.Line>> runs = new ArrayList<>();
        for (Path file : files) {
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new ZstdInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
            open.add(lines);
            runs.add(lines.lines().map(ItemSpool::parse).iterator());
        }
        Collections.sort(chunk);
        runs.add(chunk.iterator());
        return new Merge(runs);
    }

    private static SealedDay.Line parse(String line) {
        try {
            return CanonicalJson.parse(line, SealedDay.Line.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Closeable reader : open) {
            reader.close();
        }
        for (Path file : files) {
            disk.delete(file);
        }
    }

    private static final class Merge implements Iterator<SealedDay.Line> {

        private record Head(SealedDay.Line line, int run) implements Comparable<Head> {
            @Override
            public int compareTo(Head other) {
                int order = line.compareTo(other.line);
                return order != 0 ? order : Integer.compare(run, other.run);
            }
        }

        private final List<Iterator<SealedDay.Line>> runs;
        private final PriorityQueue<Head> heads = new PriorityQueue<>();

        Merge(List<Iterator<SealedDay.Line>> runs) {
            this.runs = runs;
            for (int i = 0; i < runs.size(); i++) {
                advance(i);
            }
        }

        private void advance(int run) {
            if (runs.get(run).hasNext()) {
                heads.add(new Head(runs.get(run).next(), run));
            }
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public SealedDay.Line next() {
            Head head = heads.remove();
            advance(head.run());
            return head.line();
        }
    }
}
