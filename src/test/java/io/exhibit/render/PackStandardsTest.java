package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@OneJdk
final class PackStandardsTest {

    private static final byte[] PDF = RenderedSample.render(SamplePack.small());

    @Test
    void packConformsToPdfA3a() throws Exception {
        assertThat(Standards.failures(PDF, PDFAFlavour.PDFA_3_A)).isEmpty();
    }

    @Test
    void packConformsToPdfUa1() throws Exception {
        assertThat(Standards.failures(PDF, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    /** Ten seconds more. */
    @Test
    @EnabledIfSystemProperty(named = "exhibit.paper", matches = "all")
    void packOnLetterConformsToBoth() throws Exception {
        byte[] letter =
                RenderedSample.render(SamplePack.small(), Templates.shipped().on(Paper.LETTER));

        assertThat(Standards.failures(letter, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(Standards.failures(letter, PDFAFlavour.PDFUA_1)).isEmpty();
    }
}
