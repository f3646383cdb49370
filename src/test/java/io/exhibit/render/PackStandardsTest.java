package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

final class PackStandardsTest {

    private static final byte[] PDF = RenderedSample.render(SamplePack.small());
    private static final Locale BEFORE = Locale.getDefault();

    /** veraPDF folds the names of types by the default locale, and does not know "Integer" in a Turkish one. */
    @BeforeAll
    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
        Locale.setDefault(Locale.ROOT);
    }

    @AfterAll
    static void restore() {
        Locale.setDefault(BEFORE);
    }

    @Test
    void packConformsToPdfA3a() throws Exception {
        assertThat(failures(PDFAFlavour.PDFA_3_A)).isEmpty();
    }

    @Test
    void packConformsToPdfUa1() throws Exception {
        assertThat(failures(PDFAFlavour.PDFUA_1)).isEmpty();
    }

    private static List<String> failures(PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(PDF), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isGreaterThan(10_000);
            return result.getTestAssertions().stream()
                    .map(failure -> failure.getRuleId().getClause() + " " + failure.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
