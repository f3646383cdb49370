package io.exhibit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.evidence.RunRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    private static final Leaf LEAF = new Leaf(Leaf.Kind.PACK, "p", "", "00", Instant.parse("2026-10-05T02:15:00Z"));
    private static final String LINE =
            "{\"file\":\"\",\"id\":\"p\",\"kind\":\"pack\",\"sha256\":\"00\",\"time\":\"2026-10-05T02:15:00Z\"}\n";

    @Test
    void leafIsOneLineWithSortedMembers() throws IOException {
        assertThat(new String(CanonicalJson.line(LEAF), StandardCharsets.UTF_8)).isEqualTo(LINE);
        assertThat(CanonicalJson.read(SampleRun.bytes(LINE), Leaf.class)).isEqualTo(LEAF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}\n",
                "null\n",
                "[]\n",
                "{\"file\":\"\",\"id\":\"p\",\"kind\":\"pack\",\"sha256\":\"00\",\"time\":\"2026-10-05T02:15:00Z\"}",
                "{ \"file\":\"\",\"id\":\"p\",\"kind\":\"pack\",\"sha256\":\"00\",\"time\":\"2026-10-05T02:15:00Z\"}\n",
                "{\"id\":\"p\",\"file\":\"\",\"kind\":\"pack\",\"sha256\":\"00\",\"time\":\"2026-10-05T02:15:00Z\"}\n",
                "{\"file\":\"\",\"id\":\"p\",\"kind\":\"pack\",\"sha256\":\"00\",\"time\":\"2026-10-05T02:15:00.000Z\"}\n",
                "{\"file\":\"\",\"id\":\"p\",\"kind\":\"pack\",\"sha256\":\"00\",\"time\":\"yesterday\"}\n",
                "{\"file\":\"\",\"id\":\"p\",\"kind\":\"tale\",\"sha256\":\"00\",\"time\":\"2026-10-05T02:15:00Z\"}\n",
                "{\"file\":\"\",\"id\":\"p\",\"kind\":\"pack\",\"sha256\":null,\"time\":\"2026-10-05T02:15:00Z\"}\n",
                "{\"file\":\"\",\"id\":\"p\",\"kind\":\"pack\",\"time\":\"2026-10-05T02:15:00Z\"}\n",
                "{\"file\":\"\",\"id\":\"o\",\"id\":\"p\",\"kind\":\"pack\",\"sha256\":\"00\",\"time\":\"2026-10-05T02:15:00Z\"}\n",
                "{\"file\":\"\",\"id\":\"p\",\"kind\":\"pack\",\"more\":1,\"sha256\":\"00\",\"time\":\"2026-10-05T02:15:00Z\"}\n",
                "{\"file\":\"\",\"id\":\"p\",\"kind\":\"pack\",\"sha256\":\"00\",\"time\":\"2026-10-05T02:15:00Z\"}{}\n"
            })
    void everyOtherSpellingIsRefused(String line) {
        assertThatThrownBy(() -> CanonicalJson.read(SampleRun.bytes(line), Leaf.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("canonical form");
    }

    @Test
    void runRecordComesBackAndItsMapsAreSorted() throws IOException {
        RunRecord record =
                SampleRun.record("r1", RunRecord.Outcome.FAILED, "a \"reason\"\u0001\u2028/\u0130", List.of());
        byte[] line = CanonicalJson.line(record);
        assertThat(CanonicalJson.read(line, RunRecord.class)).isEqualTo(record);
        assertThat(new String(line, StandardCharsets.UTF_8))
                .contains("\"digests\":{\"build\":\"11\",\"mappings\":\"22\",\"settings\":\"00\"}")
                .contains("\"reason\":\"a \\\"reason\\\"\\u0001\u2028/\u0130\"")
                .contains("\"started\":\"2026-10-05T02:15:00.123456789Z\"");
    }

    @Test
    void loneSurrogateDoesNotStopASeal() throws IOException {
        byte[] line = CanonicalJson.line(Map.of("a", "x\ud83dy"));
        assertThat(new String(line, StandardCharsets.UTF_8)).isEqualTo("{\"a\":\"x?y\"}\n");
    }
}
