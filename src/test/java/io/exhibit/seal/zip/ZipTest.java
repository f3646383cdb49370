package io.exhibit.seal.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A zip of ours has one spelling: everybody can read it, and no other is taken for it. */
class ZipTest {

    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "P/VERIFY.txt",
            "how to check",
            "P/data/empty",
            "",
            "P/data/report.pdf",
            "%PDF-1.7",
            "P/data/vault/log/leaves",
            "{}\n"));

    @Test
    void otherToolsReadIt() throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip(FILES)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                found.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(found).containsExactlyEntriesOf(FILES);
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        assertThat(read(zip(FILES))).containsExactlyEntriesOf(FILES);
        assertThat(read(zip(Map.of()))).isEmpty();
    }

    @Test
    void everyFlipOfAByteIsNoticed() throws IOException {
        byte[] zip = zip(FILES);
        for (int at = 0; at < zip.length; at++) {
            for (int flip : new int[] {1, 0x80, 0xff}) {
                byte[] other = zip.clone();
                other[at] ^= (byte) flip;
                assertThatIOException().as("byte " + at).isThrownBy(() -> read(other));
            }
        }
    }

    @Test
    void everyCutAndWhatFollowsTheEndIsNoticed() throws IOException {
        byte[] zip = zip(FILES);
        for (int length = 0; length < zip.length; length++) {
            byte[] cut = Arrays.copyOf(zip, length);
            assertThatThrownBy(() -> read(cut)).as(length + " bytes").isInstanceOf(ZipRefused.class);
        }
        assertThatThrownBy(() -> read(Arrays.copyOf(zip, zip.length + 1))).isInstanceOf(ZipRefused.class);
    }

    @Test
    void namesThatLeadElsewhereAreRefusedByBothSides() throws IOException {
        for (String name : List.of(
                "",
                "/P/a",
                "../a",
                "P/../a",
                "P//a",
                "P/a/",
                "~a",
                "C:a",
                "P\\a",
                "P/.hidden",
                "P/a b",
                "P/\u00e4",
                "-a")) {
            assertThatIllegalArgumentException().as(name).isThrownBy(() -> zip(Map.of(name, "x")));
        }
        for (String name : List.of("../a", "/etc/passwd", "P/../../a", "P/\u00e4")) {
            assertThatThrownBy(() -> read(foreign(name, ZipEntry.STORED)))
                    .as(name)
                    .isInstanceOf(ZipRefused.class);
        }
    }

    @Test
    void whatIsPackedIsRefused() {
        assertThatThrownBy(() -> read(foreign("P/a", ZipEntry.DEFLATED))).isInstanceOf(ZipRefused.class);
    }

    @Test
    void membersOutOfOrderOrTwiceAreRefused() throws IOException {
        byte[] a = member("P/a");
        assertThat(read(end(a))).containsOnlyKeys("P/a");
        assertThatThrownBy(() -> read(end(a, a))).hasMessageContaining("name that cannot stand there");
        assertThatThrownBy(() -> read(end(member("P/b"), a))).hasMessageContaining("name that cannot stand there");
    }

    @Test
    void numbersBeyondFourBytesHaveTheirPlace() {
        List<ZipMember> many = java.util.stream.IntStream.range(0, 70_000)
                .mapToObj(n -> new ZipMember("P/" + n, 1, 0, 5_000_000_000L + n))
                .toList();
        byte[] end = ZipHeaders.end(many, 6_000_000_000L, 7_000_000L);
        assertThat(end).hasSize(56 + 20 + 22);
        assertThat(new String(end, 0, 4, StandardCharsets.ISO_8859_1)).isEqualTo("PK\u0006\u0006");
        assertThat(ZipHeaders.central(many.get(0))).hasSize(46 + 3 + 12);
        assertThat(ZipHeaders.end(many.subList(0, 65_534), 10, 10)).hasSize(22);
        assertThat(ZipHeaders.end(many.subList(0, 65_535), 10, 10)).hasSize(56 + 20 + 22);
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipWriter zip = new ZipWriter(out);
        for (Map.Entry<String, String> file : files.entrySet()) {
            byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
            zip.add(file.getKey(), content.length, crc32(content), new ByteArrayInputStream(content));
        }
        zip.finish();
        return out.toByteArray();
    }

    private static Map<String, String> read(byte[] zip) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        new ZipReader(new ByteArrayInputStream(zip)).read((name, start, bytes, content) -> {
            byte[] read = content.readNBytes((int) Math.min(bytes, 1 << 20));
            assertThat(Arrays.copyOfRange(zip, (int) start, (int) start + read.length))
                    .isEqualTo(read);
            found.put(name, new String(read, StandardCharsets.UTF_8));
        });
        return found;
    }

    private static long crc32(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    /** By the JDK's writer, which lets names pass. */
    private static byte[] foreign(String name, int method) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(method);
            entry.setSize(1);
            entry.setCompressedSize(method == ZipEntry.STORED ? 1 : -1);
            entry.setCrc(crc32(new byte[] {'x'}));
            zip.putNextEntry(entry);
            zip.write('x');
        }
        return out.toByteArray();
    }

    private static byte[] member(String name) {
        byte[] header = ZipHeaders.local(new ZipMember(name, 1, crc32(new byte[] {'x'}), 0));
        byte[] member = Arrays.copyOf(header, header.length + 1);
        member[header.length] = 'x';
        return member;
    }

    /** Members in that order, with the end that belongs to them. */
    private static byte[] end(byte[]... members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<ZipMember> list = new java.util.ArrayList<>();
        for (byte[] member : members) {
            String name = new String(member, 30, member.length - 31, StandardCharsets.US_ASCII);
            list.add(new ZipMember(name, 1, crc32(new byte[] {'x'}), out.size()));
            out.writeBytes(member);
        }
        int start = out.size();
        list.forEach(member -> out.writeBytes(ZipHeaders.central(member)));
        out.writeBytes(ZipHeaders.end(list, start, out.size() - start));
        return out.toByteArray();
    }
}
