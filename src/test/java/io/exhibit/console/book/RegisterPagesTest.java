package io.exhibit.console.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RegisterPagesTest {

    private static String without(String... pairs) {
        Map<String, String> entry = new LinkedHashMap<>(
                Map.of("approver", "J", "approved", "2026-01-12", "reason", "r", "review", "2026-12-31"));
        for (int i = 0; i < pairs.length; i += 2) {
            entry.put(pairs[i], pairs[i + 1]);
        }
        return RegisterPages.without(entry, "2026-10-05");
    }

    @Test
    void anEntryThatDoesNotCountSaysWhy() {
        assertThat(without()).isEmpty();
        assertThat(without("review", "2026-10-05")).as("the day itself counts").isEmpty();
        assertThat(without("review", "2026-10-04")).isEqualTo("counted until 2026-10-04");
        assertThat(without("approved", "2026-10-06")).isEqualTo("counts from 2026-10-06 on");
        assertThat(without("approver", "", "reason", " ")).isEqualTo("does not count without approver, reason");
        assertThat(without("sample", "yes")).isEqualTo("a sample: it does not count");
    }
}
