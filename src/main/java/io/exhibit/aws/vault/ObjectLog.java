package io.exhibit.aws.vault;

import io.exhibit.aws.vault.LogText.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The log as objects. S3 appends nothing, so each leaf has an object of its own, {@code log/leaves/N} after N leaves, that repeats
 * the lines since the last multiple of 256. The checkpoint names the version of the newest in its metadata, each names that of
 * the last full one before it, and each line that of the list of objects which its leaf seals: nothing but the checkpoint is
 * read as the newest of its name.
 */
final class ObjectLog {

    static final int BUNDLE = 256;

    /** User metadata of the checkpoint: the version of the newest object of leaves. */
    private static final String LEAVES = "exhibit-leaves";

    /** Bytes of the checkpoint. */
    private static final int LONGEST = 1 << 16;

    private final Bucket bucket;
    private final LogText text;
    private final Objects objects;
    private final int bundle;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Integer, Map<String, Entry>> lists = new TreeMap<>();
    private byte[] note;
    private String etag = "";
    private String newest = "";
    /** Version of the last full bundle before the newest one. */
    private String before = "";

    private final List<Line> next = new ArrayList<>();
    private String nextVersion = "";
    private boolean loaded;

    /** @param bundle how many lines an object has at most */
    ObjectLog(S3Place place, Bucket bucket, Objects objects, int bundle) {
        this.bundle = bundle;
        this.bucket = bucket;
        this.text = new LogText(place, bucket);
        this.objects = objects;
    }

    /** The checkpoint as it was when it was first asked for, or as we replaced it since. */
    synchronized Optional<byte[]> checkpoint() throws IOException {
        if (note == null) {
            bucket.small("checkpoint", "", LONGEST).ifPresent(found -> {
                note = found.content();
                etag = found.etag();
                newest = found.metadata().getOrDefault(LEAVES, "");
            });
        }
        return Optional.ofNullable(note);
    }

    /** How many leaves the checkpoint covers; none without one. */
    synchronized int covers() throws IOException {
        return checkpoint().isEmpty() ? 0 : size();
    }

    /** All lines that the checkpoint covers, each with its LF. */
    synchronized byte[] leaves() throws IOException {
        load();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Line line : lines) {
            all.writeBytes((line.leaf() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return all.toByteArray();
    }

    /** The object that a name stands for, by the leaves that seal something of its run; the newest leaf that has it counts. */
    synchronized Optional<Entry> sealed(String name) throws IOException {
        load();
        String folder = folder(name);
        Entry found = null;
        for (int n = 0; n < lines.size(); n++) {
            if (!folder.isEmpty()
                    && lines.get(n).objects() != null
                    && lines.get(n).leaf().contains("\"" + folder)) {
                found = list(n).getOrDefault(name, found);
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * Every object without which a run cannot be read: what its leaves seal, the lists that say in which version, and the leaves
     * themselves.
     */
    synchronized Collection<Entry> neededBy(String run) throws IOException {
        load();
        List<Entry> all = new ArrayList<>(ofRun(run));
        for (int n = 0; n < lines.size(); n++) {
            if (isOf(n, run)) {
                all.add(new Entry(name("objects", n + 1), 0, "", lines.get(n).objects()));
            }
        }
        String version = newest;
        for (int number = lines.size(); number > 0; number = (number - 1) / bundle * bundle) {
            all.add(new Entry(name("leaves", number), 0, "", version));
            version = text.bundle(name("leaves", number), version, new ArrayList<>());
        }
        return all;
    }

    private boolean isOf(int n, String run) {
        return lines.get(n).objects() != null && lines.get(n).leaf().contains("\"runs/" + run + "/");
    }

    /** Every object that the leaves of a run seal. */
    private Collection<Entry> ofRun(String run) throws IOException {
        Map<String, Entry> all = new LinkedHashMap<>();
        for (int n = 0; n < lines.size(); n++) {
            if (isOf(n, run)) {
                all.putAll(list(n));
            }
        }
        return all.values();
    }

    /** Books, approvals, changes of the key and what else is sealed once and needed by every run after it, with the lists of these. */
    synchronized Collection<Entry> ofNoRun() throws IOException {
        load();
        List<Entry> all = new ArrayList<>();
        for (int n = 0; n < lines.size(); n++) {
            if (lines.get(n).objects() != null && !lines.get(n).leaf().contains("\"runs/")) {
                all.addAll(list(n).values());
                all.add(new Entry(name("objects", n + 1), 0, "", lines.get(n).objects()));
            }
        }
        return all;
    }

    /** Adds a leaf with what it seals; it counts with the next checkpoint. */
    synchronized void append(byte[] leaf, Map<String, Entry> sealed) throws IOException {
        load();
        // In a bucket without versions a writer who was passed over would put his lines in the place of sealed ones.
        if (!bucket.head("checkpoint", "").map(Kept::etag).orElse("").equals(etag)) {
            throw bucket.conflict("checkpoint");
        }
        int number = lines.size() + next.size() + 1;
        String list = sealed.isEmpty()
                ? null
                : objects.keep(name("objects", number), LogText.of(sealed)).version();
        Line line = new Line(new String(leaf, 0, leaf.length - 1, StandardCharsets.UTF_8), list);
        List<Line> log = new ArrayList<>(lines);
        log.addAll(next);
        log.add(line);
        List<Line> all = log.subList((number - 1) / bundle * bundle, number);
        // A bundle of its own begins after a full one, which then is the newest.
        String earlier = all.size() == 1 ? newestOf(number - 1) : before;
        nextVersion =
                objects.keep(name("leaves", number), LogText.of(all, earlier)).version();
        next.add(line);
        before = earlier;
        if (!sealed.isEmpty()) {
            lists.put(number - 1, Map.copyOf(sealed));
        }
    }

    /** Version of the leaves that the next ones go on from: of those that a checkpoint covers, or of those put just now. */
    private String newestOf(int number) {
        return number == lines.size() ? newest : nextVersion;
    }

    /** Replaces the checkpoint that was read, or puts the first one. */
    synchronized void checkpoint(byte[] signed) throws IOException {
        Condition condition = checkpoint().isEmpty() ? Condition.ABSENT : Condition.matches(etag);
        Kept kept = objects.take("checkpoint", signed, condition, Map.of(LEAVES, nextVersion));
        note = signed;
        etag = kept.etag();
        newest = nextVersion;
        lines.addAll(next);
        next.clear();
        loaded = true;
    }

    private void load() throws IOException {
        if (loaded || checkpoint().isEmpty()) {
            return;
        }
        String version = newest;
        String earlier = "";
        List<Line> read = new ArrayList<>();
        for (int number = size(); number > 0; number = (number - 1) / bundle * bundle) {
            List<Line> some = new ArrayList<>();
            String previous = text.bundle(name("leaves", number), version, some);
            earlier = number == size() ? previous : earlier;
            read.addAll(0, some);
            version = previous;
        }
        lines.addAll(read);
        before = earlier;
        loaded = true;
    }

    /** How many leaves the second line of the checkpoint says; 0 when that is none, which whoever reads it will say. */
    private int size() {
        String[] said = new String(note, StandardCharsets.UTF_8).split("\n", 3);
        return said.length > 1 && said[1].matches("[0-9]{1,9}") ? Integer.parseInt(said[1]) : 0;
    }

    private Map<String, Entry> list(int n) throws IOException {
        if (!lists.containsKey(n)) {
            lists.put(n, text.list(name("objects", n + 1), lines.get(n).objects()));
        }
        return lists.get(n);
    }

    private static String name(String kind, int number) {
        String digits = Integer.toString(number);
        return "log/" + kind + "/" + "0".repeat(Math.max(0, 8 - digits.length())) + digits;
    }

    /** {@code runs/ID/} of the name of a run's file, the whole name of a file that a leaf of its own seals, or "" of what no leaf seals. */
    static String folder(String name) {
        if (name.matches("(rotations|books|approvals|channels|receipts|visits)/.*")) {
            return name;
        }
        int slash = name.startsWith("runs/") ? name.indexOf('/', 5) : -1;
        return slash < 0 ? "" : name.substring(0, slash + 1);
    }
}
