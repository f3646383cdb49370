package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalTest {

    private final Canonical canonical = new Canonical();

    @Test
    void membersStandInTheOrderOfTheirNamesHoweverTheyCame() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("b", List.of(1L, 2.5, true, Map.of()));
        one.put("a", Instant.parse("1970-01-01T00:00:01.5Z"));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("a", one.get("a"));
        other.put("b", one.get("b"));

        assertThat(canonical.text(one)).isEqualTo("{\"a\":1.500000000,\"b\":[1,2.5,true,{}]}");
        assertThat(canonical.text(other)).isEqualTo(canonical.text(one));
    }

    @Test
    void controlCharactersQuotesAndBackslashesAreEscaped() {
        assertThat(canonical.text("a\"b\\c\n\u00e9")).isEqualTo("\"a\\\"b\\\\c\\u000a\u00e9\"");
    }

    @Test
    void mapsWithFreeKeysAreSortedTooWhenTheyAreMany() {
        for (int i = 0; i < 3_000; i++) {
            Map<String, Object> tags = new LinkedHashMap<>();
            tags.put("z" + i, "1");
            tags.put("a" + i, "2");
            assertThat(canonical.text(tags)).isEqualTo("{\"a" + i + "\":\"2\",\"z" + i + "\":\"1\"}");
        }
    }
}
