package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    private final Problems problems = new Problems();

    @Test
    void noNumberNoDateNoTruthIsGuessed() {
        Fields fields =
                fields("{a: no, c: 164.310, d: 1:30, e: 012, f: 2026-11-24, g: ~}", "a", "c", "d", "e", "f", "g");

        assertThat(fields.text("a")).isEqualTo("no");
        assertThat(fields.text("c")).isEqualTo("164.310");
        assertThat(fields.text("d")).isEqualTo("1:30");
        assertThat(fields.text("e")).isEqualTo("012");
        assertThat(fields.text("f")).isEqualTo("2026-11-24");
        assertThat(fields.text("g")).as("nothing is nobody").isEmpty();
        assertThat(problems.none()).isTrue();
    }

    @Test
    void aFileBeyondTheLimitIsRefusedUnread() {
        assertThat(YamlReader.read("big.yaml", new byte[Utf8.MAX_BYTES + 1], problems))
                .isEmpty();
        assertThat(problems.list()).extracting(Problem::code).containsExactly("too-large");
    }

    @Test
    void brokenBytesEndAsProblemsAndNeverAsAnException() {
        String alphabet = "-:{}[]\"'!%&*|>#\n \t0ax?,@`\\\u0000\u0085\uFEFF\uD83D\uDE00";
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(24); j >= 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Problems found = new Problems();
            boolean read = YamlReader.read("f.yaml", text.toString().getBytes(StandardCharsets.UTF_8), found)
                    .isPresent();
            assertThat(read || !found.none()).as(text.toString()).isTrue();
        }
    }

    @Test
    void keysAreReadByTheirTypeAndTheRestIsToldAllAtOnce() {
        Fields fields =
                fields("{port: eighty, on: maybe, day: tomorrow, host: [x], hots: y}", "port", "on", "day", "host");

        assertThat(fields.integer("port", 80)).isEqualTo(80);
        assertThat(fields.yes("on", true)).isTrue();
        assertThat(fields.date("day")).isNull();
        assertThat(fields.text("host")).isEmpty();
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "f.yaml:1:8: port must be a whole number, not \"eighty\". [wrong-type]",
                        "f.yaml:1:20: on must be yes or no, not \"maybe\". [wrong-type]",
                        "f.yaml:1:32: \"tomorrow\" is not a date. Write the year first, then month and day: 2026-10-31. [bad-date]",
                        "f.yaml:1:48: host must be a text, not a list. Write it behind host: on the same line. [wrong-type]",
                        "f.yaml:1:53: Unknown key hots. Did you mean host? [unknown-key]");
    }

    private Fields fields(String yaml, String... known) {
        Node node = YamlReader.read("f.yaml", yaml.getBytes(StandardCharsets.UTF_8), problems)
                .orElseThrow();
        return new Fields(node, problems, Set.of(known));
    }
}
