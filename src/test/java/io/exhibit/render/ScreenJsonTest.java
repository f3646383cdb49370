package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What scripts of pages read. */
final class ScreenJsonTest {

    @Test
    void aHostileTextIsReadAsItIsAndMeansNothingToAPage() throws Exception {
        String hostile = "</script><b a='\"'>&\\ \u2028\u202e\u007f\n\0é😀";
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("text", hostile);
        row.put("none", null);
        row.put("line", 7);

        String json = ScreenJson.of(List.of(row));

        assertThat(json).matches("[\\x20-\\x7e]*").doesNotContain("<", ">", "&", "'");
        JsonNode read = new ObjectMapper().readTree(json).get(0);
        assertThat(read.get("text").asText()).isEqualTo(hostile);
        assertThat(read.get("none").isNull()).as("an absent one").isTrue();
        assertThat(read.get("line").asText()).isEqualTo("7");
        assertThat(ScreenJson.of(List.of())).isEqualTo("[]");
    }
}
