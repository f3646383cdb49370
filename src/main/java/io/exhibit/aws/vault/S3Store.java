package io.exhibit.aws.vault;

import io.exhibit.evidence.Sha256;
import io.exhibit.seal.Beside;
import io.exhibit.seal.Draft;
import io.exhibit.seal.Retained;
import io.exhibit.seal.Store;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** A vault's bytes in a bucket. Sealed objects are read by the version that their leaf's list has. */
final class S3Store implements Store {

    private final S3Place place;
    private final Bucket bucket;
    private final Objects objects;
    private final ObjectLog log;
    private final Scratch scratch;
    private final SmallObjects small;
    private final Map<String, Entry> pending = new ConcurrentHashMap<>();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private WriterLock lock;
    private Closeable after = () -> {};

    S3Store(S3Place place, Bucket bucket, Objects objects) {
        this.place = place;
        this.bucket = bucket;
        this.objects = objects;
        this.log = new ObjectLog(place, bucket, objects, ObjectLog.BUNDLE);
        this.scratch = new Scratch(bucket);
        this.small = new SmallObjects(bucket);
    }

    /** From now on closing lets the next writer in. */
    void locked(WriterLock taken) {
        lock = taken;
    }

    Bucket bucket() {
        return bucket;
    }

    ObjectLog log() {
        return log;
    }

    boolean isVersioned() {
        return objects.isVersioned();
    }

    @Override
    public String place() {
        return place.toString();
    }

    @Override
    public boolean holds(String run) {
        return begun.contains(run);
    }

    @Override
    public void prepare(String run) {
        begun.add(run);
    }

    @Override
    public void settle(String run) {
        // S3 is strongly consistent: what was answered is there.
    }

    /** Nothing is deleted, because what is locked cannot be: it is noted as no part of the evidence. */
    @Override
    public void giveUp(String run) throws IOException {
        setAside(run);
        pending.keySet().removeIf(name -> name.startsWith("runs/" + run + "/"));
        begun.remove(run);
    }

    /** Notes what lies there of a run that no leaf is of. Returns whether there was something new to note. */
    boolean setAside(String run) throws IOException {
        List<String> names = bucket.list("runs/" + run + "/");
        byte[] note = (String.join("\n", names) + "\n").getBytes(StandardCharsets.UTF_8);
        if (names.isEmpty()
                || java.util.Arrays.equals(note, small.read("aside/" + run).orElse(null))) {
            return false;
        }
        objects.note("aside/" + run, note);
        small.put("aside/" + run, note);
        return true;
    }

    Beside beside() {
        return new IssuesInBucket(bucket, objects, SmallObjects.LARGEST);
    }

    @Override
    public Draft draft(String name) throws IOException {
        return new S3Draft(scratch.draft(), (file, bytes, sha256) -> {
            Entry entry = new Entry(
                    name, bytes, sha256, objects.keep(name, file, bytes, sha256).version());
            pending.put(name, entry);
            scratch.adopt(entry, file);
        });
    }

    @Override
    public void put(String name, byte[] content) throws IOException {
        if (ObjectLog.folder(name).isEmpty()) {
            objects.take(name, content, Condition.ABSENT, Map.of());
            small.put(name, content);
        } else {
            Kept kept = objects.keep(name, content);
            pending.put(name, new Entry(name, content.length, Sha256.hex(content), kept.version()));
        }
    }

    @Override
    public String edition(String name) {
        return pending.get(name).version();
    }

    @Override
    public void adopt(String name, long bytes, String sha256, String edition) {
        pending.put(name, new Entry(name, bytes, sha256, edition));
    }

    @Override
    public void append(byte[] leaf) throws IOException {
        String text = new String(leaf, StandardCharsets.UTF_8);
        Map<String, Entry> sealed = new TreeMap<>();
        pending.forEach((name, entry) -> {
            // Canonical JSON: the name of a file stands in it with its quotes, and names hold nothing that is escaped.
            if (text.contains("\"file\":\"" + ObjectLog.folder(name))) {
                sealed.put(name, entry);
            }
        });
        log.append(leaf, sealed);
        pending.keySet().removeAll(sealed.keySet());
    }

    @Override
    public void checkpoint(byte[] note) throws IOException {
        log.checkpoint(note);
    }

    @Override
    public Retained retained(String run) throws IOException {
        long objects = 0;
        long locked = 0;
        String mode = "";
        Optional<Instant> until = Optional.empty();
        for (Entry entry : log.neededBy(run)) {
            Optional<Kept> kept = bucket.head(entry.name(), entry.version());
            objects++;
            if (kept.isPresent() && kept.get().until().isPresent()) {
                Instant end = kept.get().until().get();
                locked++;
                // Governance can be lifted, so it is what the whole run has when one object has it.
                mode = mode.equals("GOVERNANCE") ? mode : kept.get().mode();
                until = until.filter(end::isAfter).or(() -> Optional.of(end));
            }
        }
        return new Retained(objects, locked, mode, until);
    }

    @Override
    public void retain(String run, Instant until) throws IOException {
        for (Entry entry : log.neededBy(run)) {
            objects.retain(entry, until);
        }
        for (Entry entry : log.ofNoRun()) {
            objects.retain(entry, until);
        }
    }

    @Override
    public Path scratch(String run) throws IOException {
        return scratch.folder();
    }

    @Override
    public boolean has(String name) throws IOException {
        if (ObjectLog.folder(name).isEmpty()) {
            return known(name).isPresent();
        }
        Optional<Entry> entry = entry(name);
        return entry.isPresent()
                && (scratch.hasCopy(entry.get())
                        || bucket.head(name, entry.get().version()).isPresent());
    }

    @Override
    public long size(String name) throws IOException {
        return ObjectLog.folder(name).isEmpty() ? plain(name).length : scratch.size(known(name, entry(name)));
    }

    @Override
    public String digest(String name) throws IOException {
        if (ObjectLog.folder(name).isEmpty()) {
            return Sha256.hex(plain(name));
        }
        MessageDigest digest = Sha256.streaming();
        try (InputStream in = open(name, 0, size(name))) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return Sha256.hex(digest);
    }

    @Override
    public InputStream open(String name, long offset, long length) throws IOException {
        if (ObjectLog.folder(name).isEmpty()) {
            byte[] content = plain(name);
            int from = (int) Math.min(offset, content.length);
            return new ByteArrayInputStream(content, from, (int) Math.min(length, content.length - from));
        }
        return scratch.open(known(name, entry(name)), offset, length);
    }

    @Override
    public byte[] content(String name, long most) throws IOException {
        return ObjectLog.folder(name).isEmpty() ? plain(name) : Store.super.content(name, most);
    }

    private byte[] plain(String name) throws IOException {
        return known(name, known(name));
    }

    /** Objects that are the newest of their names, less what was noted as no part of the evidence. */
    @Override
    public Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>(bucket.list("runs/"));
        for (String note : bucket.list("aside/")) {
            for (String name : new String(small.read(note).orElse(new byte[0]), StandardCharsets.UTF_8).split("\n")) {
                if (entry(name).isEmpty()) {
                    names.remove(name);
                }
            }
        }
        return names;
    }

    private Optional<Entry> entry(String name) throws IOException {
        Entry written = pending.get(name);
        return written == null ? log.sealed(name) : Optional.of(written);
    }

    private static <T> T known(String name, Optional<T> found) throws NoSuchFileException {
        return found.orElseThrow(() -> new NoSuchFileException(name));
    }

    private Optional<byte[]> known(String name) throws IOException {
        return switch (name) {
            case "checkpoint" -> log.checkpoint();
            case "log/leaves" -> Optional.of(log.leaves()).filter(leaves -> leaves.length > 0);
            default -> small.read(name);
        };
    }

    /** What is given back when the store is closed, after its lock. */
    void afterwards(Closeable turn) {
        after = turn;
    }

    @Override
    public void close() throws IOException {
        try (bucket;
                scratch) {
            if (lock != null) {
                lock.close();
            }
        } finally {
            after.close();
        }
    }
}
