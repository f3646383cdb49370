package io.exhibit.seal;

import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Item;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sealed days: the assessment of a run and its items. A run that is judged again gets a second pair of files; the last one counts. */
final class DayFiles {

    /** The longest period and the year before it: it is judged assertion by assertion, over all these days each time. */
    private static final int REMEMBERED = 800;

    private final Holding holding;
    private final Fixity fixity;
    private final Map<Leaf, SealedDay> days = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Leaf, SealedDay> eldest) {
            return size() > REMEMBERED;
        }
    });

    DayFiles(Holding holding, Fixity fixity) {
        this.holding = holding;
        this.fixity = fixity;
    }

    static String record(int number) {
        return number == 1 ? "assessment.json" : "assessment-" + number + ".json";
    }

    static String items(int number) {
        return number == 1 ? "items.ndjson.zst" : "items-" + number + ".ndjson.zst";
    }

    /** The record that an items' file belongs to. */
    static String recordOf(String items) {
        return items.replace("items", "assessment").replace(".ndjson.zst", ".json");
    }

    /** Lets it be judged and writes the items; the record itself is for the caller to write. */
    static SealedDay write(Disk disk, Store store, Leaf run, int number, Vault.Judge judge) throws IOException {
        try (ItemSpool spool = new ItemSpool(disk, store.scratch(run.id()))) {
            Assessment assessment;
            try {
                assessment = judge.judge(spool::add);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            if (!assessment.run().equals(run.id())) {
                throw new IllegalArgumentException(
                        "the run " + run.id() + " was to be judged, not " + assessment.run());
            }
            return new SealedDay(assessment, run.sha256(), write(store, run.id(), items(number), spool.sorted()));
        }
    }

    /** Lets a day be judged again, and tells where that differs from what is sealed. */
    List<Discrepancy> compare(Disk disk, Path scratch, Leaf leaf, Vault.Judge judge) throws IOException {
        SealedDay day = read(leaf);
        DayComparison comparison = new DayComparison(leaf.file());
        try (ItemSpool spool = new ItemSpool(disk, scratch)) {
            comparison.judgements(day.assessment(), judge.judge(spool::add));
            String file = file(leaf.id(), day.items());
            fixity.check(file, day.items().sha256());
            try (BufferedReader lines = lines(file, 0, day.items().bytes())) {
                comparison.items(lines.lines().map(DayFiles::parse).iterator(), spool.sorted());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return comparison.found();
    }

    private static SealedDay.Items write(Store store, String run, String name, Iterator<SealedDay.Line> lines)
            throws IOException {
        try (Draft file = store.draft(Layout.folder(run) + "/" + name)) {
            List<SealedDay.Section> sections = new ArrayList<>();
            SealedDay.Line line = lines.hasNext() ? lines.next() : null;
            while (line != null) {
                String assertion = line.assertion();
                long offset = file.position();
                long count = 0;
                try (OutputStream frame = new ZstdOutputStream(
                                new Uncloseable(file.out()), RecyclingBufferPool.INSTANCE, 3)
                        .setChecksum(true)) {
                    for (; line != null && line.assertion().equals(assertion); count++) {
                        frame.write(CanonicalJson.line(line));
                        line = lines.hasNext() ? lines.next() : null;
                    }
                }
                sections.add(new SealedDay.Section(assertion, count, offset, file.position() - offset));
            }
            long bytes = file.position();
            return new SealedDay.Items(name, bytes, file.finish(), sections);
        }
    }

    SealedDay read(Leaf leaf) throws IOException {
        SealedDay known = days.get(leaf);
        if (known == null) {
            known = load(leaf);
            days.put(leaf, known);
        }
        return known;
    }

    private SealedDay load(Leaf leaf) throws IOException {
        String name = leaf.file().substring(leaf.file().lastIndexOf('/') + 1);
        return CanonicalJson.read(
                fixity.content(Layout.folder(leaf.id()) + "/" + name, leaf.sha256()), SealedDay.class);
    }

    void items(String run, SealedDay.Items items, String assertion, Consumer<Item> each) throws IOException {
        String file = file(run, items);
        fixity.check(file, items.sha256());
        for (SealedDay.Section section : items.sections()) {
            if (section.assertion().equals(assertion)) {
                items(file, section, each);
            }
        }
    }

    private void items(String file, SealedDay.Section section, Consumer<Item> each) throws IOException {
        try (BufferedReader lines = lines(file, section.offset(), section.length())) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                each.accept(CanonicalJson.parse(text, SealedDay.Line.class).item());
            }
        }
    }

    private BufferedReader lines(String file, long offset, long length) throws IOException {
        return new BufferedReader(new InputStreamReader(
                new ZstdInputStream(
                        new BufferedInputStream(holding.open(file, offset, length), 1 << 16),
                        RecyclingBufferPool.INSTANCE),
                StandardCharsets.UTF_8));
    }

    private static SealedDay.Line parse(String line) {
        try {
            return CanonicalJson.parse(line, SealedDay.Line.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String run, SealedDay.Items items) {
        return Layout.folder(run) + "/" + items.file().substring(items.file().lastIndexOf('/') + 1);
    }
}
