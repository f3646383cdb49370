package io.exhibit.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class PdfTest {
    private final String pdf = new String(Pdf.of(List.of("one (first)", "two \\ second")), StandardCharsets.US_ASCII);

    @Test
    void everyOffsetOfTheTableIsWhereItsObjectStarts() {
        Matcher offset = Pattern.compile("(\\d{10}) 00000 n ").matcher(pdf);
        int number = 0;
        while (offset.find()) {
            number++;
            assertThat(pdf.substring(Integer.parseInt(offset.group(1)))).startsWith(number + " 0 obj\n");
        }
        assertThat(number).isEqualTo(7);
        assertThat(pdf).contains("/Count 2");
    }

    @Test
    void startOfTheTableIsNamedAtTheEnd() {
        Matcher start = Pattern.compile("startxref\\n(\\d+)\\n%%EOF\\n$").matcher(pdf);
        assertThat(start.find()).isTrue();
        assertThat(pdf.substring(Integer.parseInt(start.group(1)))).startsWith("xref\n0 8\n");
    }

    @Test
    void bracketsInTextAreEscaped() {
        assertThat(pdf).contains("(one \\(first\\)) Tj", "(two \\\\ second) Tj");
    }
}
