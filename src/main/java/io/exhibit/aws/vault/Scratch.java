package io.exhibit.aws.vault;

import io.exhibit.evidence.Sha256;
import io.exhibit.seal.Slice;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A folder of this machine, for its owner only, that is deleted with the vault's closing: what is on its way to S3, and
 * copies of what came from there. What is read in pieces is so the very file that was digested as a whole.
 */
final class Scratch implements Closeable {

    /** Bytes of copies; beyond them the one goes that was longest not read. */
    private static final long MOST = 2L << 30;

    private final Bucket bucket;
    private final Path temporary;
    private final long most;
    private final Map<String, Path> copies = new LinkedHashMap<>(16, 0.75f, true);

    /** SHA-256 of what was ever here, also of copies that went. */
    private final Map<String, String> digests = new HashMap<>();

    private ScratchFolder folder;
    private int drafts;

    Scratch(Bucket bucket) {
        this(bucket, Path.of(System.getProperty("java.io.tmpdir")), MOST);
    }

    /**
     * @param temporary where the folder is made
     * @param most bytes of copies
     */
    Scratch(Bucket bucket, Path temporary, long most) {
        this.bucket = bucket;
        this.temporary = temporary;
        this.most = most;
    }

    synchronized Path folder() throws IOException {
        if (folder == null) {
            folder = ScratchFolder.in(temporary);
        }
        return folder.path();
    }

    /** A name that no other draft has. */
    synchronized Path draft() throws IOException {
        return folder().resolve("draft-" + drafts++);
    }

    /** Takes a draft that was kept in S3 as the copy of what lies there. */
    synchronized void adopt(Entry entry, Path draft) throws IOException {
        Path copy = path(entry);
        Files.move(draft, copy);
        copies.put(key(entry), copy);
        digests.put(key(entry), entry.sha256());
        evict();
    }

    /**
     * Consecutive bytes of an object; whether they are right is for the caller to say. The copy is opened before another one can take
     * its place.
     */
    synchronized InputStream open(Entry entry, long offset, long length) throws IOException {
        return new Slice(copy(entry), offset, length);
    }

    /** Bytes of an object. */
    synchronized long size(Entry entry) throws IOException {
        return Files.size(copy(entry));
    }

    private Path copy(Entry entry) throws IOException {
        Path known = copies.get(key(entry));
        if (known != null) {
            return known;
        }
        Path copy = path(entry);
        load(entry, copy);
        copies.put(key(entry), copy);
        evict();
        return copy;
    }

    synchronized boolean hasCopy(Entry entry) {
        return copies.containsKey(key(entry));
    }

    /** Bytes that were taken away and are fetched again are those that were digested before, or nobody gets them. */
    private void load(Entry entry, Path copy) throws IOException {
        String[] digest = new String[1];
        if (!bucket.whole(
                entry.name(), entry.version(), (head, in) -> digest[0] = write(copy, in, head.contentLength()))) {
            throw new NoSuchFileException(entry.name());
        }
        String before = digests.putIfAbsent(key(entry), digest[0]);
        if (before != null && !before.equals(digest[0])) {
            Files.delete(copy);
            throw new IOException(entry.name() + " changed while it was read: it had SHA-256 " + before
                    + ", and has now " + digest[0]);
        }
    }

    private static String write(Path copy, InputStream in, long length) throws IOException {
        MessageDigest digest = Sha256.streaming();
        try (OutputStream out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[1 << 16];
            long written = 0;
            for (int n = Cut.read(in, buffer); n >= 0; n = Cut.read(in, buffer)) {
                out.write(buffer, 0, n);
                digest.update(buffer, 0, n);
                written += n;
            }
            if (written != length) {
                throw new Cut(written + " of " + length + " bytes came", null);
            }
        }
        return Sha256.hex(digest);
    }

    /** Whoever reads a file that is deleted here reads on; the system keeps it for him. */
    private void evict() throws IOException {
        long bytes = 0;
        for (Path copy : copies.values()) {
            bytes += Files.size(copy);
        }
        Iterator<Path> eldest = copies.values().iterator();
        while (bytes > most && copies.size() > 1) {
            Path copy = eldest.next();
            bytes -= Files.size(copy);
            Files.delete(copy);
            eldest.remove();
        }
    }

    private Path path(Entry entry) throws IOException {
        return folder().resolve(Sha256.hex(key(entry).getBytes(StandardCharsets.UTF_8)));
    }

    private static String key(Entry entry) {
        return entry.name() + "\n" + entry.version();
    }

    @Override
    public synchronized void close() throws IOException {
        if (folder != null) {
            folder.close();
            folder = null;
            copies.clear();
        }
    }
}
