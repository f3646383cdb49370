package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@OneJdk
final class ListingWriterTest {

    private static final int ROWS = 2_000;
    private static final Listing LONG = ListingSample.findings(ROWS);
    private static final byte[] PRINTED = ListingSample.print(LONG).get("open-findings-1.pdf");

    @Test
    void everyCellOfALongListIsInTheText() throws IOException {
        assertCellsPrinted(LONG, text(PRINTED));
    }

    @Test
    void hostileNamesAreInTheTextAsTheReportPrintsThem() throws IOException {
        Listing hostile = ListingSample.hostile();

        assertCellsPrinted(hostile, text(ListingSample.print(hostile).get("hostile-1.pdf")));
    }

    @Test
    void screenReaderHearsRowAfterRow() throws IOException {
        try (PDDocument document = Loader.loadPDF(PRINTED)) {
            ReadingOrder order = ReadingOrder.of(document);
            List<String> heard = order.texts();
            int first = heard.indexOf("VUL-00");

            assertThat(order.lost()).isEmpty();
            assertThat(heard.subList(first - 6, first))
                    .containsExactly("Test", "What deviates", "Resource", "Account, region", "Severity", "Days open");
            assertThat(heard.subList(first, heard.size() - 1))
                    .containsExactlyElementsOf(
                            rows(LONG).stream().flatMap(List::stream).toList());
            assertThat(heard.get(heard.size() - 1)).isEqualTo("Rows 1 to 2,000 of 2,000. End of the list.");
        }
    }

    @Test
    void textsLieOnEachPageAsTheyAreRead() throws IOException {
        for (byte[] file :
                List.of(PRINTED, ListingSample.print(ListingSample.hostile()).get("hostile-1.pdf"))) {
            try (PDDocument document = Loader.loadPDF(file)) {
                ReadingOrder order = ReadingOrder.of(document);

                assertThat(order.pages()).hasSizeGreaterThan(100).isEqualTo(order.treeByPage());
            }
        }
    }

    @Test
    void everyPageHasTheTablesHeadAndItsNumberAndWhatItIs() throws IOException {
        try (PDDocument document = Loader.loadPDF(PRINTED)) {
            int pages = document.getNumberOfPages();
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page : new int[] {1, 2, pages / 2, pages}) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);

                assertThat(stripper.getText(document))
                        .contains("What deviates", "Page " + page + " of " + pages, "SIMULATED, not AWS", "EH-2026-10");
            }
        }
    }

    @Test
    void sameRowsGiveTheSameBytes() {
        assertThat(ListingSample.print(LONG)).containsEntry("open-findings-1.pdf", PRINTED);
    }

    @Test
    void fileHasTheInstantOfIssue() throws IOException {
        try (PDDocument document = Loader.loadPDF(PRINTED)) {
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(Instant.parse("2026-11-01T06:12:31Z"));
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Open findings, Volume 1");
        }
    }

    @Test
    void volumesFollowEachOtherWithoutAGap() throws IOException {
        List<Listing.Volume> volumes = write(ListingSample.findings(25), 10, 250);

        assertThat(volumes)
                .extracting(Listing.Volume::file)
                .containsExactly("open-findings-1.pdf", "open-findings-2.pdf", "open-findings-3.pdf");
        assertThat(volumes).extracting(Listing.Volume::first).containsExactly(1L, 11L, 21L);
        assertThat(volumes).extracting(Listing.Volume::last).containsExactly(10L, 20L, 25L);
    }

    @Test
    void longRowsEndAVolumeByItsPages() throws IOException {
        assertThat(write(ListingSample.findings(60), 10_000, 1))
                .hasSizeGreaterThan(3)
                .allSatisfy(volume -> assertThat(volume.pages()).isEqualTo(1));
    }

    @Test
    void emptyListSaysSo() throws IOException {
        Map<String, byte[]> files = ListingSample.print(ListingSample.findings(0));

        assertThat(files).containsOnlyKeys("open-findings-1.pdf");
        assertThat(text(files.get("open-findings-1.pdf"))).contains("Thelistisempty.");
    }

    @Test
    void listThatIsShorterThanItSaysIsRefused() {
        Listing said = new Listing("open", "Open", List.of(), ListingBench.COLUMNS, 3, List.of(ListingBench.row(1)));

        assertThatThrownBy(() -> ListingSample.print(said))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("open has 1 rows, not 3");
    }

    private static List<Listing.Volume> write(Listing listing, int rows, int pages) throws IOException {
        return new ListingWriter(Templates.shipped(), rows, pages)
                .write(listing, SamplePack.small(), (name, volume) -> volume.to(OutputStream.nullOutputStream()));
    }

    private static List<List<String>> rows(Listing listing) {
        List<List<String>> rows = new ArrayList<>();
        listing.rows().forEach(rows::add);
        return rows;
    }

    private static void assertCellsPrinted(Listing listing, String text) throws IOException {
        try (Fonts fonts = new Fonts(Templates.shipped())) {
            VisibleText visible = new VisibleText(fonts::shows);
            int at = 0;
            for (List<String> row : rows(listing)) {
                for (String cell : row) {
                    String wanted = squeezed(visible.of(cell));
                    int found = text.indexOf(wanted, at);
                    // A row that is longer than a page is in pieces, with the heads of the pages between them.
                    if (wanted.length() < 2_000) {
                        assertThat(found).as(cell + " after " + at).isGreaterThanOrEqualTo(at);
                        at = found + wanted.length();
                    }
                }
            }
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return squeezed(new PDFTextStripper().getText(document));
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }
}
