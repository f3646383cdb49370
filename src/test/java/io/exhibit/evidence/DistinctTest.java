package io.exhibit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistinctTest {

    @Test
    void itemsThatDifferInOneLetterAreCountedApartAndTheSameOneOnce() {
        Distinct distinct = new Distinct();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 100_000; i++) {
                distinct.add(Distinct.hash("111122223333", "eu-west-1", "arn:aws:key/" + i));
                distinct.add(Distinct.hash("111122223333", "eu-west-2", "arn:aws:key/" + i));
            }
        }
        assertThat(distinct.size()).isEqualTo(200_000);
        assertThat(distinct.contains(Distinct.hash("111122223333", "eu-west-1", "arn:aws:key/7")))
                .isTrue();
        assertThat(distinct.contains(Distinct.hash("111122223333", "eu-west-3", "arn:aws:key/7")))
                .isFalse();
    }

    @Test
    void whereARegionEndsAndAKeyBeginsIsPartOfTheHash() {
        assertThat(Distinct.hash("1", "ab", "c")).isNotEqualTo(Distinct.hash("1", "a", "bc"));
    }
}
