package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VisibleTextTest {

    private final VisibleText visible = new VisibleText(character -> character < 0x3000);

    @ParameterizedTest
    @CsvSource({
        "0000, control",
        "0008, control",
        "001B, control",
        "0085, C1 control",
        "00AD, soft hyphen",
        "200B, zero width",
        "200E, left-to-right mark",
        "202E, override",
        "2066, isolate",
        "FEFF, byte order mark",
        "2028, line separator",
        "D800, lone surrogate",
        "DFFF, lone surrogate",
        "E000, private use",
        "FFFC, object",
        "2003, em space",
        "4E00, no glyph",
        "1F600, no glyph"
    })
    void whatCannotBeSeenIsPrintedAsItsNumber(String number, String kind) {
        String character = new String(Character.toChars(Integer.parseInt(number, 16)));

        assertThat(visible.of("a" + character + "b"))
                .as(kind)
                .isEqualTo("a\\u{" + number.replaceFirst("^0+(?=.)", "") + "}b");
    }

    @Test
    void lineEndsAndTabsBecomeSpaces() {
        assertThat(visible.of("a\tb\nc\r\nd")).isEqualTo("a b c  d");
    }

    @Test
    void textThatLooksLikeANumberDiffersFromOne() {
        assertThat(visible.of("\\u{202E}")).isEqualTo("\\u{5C}u{202E}").isNotEqualTo(visible.of("\u202e"));
    }

    @Test
    void plainTextStaysAsItIs() {
        assertThat(visible.of("arn:aws:iam::1:user/Đặng λόγος")).isEqualTo("arn:aws:iam::1:user/Đặng λόγος");
    }

    @Test
    void everyTextOfATreeIsMadeVisible() {
        Object tree = visible.of(Map.of("a", List.of("x\u0007", true, 3L)));

        assertThat(tree).isEqualTo(Map.of("a", List.of("x\\u{7}", true, 3L)));
    }

    @Test
    void nothingButMapsListsTextsNumbersAndTruthValuesIsPartOfAModel() {
        assertThatThrownBy(() -> visible.of(Map.of("a", Instant.EPOCH))).isInstanceOf(IllegalArgumentException.class);
    }
}
