package io.exhibit.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** SHA-256 of the files that a book was read from; the digest over all is that of the lines {@code sha256sum} would print. */
final class Digests {

    private Digests() {}

    /** The files that bear on one framework; another framework's folder does not. */
    static SortedMap<String, String> of(SourceFiles files, SourceFiles organization, String framework) {
        SortedMap<String, String> digests = new TreeMap<>();
        files.all().forEach((path, file) -> {
            boolean foreign = path.startsWith("frameworks/") && !path.startsWith("frameworks/" + framework + "/");
            if (!foreign && !path.startsWith("organization/")) {
                digests.put(path, sha256(file.bytes()));
            }
        });
        organization.all().forEach((path, file) -> digests.put("organization/" + path, sha256(file.bytes())));
        return digests;
    }

    static String over(SortedMap<String, String> digests) {
        return sha256(digests.entrySet().stream()
                .map(e -> e.getValue() + "  " + e.getKey() + "\n")
                .collect(Collectors.joining()));
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
