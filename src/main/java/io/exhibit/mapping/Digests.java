package io.exhibit.mapping;

import io.exhibit.evidence.Sha256;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** SHA-256 of the files that a book was read from; the digest over all is that of the lines {@code sha256sum} would print. */
final class Digests {

    private Digests() {}

    /** The files that bear on one framework; another framework's folder does not. */
    static SortedMap<String, SourceFile> files(SourceFiles files, SourceFiles organization, String framework) {
        SortedMap<String, SourceFile> bearing = new TreeMap<>();
        files.all().forEach((path, file) -> {
            boolean foreign = path.startsWith("frameworks/") && !path.startsWith("frameworks/" + framework + "/");
            if (!foreign && !path.startsWith("organization/")) {
                bearing.put(path, file);
            }
        });
        organization.all().forEach((path, file) -> bearing.put("organization/" + path, file));
        return bearing;
    }

    /** The very bytes. */
    static SortedMap<String, byte[]> bytes(SortedMap<String, SourceFile> files) {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, file) -> bytes.put(path, file.bytes()));
        return bytes;
    }

    static String over(SortedMap<String, SourceFile> files) {
        return Sha256.hex(files.entrySet().stream()
                .map(e -> e.getValue().sha256() + "  " + e.getKey() + "\n")
                .collect(Collectors.joining()));
    }
}
