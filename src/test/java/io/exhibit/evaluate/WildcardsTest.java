package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {

    @ParameterizedTest
    @CsvSource({
        "*, '', true",
        "'', '', true",
        "'', a, false",
        "a*c, abbc, true",
        "a*c, abbcd, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "*ab, aab, true",
        "**, x, true",
        "iam:*User*, iam:CreateUserX, true",
        "iam:*, IAM:Get, false",
    })
    void starsStandForAnyRunAndQuestionMarksForOne(String pattern, String text, boolean matches) {
        assertThat(Wildcards.match(pattern, text, false)).isEqualTo(matches);
    }

    @Test
    void caseIsIgnoredInEveryLocale() {
        assertThat(Wildcards.match("IAM:LIST*", "iam:listUsers", true)).isTrue();
    }

    @Test
    void manyStarsOverALongTextEndInTime() {
        String text = "a".repeat(50_000);
        assertThat(Wildcards.match("*a*a*a*a*a*a*a*a*b", text, false)).isFalse();
    }
}
