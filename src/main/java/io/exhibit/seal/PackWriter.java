package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import io.exhibit.seal.Statement.Digest;
import io.exhibit.seal.Statement.Meaning;
import io.exhibit.seal.Statement.Subject;
import io.exhibit.seal.zip.ZipWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Writes a pack: a bag in a zip, with a signed statement about every file. The same files and the same key give the same bytes. */
public final class PackWriter {

    private final Meaning meaning;
    private final Profile profile;
    private final SortedMap<String, File> files = new TreeMap<>();

    private record File(long bytes, long crc32, String sha256, Written content) {}

    public PackWriter(Meaning meaning) {
        this(meaning, Profile.FULL);
    }

    /** @param profile how much the pack shows; its statement is of another type for each */
    public PackWriter(Meaning meaning, Profile profile) {
        this.meaning = meaning;
        this.profile = profile;
    }

    /**
     * Adds a payload file, of which nothing is kept in memory.
     *
     * @param name relative to the payload folder, such as {@code report.pdf}
     */
    public PackWriter add(String name, Content content) throws IOException {
        put(Bag.PAYLOAD + name, content);
        return this;
    }

    /** Adds a payload file that is made while it is written. */
    public PackWriter add(String name, Written content) throws IOException {
        put(Bag.PAYLOAD + name, content);
        return this;
    }

    /** Adds a file of a vault, if it is still what was sealed. */
    public PackWriter add(String name, SealedContent sealed) throws IOException {
        String found = put(Bag.PAYLOAD + name, sealed.content());
        if (!sealed.sha256().isEmpty() && !sealed.sha256().equals(found)) {
            throw new FixityException(name, "", sealed.sha256(), found);
        }
        return this;
    }

    /**
     * Writes the zip; nothing can be added afterwards.
     *
     * @param issued the signed statement of an earlier issue of the very same files, or "" to sign one
     * @return the signed statement
     */
    public String write(Signer key, String issued, OutputStream out) throws IOException {
        put(Bag.DECLARATION, Content.of(Bag.declaration()));
        put(Bag.HOW_TO, PackWriter::howTo);
        long octets = payload().values().stream().mapToLong(File::bytes).sum();
        put(Bag.INFO, Content.of(Bag.info(meaning, octets, payload().size())));
        put(Bag.MANIFEST, Content.of(Bag.manifest(digests())));
        byte[] statement = CanonicalJson.line(statement());
        if (statement.length > Statement.LARGEST) {
            throw new IOException("the statement about the " + files.size() + " files of the pack has "
                    + statement.length + " bytes, more than the " + Statement.LARGEST + " that a reader takes");
        }
        byte[] envelope = issued.isEmpty() ? sign(statement, key) : issued.getBytes(StandardCharsets.US_ASCII);
        if (Brief.isIn(Envelope.read(envelope))) {
            put(Bag.WHOLE, Content.of(statement));
        }
        put(Bag.STATEMENT, Content.of(envelope));
        put(Bag.TAGS, Content.of(Bag.tags(digests())));
        ZipWriter zip = new ZipWriter(out);
        for (Map.Entry<String, File> entry : files.entrySet()) {
            File file = entry.getValue();
            zip.add(meaning.pack() + "/" + entry.getKey(), file.bytes(), file.crc32(), file.content()::to);
        }
        zip.finish();
        return new String(envelope, StandardCharsets.US_ASCII);
    }

    private static byte[] sign(byte[] statement, Signer key) throws IOException {
        byte[] signed = Envelope.takes(statement, key) ? statement : CanonicalJson.line(Brief.of(statement));
        return CanonicalJson.line(Envelope.sign(signed, key));
    }

    static InputStream howTo() {
        return PackWriter.class.getResourceAsStream("VERIFY.txt");
    }

    private Statement statement() {
        return new Statement(
                Statement.TYPE,
                meaning,
                profile.predicate(),
                digests().entrySet().stream()
                        .map(file -> new Subject(new Digest(file.getValue()), file.getKey()))
                        .toList());
    }

    private SortedMap<String, File> payload() {
        return files.subMap(Bag.PAYLOAD, "data0");
    }

    private SortedMap<String, String> digests() {
        SortedMap<String, String> digests = new TreeMap<>();
        files.forEach((name, file) -> digests.put(name, file.sha256()));
        return digests;
    }

    private String put(String name, Content content) throws IOException {
        return put(name, Written.of(content));
    }

    private String put(String name, Written content) throws IOException {
        Measured measured = new Measured();
        content.to(measured);
        String sha256 = Sha256.hex(measured.digest);
        if (files.put(name, new File(measured.bytes, measured.crc.getValue(), sha256, content)) != null) {
            throw new IllegalArgumentException("the pack holds " + name + " twice");
        }
        return sha256;
    }

    /** Keeps nothing but what a member's head and the manifest say. */
    private static final class Measured extends OutputStream {

        private final MessageDigest digest = Sha256.streaming();
        private final CRC32 crc = new CRC32();
        private long bytes;

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) {
            digest.update(some, from, length);
            crc.update(some, from, length);
            bytes += length;
        }
    }
}
