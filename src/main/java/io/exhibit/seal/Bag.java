package io.exhibit.seal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The texts of a bag (BagIt 1.0, RFC 8493), each of which follows from the files that it tells of. */
final class Bag {

    static final String DECLARATION = "bagit.txt";
    static final String INFO = "bag-info.txt";
    static final String MANIFEST = "manifest-sha256.txt";
    static final String TAGS = "tagmanifest-sha256.txt";
    static final String STATEMENT = "statement.dsse.json";
    /** The statement as a file of its own, when its digest alone was signed. */
    static final String WHOLE = "statement.json";

    /** The time stamp over the checkpoint, when there is one (RFC 3161 token in DER). */
    static final String TOKEN = "data/timestamp.tst";

    static final String CHECKPOINT = "data/vault/checkpoint";
    static final String HOW_TO = "VERIFY.txt";
    static final String PAYLOAD = "data/";

    private Bag() {}

    static byte[] declaration() {
        return ascii("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    }

    /** @param octets bytes of all payload files, and {@code files} their number */
    static byte[] info(Statement.Meaning meaning, long octets, long files) {
        return ascii("Bag-Software-Agent: " + meaning.tool() + "\nBagging-Date: "
                + meaning.issued().toString().substring(0, 10) + "\nExternal-Identifier: " + meaning.pack()
                + "\nPayload-Oxum: " + octets + "." + files + "\n");
    }

    /** The lines that {@code sha256sum} prints of the payload. */
    static byte[] manifest(SortedMap<String, String> digests) {
        return lines(digests.subMap(PAYLOAD, "data0"));
    }

    /** The lines that {@code sha256sum} prints of all other files but this one. */
    static byte[] tags(SortedMap<String, String> digests) {
        SortedMap<String, String> tags = new TreeMap<>(digests);
        tags.keySet().removeIf(name -> name.startsWith(PAYLOAD) || name.equals(TAGS));
        return lines(tags);
    }

    private static byte[] lines(Map<String, String> digests) {
        StringBuilder lines = new StringBuilder();
        digests.forEach(
                (name, digest) -> lines.append(digest).append("  ").append(name).append('\n'));
        return ascii(lines.toString());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
