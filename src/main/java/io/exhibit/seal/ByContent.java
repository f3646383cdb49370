package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;

/** Small sealed files whose name is their own digest, so that what a writer that died left behind is in nobody's way. */
final class ByContent {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int ID = 16;

    private ByContent() {}

    /**
     * The id of what is found by its content: the first digits of its SHA-256.
     *
     * @throws IllegalArgumentException when that is none
     */
    static String id(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("\"" + sha256 + "\" is no SHA-256");
        }
        return sha256.substring(0, ID);
    }

    /** Where something of a kind lies. */
    static String file(Leaf.Kind kind, String sha256) {
        return switch (kind) {
            case BOOK -> "books/" + id(sha256) + ".json";
            case APPROVAL, RELEASE -> "approvals/" + id(sha256) + ".dsse.json";
            case CHANNEL -> "channels/" + id(sha256) + ".json";
            case RECEIPT -> "receipts/" + id(sha256) + ".json";
            case VISITS -> "visits/" + id(sha256) + ".ndjson";
            case RUN, ASSESSMENT, PACK, ROTATION ->
                throw new IllegalArgumentException(kind + " is not found by its content");
        };
    }

    /** Lays it down, and makes the leaf that seals it. */
    static Leaf put(Store store, Leaf.Kind kind, byte[] content, Instant time) throws IOException {
        String sha256 = Sha256.hex(content);
        String name = file(kind, sha256);
        if (!store.has(name)) {
            store.put(name, content);
        }
        return new Leaf(kind, id(sha256), name, sha256, time);
    }

    /** What a leaf sealed. */
    static byte[] content(Holding holding, Leaf leaf) throws IOException {
        return new Fixity(holding).content(file(leaf.kind(), leaf.sha256()), leaf.sha256());
    }
}
