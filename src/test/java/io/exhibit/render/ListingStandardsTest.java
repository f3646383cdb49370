package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@OneJdk
final class ListingStandardsTest {

    private static final byte[] HOSTILE =
            ListingSample.print(ListingSample.hostile()).get("hostile-1.pdf");

    @Test
    void listingOfHostileNamesConformsToPdfA3a() throws Exception {
        assertThat(Standards.failures(HOSTILE, PDFAFlavour.PDFA_3_A)).isEmpty();
    }

    @Test
    void listingOfHostileNamesConformsToPdfUa1() throws Exception {
        assertThat(Standards.failures(HOSTILE, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    /** Minutes. */
    @Test
    @EnabledIfSystemProperty(named = "exhibit.listing", matches = "all")
    void everyVolumeOfAHundredThousandRowsConforms() throws Exception {
        Map<String, byte[]> volumes = ListingSample.print(ListingSample.findings(100_000));
        assertThat(volumes).hasSizeGreaterThan(9);
        for (Map.Entry<String, byte[]> volume : volumes.entrySet()) {
            assertThat(Standards.failures(volume.getValue(), PDFAFlavour.PDFA_3_A))
                    .as(volume.getKey())
                    .isEmpty();
            assertThat(Standards.failures(volume.getValue(), PDFAFlavour.PDFUA_1))
                    .as(volume.getKey())
                    .isEmpty();
        }
    }
}
