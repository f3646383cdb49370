package io.exhibit.run.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {

    @ParameterizedTest(name = "{0} by one: {1}, by the other: {2}")
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "a/b/c/d/e; A/b/c/d/e; a/b/c/d/E; A/b/c/d/E",
                "a/b/c/d/e; a/b/c/d/e; a/b/c/d/E; a/b/c/d/E",
                "a/b/c/d/e; A/b/c/d/e; A/b/c/d/e; A/b/c/d/e",
                "a/b/c/d/e; A/b/c/d/e; A/b/c/d/E; A/b/c/d/E",
                "a/b/c/d/e; a/x/b/c/d/e; a/b/c/y/d/e; a/x/b/c/y/d/e",
                "a/b/c/d/e; c/d/e; a/b/c/d/e/f; c/d/e/f",
                "a/b/c/d/e; A/b/c/d/e; X/b/c/d/e; -",
                "a/b/c/d/e; a/B/c/d/e; a/b/C/d/e; -",
                "a/b/c/d/e; a/b/c/d/e/f; a/b/c/d/e/g; -",
                "a/b/c/d/e; a/e; a/b/C/d/e; -"
            })
    void changesAtDifferentPlacesComeTogetherAndThoseOfOnePlaceAreLeftToPeople(
            String base, String mine, String theirs, String both) {
        assertThat(Merge.of(lines(base), lines(mine), lines(theirs))
                        .map(text -> text.replace('\n', '/'))
                        .orElse(null))
                .isEqualTo(both);
        assertThat(Merge.of(lines(base), lines(theirs), lines(mine))
                        .map(text -> text.replace('\n', '/'))
                        .orElse(null))
                .as("whoever is first")
                .isEqualTo(both);
    }

    private static String lines(String text) {
        return text.replace('/', '\n');
    }
}
