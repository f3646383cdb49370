package io.exhibit.run.book;

import io.exhibit.evidence.Sha256;
import io.exhibit.seal.DurableFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Documents that were handed in. A file is known by the SHA-256 of its bytes, which is also its name: it waits beside the drafts, and is filed in the book's own
 * folder by the publication whose texts name that digest. Whatever a visitor called it leads nowhere.
 */
public final class HandedIn {

    /** More wait for nobody. */
    static final int MOST = 100;

    /** What no draft names is kept for somebody who is still at the form. */
    private static final Duration AT_THE_FORM = Duration.ofDays(1);

    /** So many of these, the newest, are kept too where room is wanted: their visitors may not have named them yet. */
    private static final int AT_FORMS = 20;

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})\\.([a-z]{2,4})");

    private static final int KEPT = 1_000;

    /** A file as it was when it was read. */
    private record State(Path file, long size, FileTime changed) {}

    private final Map<State, String> read = new ConcurrentHashMap<>();
    private final Path waiting;
    private final Optional<Path> filed;

    /** @param filed where the book keeps documents; empty where there is no folder of the organization */
    HandedIn(Path waiting, Optional<Path> filed) {
        this.waiting = waiting;
        this.filed = filed;
    }

    /**
     * Takes a file in.
     *
     * @param texts of all drafts: what none of them names makes room
     * @return its digest
     * @throws IOException with a sentence, when too many wait
     */
    String take(byte[] bytes, String ending, Collection<String> texts, Instant now) throws IOException {
        String digest = Sha256.hex(bytes);
        if (find(digest).filter(this::isSound).isEmpty()) {
            sweep(texts, now);
            if (list(waiting).size() >= MOST) {
                throw new IOException("More than " + Integer.toString(MOST)
                        + " documents wait to be published. Publish the drafts that name them, or give them up.");
            }
            new DurableFolder(waiting).writeSecret(digest + "." + ending, bytes);
        }
        return digest;
    }

    /** Whether the bytes of a file are still those by which it is known. Each is read once for every state of it. */
    public boolean isSound(Path file) {
        try {
            State state = new State(file, Files.size(file), Files.getLastModifiedTime(file));
            if (read.size() > KEPT) {
                read.clear();
            }
            String is = read.get(state);
            if (is == null) {
                is = Sha256.hex(Files.readAllBytes(file));
                read.put(state, is);
            }
            return is.equals(digest(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with that digest, filed or still waiting; one whose bytes are others only where there is none with the right ones. */
    public Optional<Path> find(String digest) throws IOException {
        List<Path> all = new ArrayList<>();
        if (filed.isPresent()) {
            all.addAll(list(filed.get()));
        }
        all.addAll(list(waiting));
        List<Path> found =
                all.stream().filter(file -> digest(file).equals(digest)).toList();
        return found.stream()
                .filter(this::isSound)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** Files what those texts name. Done twice, it comes to the same. */
    void file(Collection<String> texts) throws IOException {
        for (Path file : list(waiting)) {
            if (filed.isPresent() && isNamed(file, texts)) {
                keepAltered(filed.get().resolve(file.getFileName().toString()));
                new DurableFolder(filed.get()).write(file.getFileName().toString(), Files.readAllBytes(file));
                Files.delete(file);
            }
        }
    }

    /** What somebody put in the place of a document is known by its own digest from then on. */
    private void keepAltered(Path there) throws IOException {
        if (Files.isRegularFile(there) && !isSound(there)) {
            String name = there.getFileName().toString();
            byte[] bytes = Files.readAllBytes(there);
            new DurableFolder(there.getParent()).write(Sha256.hex(bytes) + name.substring(name.indexOf('.')), bytes);
        }
    }

    private void sweep(Collection<String> texts, Instant now) throws IOException {
        List<Path> all = list(waiting);
        Map<Path, Instant> unnamed = new HashMap<>();
        for (Path file : all) {
            if (!isNamed(file, texts)) {
                unnamed.put(file, Files.getLastModifiedTime(file).toInstant());
            }
        }
        List<Path> newest = unnamed.keySet().stream()
                .sorted(Comparator.comparing(unnamed::get).reversed())
                .toList();
        boolean full = all.size() >= MOST;
        for (int n = 0; n < newest.size(); n++) {
            if (full && n >= AT_FORMS
                    || unnamed.get(newest.get(n)).plus(AT_THE_FORM).isBefore(now)) {
                Files.deleteIfExists(newest.get(n));
            }
        }
    }

    private static boolean isNamed(Path file, Collection<String> texts) {
        String digest = digest(file);
        return texts.stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(digest));
    }

    private static String digest(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? name.group(1) : "";
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !digest(file).isEmpty() && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }
}
