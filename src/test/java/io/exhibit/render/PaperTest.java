package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.exhibit.OneJdk;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The pack and its listings on each paper: no page of another size, no text beyond the margins, nothing lost. */
@OneJdk
final class PaperTest {

    private static final float MM = 72 / 25.4f;
    private static final float HEAD_SIZE = 7.4f;
    private static final Templates ON_LETTER = Templates.shipped().on(Paper.LETTER);
    private static final byte[] LETTER =
            RenderedSample.keep("sample-letter.pdf", RenderedSample.render(SamplePack.small(), ON_LETTER));
    private static final Map<Paper, byte[]> PACKS = Map.of(Paper.A4, RenderedSample.pdf(), Paper.LETTER, LETTER);

    @ParameterizedTest
    @EnumSource(Paper.class)
    void everyPageOfAPackHasTheSizeOfThePaper(Paper paper) throws IOException {
        assertSizes(PACKS.get(paper), paper);
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void noTextOfAPackLiesBeyondTheMarginsAndNoPageEndsWithTheHeadOfATable(Paper paper) throws IOException {
        assertPlaces(PACKS.get(paper), paper);
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void theSameHoldsForTheDirectWriterOfListings(Paper paper) throws IOException {
        byte[] listing = ListingSample.print(
                        ListingSample.hostile(), Templates.shipped().on(paper))
                .get("hostile-1.pdf");

        assertSizes(listing, paper);
        assertPlaces(listing, paper);
    }

    @Test
    void nothingOfThePackIsLostOnLetter() throws IOException {
        Document pages = PackRenderer.pages(new PackRenderer(ON_LETTER).text(SamplePack.small()));
        try (PDDocument document = Loader.loadPDF(LETTER)) {
            assertThat(PrintedText.problems(
                            (Element) pages.getElementsByTagName("body").item(0), document, section -> section))
                    .isEmpty();
        }
    }

    @Test
    void paperIsPartOfWhatMakesThePack() throws IOException {
        Templates a4 = Templates.shipped();

        assertThat(a4.on(Paper.A4).digest()).isEqualTo(a4.digest());
        assertThat(ON_LETTER.digest()).isNotEqualTo(a4.digest());
    }

    private static void assertSizes(byte[] pdf, Paper paper) throws IOException {
        float[] size = paper == Paper.A4 ? new float[] {595.28f, 841.89f} : new float[] {612, 792};
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isEqualTo(size[0], within(0.1f));
                assertThat(page.getMediaBox().getHeight()).isEqualTo(size[1], within(0.1f));
                assertThat(page.getCropBox()).hasToString(page.getMediaBox().toString());
            }
        }
    }

    private static void assertPlaces(byte[] pdf, Paper paper) throws IOException {
        float width = (paper == Paper.A4 ? 210 : 215.9f) * MM;
        float height = (paper == Paper.A4 ? 297 : 279.4f) * MM;
        float left = (width - 170 * MM) / 2;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                List<TextPosition> shown = shown(document, page);
                float last = 0;
                for (TextPosition glyph : shown) {
                    float y = glyph.getYDirAdj();
                    String where = glyph.getUnicode() + " on page " + page + " at " + glyph.getXDirAdj() + ", " + y;
                    assertThat(glyph.getXDirAdj()).as(where).isGreaterThan(left - 1);
                    assertThat(glyph.getXDirAdj() + glyph.getWidthDirAdj())
                            .as(where)
                            .isLessThan(left + 170 * MM + 1);
                    boolean running = y < 22 * MM || y > height - 14 * MM;
                    assertThat(running ? y > 7 * MM && y < height - 7 * MM : y < height - 22 * MM)
                            .as(where)
                            .isTrue();
                    last = running ? last : Math.max(last, y);
                }
                float bottom = last;
                assertThat(shown)
                        .as("last line of page " + page)
                        .filteredOn(glyph -> Math.abs(glyph.getYDirAdj() - bottom) < 0.5)
                        .isNotEmpty()
                        .anySatisfy(glyph -> assertThat(head(glyph)).isFalse());
            }
        }
    }

    private static boolean head(TextPosition glyph) {
        return Math.abs(glyph.getFontSizeInPt() - HEAD_SIZE) < 0.05
                && glyph.getFont().getName().contains("SemiBold");
    }

    private static List<TextPosition> shown(PDDocument document, int page) throws IOException {
        List<TextPosition> shown = new ArrayList<>();
        PDFTextStripper places = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                positions.stream()
                        .filter(glyph -> !glyph.getUnicode().isBlank())
                        .forEach(shown::add);
            }
        };
        places.setStartPage(page);
        places.setEndPage(page);
        places.writeText(document, new StringWriter());
        return shown;
    }
}
