package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A book by which nights were judged, as the vault keeps it.
 *
 * @param digest SHA-256 over its files, as {@code sha256sum} would list them
 * @param files sorted by name
 * @param salt signature of the log's key over the digest, in base64. The log, which packs for strangers carry, tells the SHA-256 of this
 *     record; without something that nobody can guess in it, whoever knows most of a book could try the rest out
 */
public record SealedBook(String digest, List<Written> files, String salt) {

    public SealedBook {
        files = List.copyOf(files);
    }

    /** A file: its name in the mappings folder, and what stands in it. */
    record Written(String name, String text) {}

    static SealedBook of(String digest, Map<String, byte[]> files, String salt) {
        SealedBook book = new SealedBook(
                digest,
                new TreeMap<>(files)
                        .entrySet().stream()
                                .map(file ->
                                        new Written(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8)))
                                .toList(),
                salt);
        if (!book.isWhole()) {
            throw new IllegalArgumentException("the digest of a book is not that of its files");
        }
        return book;
    }

    /** The files as they lay there, by name. */
    public SortedMap<String, byte[]> content() {
        SortedMap<String, byte[]> content = new TreeMap<>();
        files.forEach(file -> content.put(file.name(), file.text().getBytes(StandardCharsets.UTF_8)));
        return content;
    }

    /** Whether the digest is that of the files. */
    boolean isWhole() {
        return digest.equals(Sha256.hex(content().entrySet().stream()
                .map(file -> Sha256.hex(file.getValue()) + "  " + file.getKey() + "\n")
                .collect(Collectors.joining())));
    }
}
