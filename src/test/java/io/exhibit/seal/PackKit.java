package io.exhibit.seal;

import static io.exhibit.seal.FileVaultTest.CLOCK;
import static io.exhibit.seal.FileVaultTest.KEY;

import io.exhibit.evidence.Sha256;
import io.exhibit.seal.zip.ZipReader;
import io.exhibit.seal.zip.ZipWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/** A small genuine pack, and what somebody needs who wants to forge one: take it apart, change it, put it together as it must look. */
final class PackKit {

    static final String PACK = "EH-2026-10";
    static final String ORIGIN = "example.org/evidence";
    static final String FIRST = "2026-10-01T021500Z";
    static final String SECOND = "2026-10-02T021500Z";
    static final String LATER = "2026-11-01T021500Z";

    private PackKit() {}

    /** A vault with two nights of October, one of November, and the pack of September. */
    static Vault fill(Path folder) throws IOException {
        Vault vault = FileVault.create(folder, ORIGIN, KEY, CLOCK);
        vault.sealPack("EH-2026-09", "ab".repeat(32));
        for (String run : List.of(FIRST, SECOND, LATER)) {
            SampleRun.seal(vault, run);
            vault.assess(run, items -> {
                items.accept("IAM-01", VaultContract.item(SampleRun.GLOBAL, "a"));
                return VaultContract.assessment(run);
            });
        }
        return vault;
    }

    static Statement.Meaning meaning(Vault vault) throws IOException {
        Checkpoint log = vault.checkpoint();
        return new Statement.Meaning(
                PACK,
                1,
                Instant.parse("2026-11-01T08:00:00Z"),
                "2026-10-01",
                "2026-10-31",
                "UTC",
                "0 15 2 * * ?",
                "aws",
                "o-example",
                "Exhibit",
                Map.of("book", "b00c".repeat(16)),
                new Statement.Head(log.origin(), log.size(), log.root()),
                List.of(new Statement.Ran(FIRST, "COMPLETE"), new Statement.Ran(SECOND, "COMPLETE")),
                List.of(new Statement.Earlier("EH-2026-09", "ab".repeat(32))),
                List.of(),
                "none",
                "",
                "");
    }

    static byte[] pack(Vault vault, Statement.Meaning meaning, List<String> runs) throws IOException {
        return pack(vault, meaning, runs, KEY);
    }

    static byte[] pack(Vault vault, Statement.Meaning meaning, List<String> runs, Signer key) throws IOException {
        PackWriter pack = new PackWriter(meaning);
        pack.add("report.pdf", Content.of("%PDF-1.7 what people read".getBytes(StandardCharsets.US_ASCII)));
        for (Map.Entry<String, SealedContent> file : vault.files(runs).entrySet()) {
            pack.add("vault/" + file.getKey(), file.getValue());
        }
        pack.add("vault/checkpoint", Content.of(vault.checkpoint().note().getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pack.write(key, "", out);
        return out.toByteArray();
    }

    /** The files by name within the folder. */
    static SortedMap<String, byte[]> files(byte[] pack) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        new ZipReader(new ByteArrayInputStream(pack))
                .read((name, start, bytes, content) ->
                        files.put(name.substring(PACK.length() + 1), content.readAllBytes()));
        return files;
    }

    static byte[] zip(SortedMap<String, byte[]> files) throws IOException {
        SortedMap<String, byte[]> named = new TreeMap<>();
        files.forEach((name, content) -> named.put(PACK + "/" + name, content));
        return zipAs(named);
    }

    /** Files under their whole paths. */
    static byte[] zipAs(SortedMap<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipWriter zip = new ZipWriter(out);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            CRC32 crc = new CRC32();
            crc.update(file.getValue());
            zip.add(file.getKey(), file.getValue().length, crc.getValue(), new ByteArrayInputStream(file.getValue()));
        }
        zip.finish();
        return out.toByteArray();
    }

    /** Manifests and tags as they follow from the files, so that only the statement can tell. */
    static void bagAnew(SortedMap<String, byte[]> files, Statement.Meaning meaning) {
        SortedMap<String, byte[]> payload = files.subMap(Bag.PAYLOAD, "data0");
        long octets =
                payload.values().stream().mapToLong(content -> content.length).sum();
        files.put(Bag.INFO, Bag.info(meaning, octets, payload.size()));
        files.put(Bag.MANIFEST, Bag.manifest(digests(files)));
        files.put(Bag.TAGS, Bag.tags(digests(files)));
    }

    /** A statement of the files as they are now, signed by whoever has that key. */
    static void signAnew(SortedMap<String, byte[]> files, Statement.Meaning meaning, SigningKey key)
            throws IOException {
        bagAnew(files, meaning);
        signAsItIs(files, meaning, key);
        files.put(Bag.TAGS, Bag.tags(digests(files)));
    }

    /** A statement of the files as they are now, beside whatever the bag says. */
    static void signAsItIs(SortedMap<String, byte[]> files, Statement.Meaning meaning, SigningKey key)
            throws IOException {
        List<Statement.Subject> subjects = digests(files).entrySet().stream()
                .filter(file ->
                        !file.getKey().equals(Bag.STATEMENT) && !file.getKey().equals(Bag.TAGS))
                .map(file -> new Statement.Subject(new Statement.Digest(file.getValue()), file.getKey()))
                .toList();
        byte[] statement =
                CanonicalJson.line(new Statement(Statement.TYPE, meaning, Profile.FULL.predicate(), subjects));
        files.put(Bag.STATEMENT, CanonicalJson.line(Envelope.sign(statement, key)));
    }

    static void edit(SortedMap<String, byte[]> files, String name, UnaryOperator<String> change) {
        String text = new String(files.get(name), StandardCharsets.UTF_8);
        String changed = change.apply(text);
        if (changed.equals(text)) {
            throw new AssertionError("nothing was changed in " + name);
        }
        files.put(name, changed.getBytes(StandardCharsets.UTF_8));
    }

    static List<Step> check(Path folder, byte[] pack, Checkpoint since) throws IOException {
        return check(folder, pack, Trust.of(KEY.publicKey()), since);
    }

    static List<Step> check(Path folder, byte[] pack, Trust trust, Checkpoint since) throws IOException {
        Path file = Files.write(folder.resolve(PACK + ".zip"), pack);
        return new PackVerifier(trust, Optional.ofNullable(since)).check(file);
    }

    private static SortedMap<String, String> digests(SortedMap<String, byte[]> files) {
        SortedMap<String, String> digests = new TreeMap<>();
        files.forEach((name, content) -> digests.put(name, Sha256.hex(content)));
        return digests;
    }
}
