package io.exhibit.console.book;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Kinds of document that are taken in: by the ending of their name and by their bytes, which have to agree. What is two kinds at once is refused where that can be told from its
 * frame; what remains is handed out as a file and nothing else, so that no browser takes it for a page.
 */
enum DocumentKind {
    PDF("pdf"),
    PNG("png"),
    JPG("jpg", "jpeg"),
    DOCX("docx"),
    XLSX("xlsx"),
    ODT("odt"),
    TXT("txt");

    /** A zip is looked into: more entries, or more in them, than a document has is none. */
    private static final int ENTRIES = 5_000;

    private static final long UNPACKED = 200L << 20;

    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final List<String> endings;

    DocumentKind(String... endings) {
        this.endings = List.of(endings);
    }

    /** Under which a file of this kind is kept. */
    String ending() {
        return endings.get(0);
    }

    /** What was found out: a kind, or the sentence that says why it is none. */
    record Found(Optional<DocumentKind> kind, String sentence) {

        static Found not(String sentence) {
            return new Found(Optional.empty(), sentence);
        }
    }

    static Found of(String name, byte[] bytes) {
        if (name.length() > 200
                || name.chars()
                        .anyMatch(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || "/\\:<>|*?".indexOf(c) >= 0)) {
            return Found.not("The name of the file has letters that a name has not. Give it another name.");
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Optional<DocumentKind> named = Arrays.stream(values())
                .filter(kind -> kind.endings.contains(ending) && name.lastIndexOf('.') > 0)
                .findFirst();
        if (named.isEmpty()) {
            return Found.not("A document is a PDF, PNG, JPEG, DOCX, XLSX or ODT file, or plain text in .txt.");
        }
        if (bytes.length == 0) {
            return Found.not("The file is empty.");
        }
        return named.get().fits(bytes)
                ? new Found(named, "")
                : Found.not("What is in the file is not, or not only, what its ending ." + ending
                        + " says. Save it as that once more.");
    }

    private boolean fits(byte[] bytes) {
        return switch (this) {
            case PDF -> isPdf(bytes);
            case PNG -> isPng(bytes);
            case JPG -> isJpeg(bytes);
            case DOCX -> isZip(bytes, Set.of("[Content_Types].xml", "word/document.xml"), "");
            case XLSX -> isZip(bytes, Set.of("[Content_Types].xml", "xl/workbook.xml"), "");
            case ODT -> isZip(bytes, Set.of("mimetype", "content.xml"), "application/vnd.oasis.opendocument.text");
            case TXT -> isText(bytes);
        };
    }

    /** From its first byte on, and nothing but empty lines behind its end. */
    private static boolean isPdf(byte[] bytes) {
        String head = latin(bytes, 0, 8);
        String tail = latin(bytes, Math.max(0, bytes.length - 1_024), bytes.length);
        int end = tail.lastIndexOf("%%EOF");
        return head.matches("%PDF-[12]\\.[0-9]")
                && end >= 0
                && tail.substring(end + 5).replace("\0", "").isBlank();
    }

    /** Chunk by chunk to the last one, which ends the file. */
    private static boolean isPng(byte[] bytes) {
        if (bytes.length < 8 || !Arrays.equals(PNG_HEAD, Arrays.copyOf(bytes, 8))) {
            return false;
        }
        ByteBuffer all = ByteBuffer.wrap(bytes);
        long at = 8;
        while (at + 12 <= bytes.length) {
            long size = Integer.toUnsignedLong(all.getInt((int) at));
            String type = latin(bytes, (int) at + 4, (int) at + 8);
            if (!type.matches("[A-Za-z]{4}") || at == 8 && !type.equals("IHDR") || at + 12 + size > bytes.length) {
                return false;
            }
            at += 12 + size;
            if (type.equals("IEND")) {
                return at == bytes.length;
            }
        }
        return false;
    }

    private static boolean isJpeg(byte[] bytes) {
        int n = bytes.length;
        return n > 20
                && (bytes[0] & 0xff) == 0xff
                && (bytes[1] & 0xff) == 0xd8
                && (bytes[2] & 0xff) == 0xff
                && (bytes[3] & 0xff) >= 0xc0
                && (bytes[n - 2] & 0xff) == 0xff
                && (bytes[n - 1] & 0xff) == 0xd9;
    }

    /** From its first byte to its last one, with what such a document has in it, and without programs. */
    private static boolean isZip(byte[] bytes, Set<String> needed, String mimetype) {
        int end = bytes.length - 22;
        if (end < 0
                || !latin(bytes, 0, 4).equals("PK\u0003\u0004")
                || !latin(bytes, end, end + 4).equals("PK\u0005\u0006")) {
            return false;
        }
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        byte[] some = new byte[1 << 14];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (names.size() >= ENTRIES || !isInside(name) || !names.add(name)) {
                    return false;
                }
                String first = "";
                for (int n = zip.read(some); n >= 0; n = zip.read(some)) {
                    first = first.isEmpty() ? latin(some, 0, Math.min(n, 100)) : first;
                    unpacked += n;
                    if (unpacked > UNPACKED) {
                        return false;
                    }
                }
                if (name.equals("mimetype") && !first.equals(mimetype)) {
                    return false;
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            return false;
        } catch (IOException e) {
            // It ends in the middle of an entry.
            return false;
        }
        int listed = (bytes[end + 10] & 0xff) | (bytes[end + 11] & 0xff) << 8;
        return names.containsAll(needed) && listed == names.size();
    }

    private static boolean isInside(String name) {
        return !name.isEmpty()
                && !name.startsWith("/")
                && !name.contains("\\")
                && !name.contains(":")
                && !List.of(name.split("/", -1)).contains("..")
                && name.chars().noneMatch(Character::isISOControl)
                && !name.toLowerCase(Locale.ROOT)
                        .matches(".*(vbaproject\\.bin|\\.(exe|dll|js|vbs|html?|svg|jar|sh|bat|cmd|ps1))");
    }

    /** Letters alone, and not the beginning of a page or a drawing. */
    private static boolean isText(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String begins = text.replaceFirst("^\ufeff", "").stripLeading();
            return text.chars().noneMatch(c -> Character.isISOControl(c) && "\n\r\t\f".indexOf(c) < 0)
                    && !begins.startsWith("<")
                    && !begins.startsWith("%PDF")
                    && !begins.startsWith("GIF8")
                    && !begins.startsWith("#!");
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String latin(byte[] bytes, int from, int to) {
        int end = Math.min(Math.max(to, 0), bytes.length);
        return from >= end ? "" : new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
