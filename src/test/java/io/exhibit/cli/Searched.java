package io.exhibit.cli;

import com.github.luben.zstd.ZstdInputStream;
import io.exhibit.evidence.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Everything that lies below a folder, unpacked: evidence, packs with what they hold, PDF files with their text and attached files. */
final class Searched {

    /** A text, and which file it is of. Every byte is a character. */
    private record Text(String of, String text) {}

    private final List<Text> texts = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    private Searched() {}

    static Searched below(Path folder) throws IOException {
        Searched all = new Searched();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.add(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return all;
    }

    int files() {
        return texts.size();
    }

    /** The first one that holds a text as it is. */
    boolean holds(String text) {
        return texts.stream().anyMatch(each -> each.text().contains(text));
    }

    /** Where a secret stands, in clear, base64, hexadecimal or as in an address. */
    List<String> places(String secret) {
        return places(List.of(secret)).getOrDefault(secret, List.of());
    }

    /** The same of many, those that stand somewhere. Each text is gone through once for all of them. */
    Map<String, List<String>> places(Collection<String> secrets) {
        // By the first two characters, which few places of a text have in common with any form.
        Map<Integer, List<Map.Entry<String, String>>> begun = new HashMap<>();
        BitSet beginnings = new BitSet(1 << 16);
        for (String secret : Set.copyOf(secrets)) {
            for (String form : forms(secret)) {
                int beginning = form.charAt(0) << 8 | form.charAt(1);
                beginnings.set(beginning);
                begun.computeIfAbsent(beginning, any -> new ArrayList<>()).add(Map.entry(form, secret));
            }
        }
        Map<String, List<String>> found = new TreeMap<>();
        for (Text each : texts) {
            String text = each.text();
            Set<String> here = new TreeSet<>();
            for (int at = 0; at + 1 < text.length(); at++) {
                int beginning = text.charAt(at) << 8 | text.charAt(at + 1);
                if (beginnings.get(beginning)) {
                    for (Map.Entry<String, String> form : begun.getOrDefault(beginning, List.of())) {
                        if (text.startsWith(form.getKey(), at)) {
                            here.add(form.getValue());
                        }
                    }
                }
            }
            here.forEach(secret ->
                    found.computeIfAbsent(secret, any -> new ArrayList<>()).add(each.of()));
        }
        return found;
    }

    private static Set<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        Set<String> forms = new TreeSet<>(List.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                hex,
                hex.toUpperCase(java.util.Locale.ROOT)));
        for (int before = 0; before < 3; before++) {
            // Within a longer text it begins at one of three places; what depends on its neighbours is left out.
            String encoded =
                    Base64.getEncoder().encodeToString(("x".repeat(before) + secret).getBytes(StandardCharsets.UTF_8));
            String sure = encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - 4);
            forms.add(sure);
            forms.add(sure.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }

    private void add(String name, byte[] bytes) throws IOException {
        // A pack holds the files of the vault once more, and is delivered once more.
        if (!known.add(Sha256.hex(bytes))) {
            return;
        }
        texts.add(new Text(name, new String(bytes, StandardCharsets.ISO_8859_1)));
        if (name.endsWith(".zst")) {
            try (InputStream in = new ZstdInputStream(new ByteArrayInputStream(bytes)).setContinuous(true)) {
                add(name + "!", in.readAllBytes());
            }
        } else if (name.endsWith(".zip")) {
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    add(name + "!" + entry.getName(), in.readAllBytes());
                }
            }
        } else if (name.endsWith(".pdf")) {
            pdf(name, bytes);
        }
    }

    private void pdf(String name, byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            texts.add(new Text(name + "!text", new PDFTextStripper().getText(pdf)));
            for (COSObjectKey key : pdf.getDocument().getXrefTable().keySet()) {
                COSObject object = pdf.getDocument().getObjectFromPool(key);
                COSBase content = object.getObject();
                if (content instanceof COSStream stream) {
                    try (InputStream in = stream.createInputStream()) {
                        texts.add(
                                new Text(name + "!" + key, new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)));
                    }
                }
            }
        }
    }
}
