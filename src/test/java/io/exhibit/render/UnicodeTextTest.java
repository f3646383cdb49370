package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** Random texts of all of Unicode come out of the printed file as they were made visible, and could be turned back. */
final class UnicodeTextTest {

    private static final int STRINGS = 5_000;

    /** Laid out one after the other, so that a run by hand takes as many: {@code -Dexhibit.unicode=5000}. */
    private static final int LAID_OUT = Integer.getInteger("exhibit.unicode", 300);

    private static final int AT_ONCE = 1_000;
    private static final Pattern NUMBER = Pattern.compile("\\\\u\\{([0-9A-F]+)}");
    private static final List<String> PIECES = List.of(
            "<b>",
            "</td>",
            "&amp;",
            "]]>",
            "<!--",
            "${7*7}",
            "<#assign x=1>",
            "\\u{202E}",
            "\\u{5C}",
            "\\u",
            "\t",
            "\r\n");

    /** First and last of what a letter is drawn from, beside all of the seventeen planes. */
    private static final int[][] RANGES = {
        {0x20, 0x7e},
        {0xa0, 0x24f},
        {0x300, 0x36f},
        {0x370, 0x58f},
        {0x590, 0x8ff},
        {0xe00, 0xe7f},
        {0x10a0, 0x10ff},
        {0x1e00, 0x1fff},
        {0x2000, 0x206f},
        {0x3040, 0x30ff},
        {0x4e00, 0x9fff},
        {0, 0x9f},
        {0xd800, 0xdfff},
        {0xe000, 0xf8ff},
        {0xfdd0, 0xfdef},
        {0xfff0, 0xffff},
        {0x1f300, 0x1faff},
        {0, 0x10ffff}
    };

    private static final List<String> TEXTS = texts();

    @Test
    void whatIsMadeVisibleCanBeTurnedBackButForTabsAndLineEnds() throws IOException {
        try (Fonts fonts = new Fonts(Templates.shipped())) {
            VisibleText visible = new VisibleText(fonts::shows);

            assertThat(TEXTS)
                    .hasSize(STRINGS)
                    .allSatisfy(text -> assertThat(back(visible.of(text))).isEqualTo(text.replaceAll("[\t\r\n]", " ")));
        }
    }

    @Test
    void everyCellOfAListingIsExtractedAsItWasMadeVisible() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            rows.add(List.of(String.valueOf(i), marked(i, TEXTS.get(i))));
        }
        Listing listing = new Listing(
                "texts",
                "Texts",
                List.of(),
                List.of(
                        new Listing.Column("Row", 20, Listing.Setting.CODE),
                        new Listing.Column("Text", 150, Listing.Setting.TEXT)),
                rows.size(),
                rows);

        assertExtracted(ListingSample.print(listing).get("texts-1.pdf"), 0, TEXTS);
    }

    @Test
    void everyCellOfALaidOutPackIsExtractedAsItWasMadeVisible() throws IOException {
        for (int from = 0; from < LAID_OUT; from += AT_ONCE) {
            List<String> texts = TEXTS.subList(from, Math.min(from + AT_ONCE, LAID_OUT));
            List<String> marked = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                marked.add(marked(from + i, texts.get(i)));
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            try (Fonts fonts = new Fonts(Templates.shipped());
                    PDDocument document = new PDDocument()) {
                PdfPages.lay(PdfPages.document(HostileTextTest.xhtml(marked, fonts)), fonts, "test", document);
                document.save(pdf);
            }
            assertExtracted(pdf.toByteArray(), from, texts);
        }
    }

    private static void assertExtracted(byte[] pdf, int first, List<String> texts) throws IOException {
        List<String> wrong = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf);
                Fonts fonts = new Fonts(Templates.shipped())) {
            VisibleText visible = new VisibleText(fonts::shows);
            String all = squeezed(String.join("", ReadingOrder.of(document).texts()));
            int last = 0;
            for (int i = 0; i < texts.size(); i++) {
                String wanted = squeezed(visible.of(marked(first + i, texts.get(i))));
                String begin = "@" + (first + i) + "(";
                int after = all.indexOf(begin, last);
                int at = after < 0 ? all.indexOf(begin) : after;
                last = Math.max(at, 0);
                if (at < 0 || !all.startsWith(wanted, at)) {
                    wrong.add(wanted + " is "
                            + (at < 0 ? "nowhere" : all.substring(at, Math.min(all.length(), at + wanted.length()))));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Between marks that no random text has, so that what is found is the whole of the cell. */
    private static String marked(int number, String text) {
        return "@" + number + "(" + text + ")" + number + "@";
    }

    private static String squeezed(String text) {
        return text.replaceAll("[ \\u00a0\\r\\n]+", "");
    }

    private static String back(String visible) {
        Matcher number = NUMBER.matcher(visible);
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (number.find()) {
            text.append(visible, from, number.start()).appendCodePoint(Integer.parseInt(number.group(1), 16));
            from = number.end();
        }
        return text.append(visible.substring(from)).toString();
    }

    private static List<String> texts() {
        Random random = new Random(20261129);
        Set<String> texts = new LinkedHashSet<>();
        while (texts.size() < STRINGS) {
            StringBuilder text = new StringBuilder();
            for (int left = 1 + random.nextInt(16); left > 0; left--) {
                int[] range = RANGES[random.nextInt(RANGES.length)];
                if (random.nextInt(12) == 0) {
                    text.append(PIECES.get(random.nextInt(PIECES.size())));
                } else {
                    text.appendCodePoint(range[0] + random.nextInt(range[1] - range[0] + 1));
                }
            }
            texts.add(text.toString());
        }
        return List.copyOf(texts);
    }
}
