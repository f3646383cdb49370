package io.exhibit.seal;

import static io.exhibit.seal.FileVaultTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Sha256;
import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Step.Name;
import io.exhibit.seal.Step.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The layouts that the Library of Congress tries bag readers with (those of RFC 8493 that are no bags, and those that are and say
 * the same in another way): a pack has one spelling, so each of them is refused, also when the genuine key has signed it.
 */
class BagLayoutTest {

    private static final String REPORT = "data/report.pdf";

    @TempDir
    private static Path folder;

    private static byte[] pack;
    private static Statement.Meaning meaning;

    @BeforeAll
    static void bind() throws IOException {
        try (Vault vault = PackKit.fill(folder.resolve("vault"))) {
            meaning = PackKit.meaning(vault);
            pack = PackKit.pack(vault, meaning, List.of(PackKit.FIRST, PackKit.SECOND));
        }
    }

    @FunctionalInterface
    private interface Layout {
        void of(SortedMap<String, byte[]> files) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> anotherLayoutIsRefused() {
        Map<String, Layout> layouts = new LinkedHashMap<>();
        declarations(layouts);
        manifests(layouts);
        information(layouts);
        files(layouts);
        assertThat(layouts).hasSizeGreaterThan(35);
        return layouts.entrySet().stream()
                .map(layout -> DynamicTest.dynamicTest(layout.getKey(), () -> {
                    SortedMap<String, byte[]> files = PackKit.files(pack);
                    layout.getValue().of(files);
                    PackKit.signAsItIs(files, meaning, KEY);
                    byte[] zip = zip(files);
                    assertThat(zip).isNotEqualTo(pack);

                    List<Step> steps = PackKit.check(folder, zip, null);

                    assertThat(steps)
                            .filteredOn(step -> step.name() == Name.BAG || step.name() == Name.CONTAINER)
                            .extracting(Step::status)
                            .contains(Status.FAIL);
                    assertThat(steps)
                            .flatExtracting(Step::found)
                            .extracting("code")
                            .containsAnyOf(Code.BAG_MALFORMED, Code.ZIP_REFUSED);
                }));
    }

    private static void declarations(Map<String, Layout> layouts) {
        layouts.put("no bagit.txt", files -> files.remove(Bag.DECLARATION));
        edit(layouts, "an empty bagit.txt", Bag.DECLARATION, text -> "");
        edit(layouts, "no version", Bag.DECLARATION, text -> text.substring(text.indexOf('\n') + 1));
        edit(layouts, "no encoding", Bag.DECLARATION, text -> text.substring(0, text.indexOf('\n') + 1));
        edit(layouts, "an older version", Bag.DECLARATION, text -> text.replace("1.0", "0.97"));
        edit(layouts, "a newer version", Bag.DECLARATION, text -> text.replace("1.0", "1.1"));
        edit(layouts, "a version that is none", Bag.DECLARATION, text -> text.replace("1.0", "one"));
        edit(
                layouts,
                "the encoding first",
                Bag.DECLARATION,
                text -> "Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n");
        edit(layouts, "another encoding", Bag.DECLARATION, text -> text.replace("UTF-8", "ISO-8859-1"));
        edit(layouts, "an encoding that is none", Bag.DECLARATION, text -> text.replace("UTF-8", "UTF-99"));
        edit(layouts, "a byte order mark", Bag.DECLARATION, text -> "\ufeff" + text);
        edit(layouts, "a line too many", Bag.DECLARATION, text -> text + "Colour: red\n");
        edit(layouts, "white space before the colon", Bag.DECLARATION, text -> text.replace(":", " :"));
        edit(layouts, "lines that end in CR LF", Bag.DECLARATION, text -> text.replace("\n", "\r\n"));
        edit(layouts, "no end of the last line", Bag.DECLARATION, String::stripTrailing);
    }

    private static void manifests(Map<String, Layout> layouts) {
        layouts.put("no manifest", files -> files.remove(Bag.MANIFEST));
        layouts.put("no tag manifest", files -> files.remove(Bag.TAGS));
        edit(layouts, "an empty manifest", Bag.MANIFEST, text -> "");
        edit(layouts, "a file that is not in the manifest", Bag.MANIFEST, text -> without(text, REPORT));
        edit(layouts, "a file that is in the manifest alone", Bag.MANIFEST, text -> text + line("data/zzz"));
        edit(layouts, "an entry twice", Bag.MANIFEST, text -> text + entry(text, REPORT));
        edit(layouts, "an entry twice, with another digest", Bag.MANIFEST, text -> text + line(REPORT));
        edit(layouts, "an entry with ./ before it", Bag.MANIFEST, text -> text.replace(REPORT, "./" + REPORT));
        edit(
                layouts,
                "an entry twice, once with ./ before it",
                Bag.MANIFEST,
                text -> text + entry(text, REPORT).replace(REPORT, "./" + REPORT));
        edit(layouts, "an entry out of the bag", Bag.MANIFEST, text -> text + line("data/../../zzz"));
        edit(layouts, "an absolute entry", Bag.MANIFEST, text -> text + line("/tmp/zzz"));
        edit(layouts, "an entry in somebody's home", Bag.MANIFEST, text -> text + line("~/zzz"));
        edit(layouts, "a tag file in the manifest", Bag.MANIFEST, text -> text + line(Bag.DECLARATION));
        edit(layouts, "entries in another order", Bag.MANIFEST, text -> without(text, REPORT) + entry(text, REPORT));
        edit(layouts, "one space between digest and name", Bag.MANIFEST, text -> text.replace("  ", " "));
        edit(layouts, "a tab between digest and name", Bag.MANIFEST, text -> text.replace("  ", "\t"));
        edit(layouts, "a star before the name", Bag.MANIFEST, text -> text.replace("  ", " *"));
        edit(layouts, "digests in capitals", Bag.MANIFEST, BagLayoutTest::capitals);
        edit(layouts, "a digest cut short", Bag.MANIFEST, text -> text.substring(1));
        edit(layouts, "a wrong digest of a tag file", Bag.TAGS, text -> text.replaceFirst("^.", "x"));
        edit(layouts, "a payload file in the tag manifest", Bag.TAGS, text -> text + line(REPORT));
        edit(layouts, "a tag file that is not in the tag manifest", Bag.TAGS, text -> without(text, Bag.INFO));
        layouts.put("a second manifest of another kind", files -> files.put("manifest-sha512.txt", bytes("")));
        layouts.put("a manifest of MD5 alone", files -> files.put("manifest-md5.txt", files.remove(Bag.MANIFEST)));
    }

    private static void information(Map<String, Layout> layouts) {
        layouts.put("no bag-info.txt", files -> files.remove(Bag.INFO));
        edit(
                layouts,
                "another count of bytes",
                Bag.INFO,
                text -> text.replaceFirst("Payload-Oxum: ", "Payload-Oxum: 1"));
        edit(
                layouts,
                "a count that is none",
                Bag.INFO,
                text -> text.replaceFirst("Payload-Oxum: .*", "Payload-Oxum: many"));
        edit(layouts, "the count twice", Bag.INFO, text -> text + text.substring(text.indexOf("Payload-Oxum")));
        edit(layouts, "a line without a label", Bag.INFO, text -> text + ": red\n");
        edit(layouts, "a folded line", Bag.INFO, text -> text.replaceFirst("\n", "\n  and more\n"));
        edit(layouts, "another name", Bag.INFO, text -> text.replace(PackKit.PACK, "EH-2026-11"));
    }

    private static void files(Map<String, Layout> layouts) {
        layouts.put(
                "a list of files to fetch",
                files -> files.put("fetch.txt", bytes("http://127.0.0.1/zzz 1 data/zzz\n")));
        layouts.put("no payload", files -> files.keySet().removeIf(name -> name.startsWith(Bag.PAYLOAD)));
        layouts.put("a payload file that is not in the manifest", files -> files.put("data/zzz", bytes("z")));
        layouts.put("a name in other capitals", files -> files.put("data/REPORT.pdf", files.get(REPORT)));
        layouts.put("an empty folder", files -> files.put("data/empty/", new byte[0]));
        layouts.put("a name with a dot in its way", files -> files.put("data/./zzz", bytes("z")));
        layouts.put("a name with a letter of two spellings", files -> files.put("data/\u00e9", bytes("z")));
    }

    /** As the vault's own writer spells it; what that refuses to write, as another tool would store it. */
    private static byte[] zip(SortedMap<String, byte[]> files) throws IOException {
        try {
            return PackKit.zip(files);
        } catch (IllegalArgumentException refused) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.setMethod(ZipOutputStream.STORED);
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    ZipEntry entry = new ZipEntry(PackKit.PACK + "/" + file.getKey());
                    CRC32 crc = new CRC32();
                    crc.update(file.getValue());
                    entry.setSize(file.getValue().length);
                    entry.setCrc(crc.getValue());
                    zip.putNextEntry(entry);
                    zip.write(file.getValue());
                }
            }
            return out.toByteArray();
        }
    }

    private static void edit(Map<String, Layout> layouts, String name, String file, UnaryOperator<String> change) {
        layouts.put(name, files -> PackKit.edit(files, file, change));
    }

    private static String line(String name) {
        return Sha256.hex(name.getBytes(StandardCharsets.UTF_8)) + "  " + name + "\n";
    }

    private static String entry(String manifest, String name) {
        return manifest.lines()
                        .filter(line -> line.endsWith("  " + name))
                        .findFirst()
                        .orElseThrow() + "\n";
    }

    private static String without(String manifest, String name) {
        return manifest.replace(entry(manifest, name), "");
    }

    private static String capitals(String manifest) {
        return Pattern.compile("(?m)^\\w+")
                .matcher(manifest)
                .replaceAll(digest -> digest.group().toUpperCase(Locale.ROOT));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
