package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

final class PackRendererTest {

    @Test
    void everyPageOfTheSampleIsLaidOut() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write(RenderedSample.pdf());
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            assertThat(document.getNumberOfPages()).isGreaterThan(30);
        }
    }
}
