package io.exhibit.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Cause;
import org.junit.jupiter.api.Test;

class NextTokenTest {

    private static Failure after(Boolean more, String token) {
        return new PageCount("").follow(Capture.next(more, token), Limits.defaults());
    }

    @Test
    void thatMoreFollowsAndNotWhereIsNoEnd() {
        assertThat(after(true, null).cause()).isEqualTo(Cause.MALFORMED);
        assertThat(after(true, "").message()).contains("more follows");
    }

    @Test
    void aTokenIsFollowedUnlessNothingFollows() {
        assertThat(Capture.next(true, "t")).isEqualTo("t");
        assertThat(Capture.next(null, "t")).isEqualTo("t");
        assertThat(Capture.next(false, "t")).isEmpty();
    }

    @Test
    void anAnswerThatSaysNothingOfMoreIsTheLastOneWithoutAToken() {
        assertThat(after(null, null)).isNull();
        assertThat(after(false, null)).isNull();
    }
}
