package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's logo, colours and section in a pack. */
@OneJdk
final class OwnPartsTest {

    @TempDir
    Path folder;

    @Test
    void logoColoursAndSectionsArePrinted() throws IOException {
        picture("logo.png", 300, 80);
        write("colours.txt", "ink: #7A0019\n");
        write("sections.txt", "retention: How long we keep records\n");
        write(
                "retention.ftlh",
                "<@section \"retention\">\n<p>Six years, ${pack.entity}. Our ink is #14263f.</p>\n</@section>\n");
        Templates own = Templates.in(folder);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new PackRenderer(own).render(SamplePack.small(), pdf);

        assertThat(own.pages()).containsKeys("logo.png", "colours.txt", "sections.txt", "retention.ftlh", "cover.ftlh");
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Six years, Example Health, Inc..");
            assertThat(images(document)).isEqualTo(1);
            List<String> marks = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                marks.add(item.getTitle());
            }
            // The cover and the contents have no number.
            int last = marks.size() - 2;
            assertThat(marks.get(last + 1)).isEqualTo(last + " Index");
            assertThat(marks.get(last)).isEqualTo((last - 1) + " How long we keep records");
            assertThat(PartValues.squeezed(text)).contains((last - 1) + "Howlongwekeeprecords");
        }
    }

    @Test
    void drawnLogoIsPrintedAndPassesTheCheck() throws IOException {
        write(
                "logo.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 80\"><rect width=\"80\" height=\"80\" rx=\"10\""
                        + " fill=\"#7a0019\"/><path d=\"M34 16 h12 v18 h18 z\" fill=\"#ffffff\"/></svg>");

        assertThat(TemplatesCheck.of(Templates.in(folder)).problems()).isEmpty();
    }

    private static int images(PDDocument document) throws IOException {
        PDResources cover = document.getPage(0).getResources();
        int images = 0;
        for (COSName name : cover.getXObjectNames()) {
            images += cover.isImageXObject(name) ? 1 : 0;
        }
        return images;
    }

    @Test
    void coloursChangePartsAndNotEvidence() {
        Colours colours = new Colours("colours.txt", "ink: #1b1f24\ntext: #000000\n");

        assertThat(colours.problems()).isEmpty();
        assertThat(colours.in("h1 { color: #14263F } p { color: #1b1f24 } a { color: #14263"))
                .isEqualTo("h1 { color: #1b1f24 } p { color: #000000 } a { color: #14263");
    }

    @Test
    void contrastIsThatOfWcag() {
        assertThat(Colours.contrast("#000000")).isEqualTo(21.0);
        assertThat(Colours.contrast("#ffffff")).isEqualTo(1.0);
        assertThat(String.format(Locale.ROOT, "%.2f", Colours.contrast("#767676")))
                .isEqualTo("4.54");
    }

    @Test
    void badLogoEndsAnIssuedPackAndIsLeftOutOfADraft() throws IOException {
        write("logo.png", "no picture");
        PackRenderer renderer = new PackRenderer(Templates.in(folder));

        assertThatThrownBy(() -> renderer.logo(SamplePack.small().issue()))
                .isInstanceOf(TemplatesRefused.class)
                .hasMessageContaining("logo.png:1:1: The logo is no PNG and no JPEG, whatever its name says.");
        Issue issue = SamplePack.small().issue();
        Issue draft = new Issue(issue.pack(), 1, issue.at(), true, issue.previous());
        assertThatCode(() -> assertThat(renderer.logo(draft)).isEmpty()).doesNotThrowAnyException();
        assertThat(Templates.in(folder).logoProblems()).hasSize(1);
    }

    @Test
    void logoIsBoundedInBytesAndPixels() throws IOException {
        picture("logo.png", 4001, 10);
        assertThat(Templates.in(folder).logoProblems())
                .extracting(problem -> problem.code() + " " + problem.message())
                .containsExactly("logo-size The logo has 4001 by 10 pixels; it may have 4000 each way.");
        Files.write(folder.resolve("logo.png"), new byte[600_000]);
        assertThat(Templates.in(folder).logoProblems())
                .extracting(problem -> problem.code() + " " + problem.message())
                .containsExactly("logo-size The logo has 600000 bytes; it may have 524288.");
    }

    private void picture(String name, int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0x7a0019));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        assertThat(ImageIO.write(picture, "png", folder.resolve(name).toFile())).isTrue();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
