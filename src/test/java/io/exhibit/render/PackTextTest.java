package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Document;
import io.exhibit.evidence.Gap;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a validator cannot see: whether the text is there. Compared without spaces, for lines are broken. */
final class PackTextTest {

    private static PDDocument document;
    private static String all;

    @BeforeAll
    static void open() throws IOException {
        document = Loader.loadPDF(RenderedSample.pdf());
        all = squeezed(new PDFTextStripper().getText(document));
    }

    @AfterAll
    static void close() throws IOException {
        document.close();
    }

    @Test
    void everyFindingIsInTheText() throws IOException {
        assertPrinted(SamplePack.content().assessment().tests().stream()
                .flatMap(test -> test.histories().stream())
                .flatMap(history -> Stream.of(
                        history.key(), history.text(), history.target().account())));
    }

    @Test
    void everyTestAndItsReasonAndProofIsInTheText() throws IOException {
        assertPrinted(SamplePack.content().assessment().tests().stream()
                .flatMap(test -> Stream.of(
                        test.assertion().id(),
                        test.assertion().says(),
                        test.counted().reason(),
                        test.proof())));
    }

    @Test
    void everyReasonWhySomethingWasNotJudgedIsInTheText() throws IOException {
        assertPrinted(SamplePack.content().assessment().tests().stream()
                .map(TestResult::inconclusive)
                .flatMap(List::stream)
                .map(Item::text));
    }

    @Test
    void everyGapIsInTheText() throws IOException {
        assertPrinted(SamplePack.content().runs().stream()
                .flatMap(run -> run.units().stream())
                .flatMap(unit -> unit.parts().stream())
                .flatMap(part -> part.gaps().stream())
                .flatMap(PackTextTest::words));
    }

    private static Stream<String> words(Gap gap) {
        return Stream.of(
                gap.call().operation(), gap.call().subject(), gap.cause().words(), gap.code(), gap.message());
    }

    @Test
    void everyUnitWithItsLawAndEveryDocumentIsInTheText() throws IOException {
        assertPrinted(SamplePack.content().assessment().controls().stream()
                .filter(unit -> unit.mapped())
                .flatMap(unit -> Stream.of(
                        unit.control().citation(),
                        unit.control().title(),
                        unit.control().text())));
        assertPrinted(SamplePack.content().assessment().documents().stream()
                .map(DocumentResult::document)
                .flatMap(document -> Stream.of(
                        document.id(),
                        document.says(),
                        document.filed().map(Document.Filed::digest).orElse(""))));
    }

    @Test
    void everyApprovalAndChangeOfTheBookIsInTheText() throws IOException {
        assertPrinted(SamplePack.content().books().stream()
                .flatMap(book -> Stream.concat(
                        book.changes().stream().map(Object::toString),
                        book.approvals().stream().flatMap(given -> Stream.of(given.approver(), given.reason())))));
    }

    @Test
    void everyPageButTheCoverSaysSimulatedAndItsNumber() throws IOException {
        int pages = document.getNumberOfPages();
        for (int page = 1; page <= pages; page++) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            String text = stripper.getText(document);
            assertThat(text).contains("SIMULATED");
            assertThat(page == 1 || text.contains("Page " + page + " of " + pages))
                    .isTrue();
        }
    }

    @Test
    void unreviewedMappingIsNamedOnTheCover() throws IOException {
        PDFTextStripper cover = new PDFTextStripper();
        cover.setEndPage(1);

        assertThat(cover.getText(document))
                .contains("Default mapping, not professionally reviewed")
                .contains("not a determination of compliance");
    }

    @Test
    void countedNeighboursOfATestStandBesideIt() {
        assertThat(all)
                .contains(squeezed("Beside it, not tested: 3 identity providers and 7 roles named AWSReservedSSO_"));
    }

    @Test
    void thresholdWithoutPolicyIsCalledAToolDefault() {
        assertThat(all)
                .contains(squeezed("min_password_length = 14 (tool default)"))
                .contains(squeezed("max_key_age_days = 60 days (SEC-03 §4.2)"));
    }

    private static void assertPrinted(Stream<String> texts) throws IOException {
        try (Fonts fonts = new Fonts(Templates.shipped())) {
            VisibleText visible = new VisibleText(fonts::shows);
            List<String> wanted = texts.map(visible::of)
                    .map(PackTextTest::squeezed)
                    .distinct()
                    .toList();
            assertThat(wanted)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(text -> assertThat(all).contains(text));
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }
}
