package io.exhibit.seal;

import static io.exhibit.seal.FileVaultTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Step.Name;
import io.exhibit.seal.Step.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has the pack and not the key changes nothing unnoticed; each way to try has the code by which it is told. */
@OneJdk
class PackAttackTest {

    private static final Set<Name> NOT_ASKED = Set.of(Name.SINCE, Name.LOGGED, Name.REVIEWERS);

    /** Those that need nothing but keys. */
    private static final Name[] STEPS =
            Stream.of(Name.values()).filter(name -> !Name.DEEP.contains(name)).toArray(Name[]::new);

    private static final SigningKey OTHER = SigningKey.of(new byte[32]);
    private static final String RECORD = "data/vault/runs/" + PackKit.FIRST + "/run.json";
    private static final String UNIT = "data/vault/runs/" + PackKit.FIRST + "/units/111122223333_global.warc.zst";
    private static final String OTHER_UNIT =
            "data/vault/runs/" + PackKit.SECOND + "/units/111122223333_global.warc.zst";
    private static final String LEAVES = "data/vault/log/leaves";
    private static final String CHECKPOINT = "data/vault/checkpoint";

    @TempDir
    static Path folder;

    private static byte[] pack;
    private static Statement.Meaning meaning;
    private static Checkpoint newest;

    @BeforeAll
    static void bind() throws IOException {
        try (Vault vault = PackKit.fill(folder.resolve("vault"))) {
            meaning = PackKit.meaning(vault);
            newest = vault.checkpoint();
            pack = PackKit.pack(vault, meaning, List.of(PackKit.FIRST, PackKit.SECOND));
        }
    }

    /** Changes the files of a pack. */
    @FunctionalInterface
    private interface Change {
        void to(SortedMap<String, byte[]> files) throws IOException;
    }

    /** Makes another zip of the genuine one. */
    @FunctionalInterface
    private interface Forge {
        byte[] pack() throws IOException;
    }

    @Test
    void genuinePackIsSoundInEveryStep() throws IOException {
        List<Step> steps = PackKit.check(folder, pack, null);
        assertThat(steps).extracting(Step::name).containsExactly(STEPS);
        assertThat(steps)
                .filteredOn(step -> !NOT_ASKED.contains(step.name()))
                .extracting(Step::status)
                .containsOnly(Status.OK);
    }

    @TestFactory
    Stream<DynamicTest> attackIsNoticedAndNamed() {
        Map<String, Map.Entry<Code, Forge>> attacks = new LinkedHashMap<>();
        zips(attacks);
        bags(attacks);
        statements(attacks);
        logs(attacks);
        assertThat(attacks).hasSizeGreaterThanOrEqualTo(30);
        return attacks.entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(attack.getValue().getKey() + ": " + attack.getKey(), () -> {
                    byte[] forged = attack.getValue().getValue().pack();
                    assertThat(forged).isNotEqualTo(pack);
                    List<Step> steps = PackKit.check(folder, forged, null);
                    assertThat(steps).extracting(Step::name).containsOnlyOnce(STEPS);
                    assertThat(steps).extracting(Step::status).contains(Status.FAIL);
                    assertThat(steps)
                            .flatExtracting(Step::found)
                            .extracting("code")
                            .contains(attack.getValue().getKey());
                }));
    }

    private void zips(Map<String, Map.Entry<Code, Forge>> attacks) {
        attacks.put("cut short", Map.entry(Code.ZIP_REFUSED, () -> Arrays.copyOf(pack, pack.length - 30)));
        attacks.put("bytes after its end", Map.entry(Code.ZIP_REFUSED, () -> Arrays.copyOf(pack, pack.length + 5)));
        attacks.put("bytes before its beginning", Map.entry(Code.ZIP_REFUSED, () -> {
            byte[] longer = new byte[pack.length + 4];
            System.arraycopy(pack, 0, longer, 4, pack.length);
            return longer;
        }));
        attacks.put("a comment at its end", Map.entry(Code.ZIP_REFUSED, () -> {
            byte[] longer = Arrays.copyOf(pack, pack.length + 2);
            longer[pack.length - 2] = 2;
            return longer;
        }));
        attacks.put("a header that differs from the list at the end", Map.entry(Code.ZIP_REFUSED, () -> {
            byte[] other = pack.clone();
            // The name of the first member, in its own header only.
            other[30 + PackKit.PACK.length() + 1] ^= 1;
            return other;
        }));
        attacks.put("packed again by another tool", Map.entry(Code.ZIP_REFUSED, () -> foreign(0, "")));
        attacks.put("a bomb beside the files", Map.entry(Code.ZIP_REFUSED, () -> foreign(1 << 24, "bomb")));
        attacks.put(
                "a name that leads out of the folder", Map.entry(Code.ZIP_REFUSED, () -> foreign(1, "../../etc/x")));
        attacks.put("an absolute name", Map.entry(Code.ZIP_REFUSED, () -> foreign(1, "/etc/x")));
        attacks.put("a name in somebody's home", Map.entry(Code.ZIP_REFUSED, () -> foreign(1, "~/x")));
        attacks.put("a member twice", Map.entry(Code.ZIP_REFUSED, () -> {
            // Before the list at the end: the last member once more.
            byte[] end = {'P', 'K', 1, 2};
            int list = indexOf(pack, end);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int last = lastIndexOf(pack, new byte[] {'P', 'K', 3, 4}, list);
            out.write(pack, 0, list);
            out.write(pack, last, list - last);
            out.write(pack, list, pack.length - list);
            return out.toByteArray();
        }));
        attacks.put("a second folder beside the pack's", Map.entry(Code.SUBJECTS_DIFFER, () -> {
            SortedMap<String, byte[]> named = new TreeMap<>();
            PackKit.files(pack).forEach((name, content) -> named.put(PackKit.PACK + "/" + name, content));
            named.put("Z/data/report.pdf", new byte[] {1});
            return PackKit.zipAs(named);
        }));
        attacks.put("its folder under another pack's name", Map.entry(Code.BAG_MALFORMED, () -> {
            SortedMap<String, byte[]> named = new TreeMap<>();
            PackKit.files(pack).forEach((name, content) -> named.put("EH-2026-11/" + name, content));
            return PackKit.zipAs(named);
        }));
    }

    private void bags(Map<String, Map.Entry<Code, Forge>> attacks) {
        put(attacks, "a file deleted", Code.SUBJECTS_DIFFER, files -> files.remove("data/report.pdf"));
        put(attacks, "a file added", Code.SUBJECTS_DIFFER, files -> files.put("data/extra.pdf", new byte[] {1}));
        put(attacks, "a tag file added", Code.SUBJECTS_DIFFER, files -> files.put("extra.txt", new byte[] {1}));
        put(attacks, "a file edited", Code.SUBJECTS_DIFFER, files -> files.put("data/report.pdf", new byte[] {1}));
        put(attacks, "a file edited, the bag made anew", Code.SUBJECTS_DIFFER, files -> {
            files.put("data/report.pdf", new byte[] {1});
            PackKit.bagAnew(files, meaning);
        });
        put(attacks, "a file renamed, the bag made anew", Code.SUBJECTS_DIFFER, files -> {
            files.put("data/Report.pdf", files.remove("data/report.pdf"));
            PackKit.bagAnew(files, meaning);
        });
        put(attacks, "two units swapped, the bag made anew", Code.SUBJECTS_DIFFER, files -> {
            files.put(UNIT, files.put(OTHER_UNIT, files.get(UNIT)));
            PackKit.bagAnew(files, meaning);
        });
        put(
                attacks,
                "the manifest in another order",
                Code.BAG_MALFORMED,
                files -> PackKit.edit(
                        files,
                        Bag.MANIFEST,
                        text -> text.substring(text.indexOf('\n') + 1) + text.substring(0, text.indexOf('\n') + 1)));
        put(
                attacks,
                "a manifest of another version",
                Code.BAG_MALFORMED,
                files -> PackKit.edit(files, Bag.DECLARATION, text -> text.replace("1.0", "0.97")));
        put(
                attacks,
                "a byte order mark",
                Code.BAG_MALFORMED,
                files -> PackKit.edit(files, Bag.DECLARATION, text -> "\ufeff" + text));
        put(attacks, "other instructions", Code.SUBJECTS_DIFFER, files -> {
            PackKit.edit(files, Bag.HOW_TO, text -> "echo Checked.\n");
            PackKit.bagAnew(files, meaning);
        });
        put(
                attacks,
                "another date of bagging",
                Code.BAG_MALFORMED,
                files -> PackKit.edit(files, Bag.INFO, text -> text.replace("2026-11-01", "2025-11-01")));
    }

    private void statements(Map<String, Map.Entry<Code, Forge>> attacks) {
        put(attacks, "no statement", Code.STATEMENT_MALFORMED, files -> files.remove(Bag.STATEMENT));
        put(attacks, "signed by another key", Code.SIGNATURE_INVALID, files -> {
            files.put("data/report.pdf", new byte[] {1});
            PackKit.signAnew(files, meaning, OTHER);
        });
        put(attacks, "signed by another key under the genuine key's id", Code.SIGNATURE_INVALID, files -> {
            PackKit.signAnew(files, meaning, OTHER);
            PackKit.edit(
                    files,
                    Bag.STATEMENT,
                    text -> text.replace(Envelope.keyId(OTHER.publicKey()), Envelope.keyId(KEY.publicKey())));
            PackKit.bagAnew(files, meaning);
        });
        put(attacks, "a second signature", Code.STATEMENT_MALFORMED, files -> {
            Envelope one = Envelope.read(files.get(Bag.STATEMENT));
            Envelope two = Envelope.sign(one.statement(), OTHER);
            files.put(
                    Bag.STATEMENT,
                    CanonicalJson.line(new Envelope(
                            one.payload(),
                            one.payloadType(),
                            List.of(one.signatures().get(0), two.signatures().get(0)))));
            PackKit.bagAnew(files, meaning);
        });
        put(attacks, "another key's id", Code.SIGNATURE_INVALID, files -> {
            PackKit.edit(
                    files,
                    Bag.STATEMENT,
                    text -> text.replace(Envelope.keyId(KEY.publicKey()), Envelope.keyId(OTHER.publicKey())));
            PackKit.bagAnew(files, meaning);
        });
        put(
                attacks,
                "no signatures",
                Code.STATEMENT_MALFORMED,
                files -> PackKit.edit(files, Bag.STATEMENT, text -> text.replaceFirst("\\[\\{\"keyid.*}]", "[]")));
        put(
                attacks,
                "another type of payload",
                Code.STATEMENT_MALFORMED,
                files -> PackKit.edit(files, Bag.STATEMENT, text -> text.replace("in-toto+json", "in-toto+jsom")));
        put(
                attacks,
                "base64 of the web",
                Code.STATEMENT_MALFORMED,
                files -> PackKit.edit(
                        files,
                        Bag.STATEMENT,
                        text -> text.replace('+', '-')
                                .replace('/', '_')
                                .replace("application_vnd.in-toto-json", "application/vnd.in-toto+json")));
        put(
                attacks,
                "white space in the envelope",
                Code.STATEMENT_MALFORMED,
                files -> PackKit.edit(
                        files, Bag.STATEMENT, text -> text.replace("\",\"payloadType", "\", \"payloadType")));
        put(
                attacks,
                "an unknown member in the envelope",
                Code.STATEMENT_MALFORMED,
                files -> PackKit.edit(
                        files, Bag.STATEMENT, text -> text.replace("{\"payload\"", "{\"more\":1,\"payload\"")));
        put(attacks, "a statement that was signed and says something else now", Code.SIGNATURE_INVALID, files -> {
            Envelope envelope = Envelope.read(files.get(Bag.STATEMENT));
            byte[] other = new String(envelope.statement(), StandardCharsets.UTF_8)
                    .replace("\"endpoint\":\"aws\"", "\"endpoint\":\"awz\"")
                    .getBytes(StandardCharsets.UTF_8);
            files.put(
                    Bag.STATEMENT,
                    CanonicalJson.line(new Envelope(
                            Base64.getEncoder().encodeToString(other), Envelope.IN_TOTO, envelope.signatures())));
            PackKit.bagAnew(files, meaning);
        });
        put(attacks, "the statement of another month", Code.SUBJECTS_DIFFER, files -> {
            SortedMap<String, byte[]> september = PackKit.files(pack);
            september.put("data/report.pdf", new byte[] {9});
            PackKit.signAnew(september, meaning, KEY);
            files.put(Bag.STATEMENT, september.get(Bag.STATEMENT));
            PackKit.bagAnew(files, meaning);
        });
    }

    /** By somebody who has the key: the operator. What he seals must still fit together. */
    private void logs(Map<String, Map.Entry<Code, Forge>> attacks) {
        signed(
                attacks,
                "a leaf removed",
                Code.LOG_SHORTER,
                files -> PackKit.edit(files, LEAVES, text -> text.substring(text.indexOf('\n') + 1)));
        signed(
                attacks,
                "two leaves in another order",
                Code.ROOT_DIFFERS,
                files -> PackKit.edit(files, LEAVES, text -> {
                    int first = text.indexOf('\n') + 1;
                    int second = text.indexOf('\n', first) + 1;
                    return text.substring(first, second) + text.substring(0, first) + text.substring(second);
                }));
        signed(
                attacks,
                "a leaf twice",
                Code.LOG_LONGER,
                files -> PackKit.edit(files, LEAVES, text -> text + text.substring(0, text.indexOf('\n') + 1)));
        signed(attacks, "a checkpoint signed by another key", Code.SIGNATURE_INVALID, files -> {
            MerkleTree tree = new MerkleTree();
            new String(files.get(LEAVES), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> tree.add(line.getBytes(StandardCharsets.UTF_8)));
            files.put(
                    CHECKPOINT,
                    SignedNote.sign(PackKit.ORIGIN, tree, OTHER).note().getBytes(StandardCharsets.UTF_8));
        });
        signed(
                attacks,
                "a checkpoint of another log",
                Code.ORIGIN_DIFFERS,
                files -> files.put(
                        CHECKPOINT,
                        SignedNote.sign("example.org/other", new MerkleTree(), KEY)
                                .note()
                                .getBytes(StandardCharsets.UTF_8)));
        signed(attacks, "no checkpoint", Code.CHECKPOINT_MISSING, files -> files.remove(CHECKPOINT));
        signed(
                attacks,
                "a vault of another version",
                Code.FORMAT_UNKNOWN,
                files -> PackKit.edit(files, "data/vault/FORMAT", text -> text.replace("vault 1", "vault 2")));
        signed(attacks, "a unit left out", Code.FILE_MISSING, files -> files.remove(UNIT));
        signed(attacks, "a unit of another night", Code.DIGEST_DIFFERS, files -> files.put(UNIT, files.get(LEAVES)));
        signed(
                attacks,
                "a record edited",
                Code.DIGEST_DIFFERS,
                files -> PackKit.edit(files, RECORD, text -> text.replace("\"started\":\"2026", "\"started\":\"2025")));
        signed(
                attacks,
                "evidence that nothing sealed",
                Code.FILE_UNKNOWN,
                files -> files.put(
                        "data/vault/runs/" + PackKit.FIRST + "/units/111122223333_eu-south-1.warc.zst",
                        new byte[] {1}));
        attacks.put("a night left out", Map.entry(Code.RUN_LEFT_OUT, () -> {
            SortedMap<String, byte[]> files = PackKit.files(pack);
            files.keySet().removeIf(name -> name.startsWith("data/vault/runs/" + PackKit.SECOND));
            PackKit.signAnew(
                    files, with(List.of(new Statement.Ran(PackKit.FIRST, "COMPLETE")), meaning.previous()), KEY);
            return PackKit.zip(files);
        }));
        attacks.put("a night that the log does not have", Map.entry(Code.RUN_UNKNOWN, () -> {
            SortedMap<String, byte[]> files = PackKit.files(pack);
            PackKit.signAnew(
                    files,
                    with(
                            List.of(
                                    new Statement.Ran(PackKit.FIRST, "COMPLETE"),
                                    new Statement.Ran(PackKit.SECOND, "COMPLETE"),
                                    new Statement.Ran("2026-10-03T021500Z", "COMPLETE")),
                            meaning.previous()),
                    KEY);
            return PackKit.zip(files);
        }));
        attacks.put("another pack before it than the log has", Map.entry(Code.PREVIOUS_DIFFERS, () -> {
            SortedMap<String, byte[]> files = PackKit.files(pack);
            PackKit.signAnew(
                    files, with(meaning.runs(), List.of(new Statement.Earlier("EH-2026-09", "cd".repeat(32)))), KEY);
            return PackKit.zip(files);
        }));
    }

    /** A step that stumbles is named; those before it are kept, and those behind it are not checked. */
    @Test
    void stepThatCannotBeMadeIsNamedAndCostsNoOther() throws IOException {
        SortedMap<String, byte[]> files = PackKit.files(pack);
        Statement.Meaning elsewhere = Meanings.with(meaning, meaning.issued(), "Mars/Base");
        PackKit.signAnew(files, elsewhere, KEY);
        List<Step> steps = PackKit.check(folder, PackKit.zip(files), null);
        assertThat(steps).extracting(Step::name).isSorted().doesNotHaveDuplicates();
        assertThat(steps)
                .filteredOn(step -> step.name().compareTo(Name.PERIOD) < 0)
                .hasSize(6)
                .extracting(Step::status)
                .containsOnly(Status.OK);
        assertThat(steps)
                .filteredOn(step -> step.name() == Name.PERIOD)
                .flatExtracting(Step::found)
                .extracting("code")
                .containsExactly(Code.UNREADABLE);
        assertThat(steps)
                .filteredOn(step -> step.name().compareTo(Name.PERIOD) > 0)
                .hasSize(5)
                .extracting(Step::status)
                .containsOnly(Status.NOT_CHECKED);
    }

    @Test
    void olderCheckpointShowsThatTheLogWasOnlyAddedTo() throws IOException {
        MerkleTree tree = new MerkleTree();
        for (String line : new String(PackKit.files(pack).get(LEAVES), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            assertThat(since(SignedNote.sign(PackKit.ORIGIN, tree, KEY))).isEqualTo(Status.OK);
            tree.add(line.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(since(newest)).isEqualTo(Status.OK);
        tree.add(new byte[] {1});
        assertThat(since(SignedNote.sign(PackKit.ORIGIN, tree, KEY)))
                .as("newer than the pack")
                .isEqualTo(Status.NOT_CHECKED);
    }

    @Test
    void olderCheckpointOfAnotherHistoryIsNoticed() throws IOException {
        MerkleTree other = new MerkleTree();
        other.add("another first leaf".getBytes(StandardCharsets.UTF_8));
        assertThat(codes(SignedNote.sign(PackKit.ORIGIN, other, KEY))).containsExactly(Code.LOG_REWRITTEN);
        assertThat(codes(SignedNote.sign("example.org/other", other, KEY))).containsExactly(Code.ORIGIN_DIFFERS);
        assertThat(codes(SignedNote.sign(PackKit.ORIGIN, other, OTHER))).containsExactly(Code.SIGNATURE_INVALID);
    }

    @Test
    void withoutAKeyNothingIsCalledSound() throws IOException {
        Path file = Files.write(folder.resolve("nobody.zip"), pack);
        List<Step> steps = new PackVerifier(Trust.nobody(), Optional.of(newest)).check(file);
        assertThat(steps)
                .filteredOn(
                        step -> List.of(Name.SIGNATURE, Name.LOG, Name.SINCE).contains(step.name()))
                .extracting(Step::status)
                .containsOnly(Status.NOT_CHECKED);
    }

    /** Each bit of the one byte is flipped in turn, over the bytes; the zip and the bag are made anew around it. */
    @Test
    void everyByteOfEveryFileBesideTheEvidenceIsUnderTheSignature() throws IOException {
        SortedMap<String, byte[]> files = PackKit.files(pack);
        boolean all = "all".equals(System.getProperty("exhibit.mutations"));
        int flips = 0;
        for (String name : List.copyOf(files.keySet())) {
            if (name.startsWith("data/vault/runs/") && !all) {
                continue;
            }
            byte[] content = files.get(name);
            for (int at = all ? 0 : flips % 11; at < content.length; at += all ? 1 : 11, flips++) {
                byte[] other = content.clone();
                other[at] ^= (byte) (1 << flips % 8);
                files.put(name, other);
                if (!name.equals(Bag.TAGS) && !name.equals(Bag.MANIFEST) && !name.equals(Bag.INFO)) {
                    PackKit.bagAnew(files, meaning);
                }
                assertThat(PackKit.check(folder, PackKit.zip(files), null))
                        .as(name + ", byte " + at)
                        .extracting(Step::status)
                        .contains(Status.FAIL);
            }
            files = PackKit.files(pack);
        }
        assertThat(flips).isGreaterThan(all ? 10_000 : 800);
    }

    private Status since(Checkpoint older) throws IOException {
        return PackKit.check(folder, pack, older).stream()
                .filter(step -> step.name() == Name.SINCE)
                .findFirst()
                .orElseThrow()
                .status();
    }

    private List<Code> codes(Checkpoint older) throws IOException {
        return PackKit.check(folder, pack, older).stream()
                .flatMap(step -> step.found().stream())
                .map(Discrepancy::code)
                .toList();
    }

    /** The zip made anew around a change, everything else left as it is. */
    private static void put(Map<String, Map.Entry<Code, Forge>> attacks, String name, Code code, Change change) {
        attacks.put(name, Map.entry(code, () -> {
            SortedMap<String, byte[]> files = PackKit.files(pack);
            change.to(files);
            return PackKit.zip(files);
        }));
    }

    /** The bag and the statement made anew too, with the genuine key. */
    private static void signed(Map<String, Map.Entry<Code, Forge>> attacks, String name, Code code, Change change) {
        attacks.put(name, Map.entry(code, () -> {
            SortedMap<String, byte[]> files = PackKit.files(pack);
            change.to(files);
            PackKit.signAnew(files, meaning, KEY);
            return PackKit.zip(files);
        }));
    }

    private static Statement.Meaning with(List<Statement.Ran> runs, List<Statement.Earlier> previous) {
        return Meanings.with(meaning, meaning.log(), runs, previous, meaning.leftOut(), meaning.timestamp());
    }

    /** By the JDK's writer, packed, with one more member of so many zeros. */
    private static byte[] foreign(int zeros, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(out)) {
            if (zeros > 0) {
                zip.putNextEntry(new java.util.zip.ZipEntry(name));
                zip.write(new byte[zeros]);
            }
            for (Map.Entry<String, byte[]> file : PackKit.files(pack).entrySet()) {
                zip.putNextEntry(new java.util.zip.ZipEntry(PackKit.PACK + "/" + file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] what) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.indexOf(new String(what, StandardCharsets.ISO_8859_1));
    }

    private static int lastIndexOf(byte[] bytes, byte[] what, int before) {
        String text = new String(bytes, 0, before, StandardCharsets.ISO_8859_1);
        return text.lastIndexOf(new String(what, StandardCharsets.ISO_8859_1));
    }
}
