package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A table of three pages with a caption, and what is heard and drawn of its head. */
final class RepeatedHeadsTest {

    private static final int ROWS = 110;
    private static byte[] laid;
    private static byte[] mended;

    @BeforeAll
    static void lay() throws IOException {
        laid = pdf(false);
        mended = pdf(true);
    }

    @Test
    void layoutRepeatsTheHeadInTheTree() throws IOException {
        try (PDDocument document = Loader.loadPDF(laid)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(ReadingOrder.of(document).texts())
                    .as("when the layout no longer does this, RepeatedHeads can go")
                    .filteredOn("Conclusion"::equals)
                    .hasSize(3);
        }
    }

    @Test
    void headIsHeardOnceAfterTheCaptionAndBeforeTheRows() throws IOException {
        try (PDDocument document = Loader.loadPDF(mended)) {
            List<String> heard = ReadingOrder.of(document).texts().stream()
                    .filter(text -> !text.isBlank())
                    .toList();

            assertThat(heard.subList(0, 7))
                    .containsExactly("Start", "Units", "Unit", "Conclusion", "of the month", "0", "met");
            assertThat(heard).hasSize(5 + 2 * ROWS + 1);
        }
    }

    @Test
    void everythingElseIsReadInTheOrderInWhichItLies() throws IOException {
        try (PDDocument document = Loader.loadPDF(mended)) {
            ReadingOrder order = ReadingOrder.of(document);

            assertThat(order.lost()).isEmpty();
            assertThat(order.treeByPage()).isEqualTo(order.pages());
        }
    }

    @Test
    void headIsStillDrawnOnEveryPageOnce() throws IOException {
        assertThat(overdrawn(mended)).isEmpty();
        try (PDDocument document = Loader.loadPDF(mended)) {
            for (int page = 1; page <= 3; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).containsOnlyOnce("Conclusion");
            }
        }
    }

    @Test
    void pagesShowWhatTheyShowed() throws IOException {
        try (PDDocument before = Loader.loadPDF(laid);
                PDDocument after = Loader.loadPDF(mended)) {
            PDFTextStripper stripper = new PDFTextStripper();

            assertThat(stripper.getText(after)).isEqualTo(stripper.getText(before));
        }
    }

    /** Glyphs that lie on the same glyph. */
    private static List<String> overdrawn(byte[] pdf) throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition at) {
                String glyph = getCurrentPageNo() + " " + at.getTextMatrix() + at.getUnicode();
                if (!seen.add(glyph)) {
                    twice.add(glyph);
                }
            }
        };
        try (PDDocument document = Loader.loadPDF(pdf)) {
            stripper.getText(document);
        }
        return twice;
    }

    private static byte[] pdf(boolean mend) throws IOException {
        StringBuilder rows = new StringBuilder();
        IntStream.range(0, ROWS)
                .forEach(row -> rows.append("<tr style='page-break-inside: avoid'><td>")
                        .append(row)
                        .append("</td><td>met</td></tr>"));
        String xhtml = "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>t</title>"
                + "<meta name='subject' content='t'/></head>"
                + "<body style='font: 9pt/1.4 Plex'><p>Start</p><table style='-fs-table-paginate: paginate; border-collapse: collapse; color: #300'>"
                + "<caption>Units</caption><thead><tr style='color: #030'><th>Unit</th>"
                + "<th>Conclusion<br/>of the month</th></tr></thead><tbody>" + rows + "</tbody></table>"
                + "<p>End</p></body></html>";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Fonts fonts = new Fonts(Templates.shipped());
                PDDocument document = new PDDocument()) {
            PdfPages.lay(PdfPages.document(xhtml), fonts, "test", document);
            if (mend) {
                RepeatedHeads.mend(document);
            }
            document.save(out);
        }
        return out.toByteArray();
    }
}
