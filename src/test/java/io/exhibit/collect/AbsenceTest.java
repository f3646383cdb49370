package io.exhibit.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AbsenceTest {

    @Test
    void saysSoExactlyWhenNoTextStandsAnywhere() {
        Random random = new Random(20261128);
        int absent = 0;
        for (int i = 0; i < 20_000; i++) {
            String body = letters(random, random.nextInt(60)) + (i % 3 == 0 ? "\u00e9" : "");
            List<String> texts = IntStream.rangeClosed(1, 1 + random.nextInt(3))
                    .mapToObj(n -> letters(random, 4 + random.nextInt(6)))
                    .toList();
            boolean none = new Absence(texts).in(body.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(none)
                    .as("%s in %s", texts, body)
                    .isEqualTo(texts.stream().noneMatch(body::contains));
            absent += none ? 1 : 0;
        }
        assertThat(absent).isBetween(2_000, 18_000);
    }

    /** Two letters, so that much begins and ends like what is looked for. */
    private static String letters(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(random.nextBoolean() ? 'a' : 'b');
        }
        return text.toString();
    }
}
