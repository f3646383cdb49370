package io.exhibit.aws.vault;

import io.exhibit.evidence.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of this machine, for its owner only, that is deleted with the vault's closing: what is on its way to S3, and
 * copies of what came from there. What is read in pieces is so the very file that was digested as a whole.
 */
final class Scratch implements Closeable {

    /** Bytes of copies; beyond them the one goes that was longest not read. */
    private static final long MOST = 2L << 30;

    private static final int ATTEMPTS = 3;

    private final Bucket bucket;
    private final Map<String, Path> copies = new LinkedHashMap<>(16, 0.75f, true);
    private Path folder;
    private int drafts;

    Scratch(Bucket bucket) {
        this.bucket = bucket;
    }

    /** The folder; the temporary folders of the JDK have mode 0700. */
    synchronized Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("exhibit-s3-");
        }
        return folder;
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
        evict();
    }

    /** The copy of an object; whether its bytes are right is for the caller to say. */
    synchronized Path copy(Entry entry) throws IOException {
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

    private void load(Entry entry, Path copy) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                if (!bucket.get(entry.name(), entry.version(), (head, in) -> write(copy, in, head.contentLength()))) {
                    throw new NoSuchFileException(entry.name());
                }
                return;
            } catch (Cut e) {
                if (attempt == ATTEMPTS) {
                    throw new IOException(entry.name() + " could not be read to its end: " + e.getMessage(), e);
                }
            }
        }
    }

    /** A body that broke off. */
    private static final class Cut extends IOException {
        private static final long serialVersionUID = 1L;

        Cut(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private static void write(Path copy, InputStream in, long length) throws IOException {
        try (OutputStream out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[1 << 16];
            long written = 0;
            for (int n = read(in, buffer); n >= 0; n = read(in, buffer)) {
                out.write(buffer, 0, n);
                written += n;
            }
            if (written != length) {
                throw new Cut(written + " of " + length + " bytes came", null);
            }
        }
    }

    /** A full disk of ours is not a body of theirs that broke off, so the two are told apart here. */
    private static int read(InputStream in, byte[] buffer) throws Cut {
        try {
            return in.read(buffer);
        } catch (IOException | RuntimeException e) {
            throw new Cut(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whoever reads a file that is deleted here reads on; the system keeps it for him. */
    private void evict() throws IOException {
        long bytes = 0;
        for (Path copy : copies.values()) {
            bytes += Files.size(copy);
        }
        Iterator<Path> eldest = copies.values().iterator();
        while (bytes > MOST && copies.size() > 1) {
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
            List<Path> all = new ArrayList<>();
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(all::add);
            }
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
            folder = null;
            copies.clear();
        }
    }
}
