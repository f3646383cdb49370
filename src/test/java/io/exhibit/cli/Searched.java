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
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
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
        Set<String> forms = forms(secret);
        return texts.stream()
                .filter(each -> forms.stream().anyMatch(each.text()::contains))
                .map(Text::of)
                .toList();
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
