package io.exhibit.read.derived;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pl-1",
                "cafe/8",
                "10.0.0.0",
                "10.0.0.0/33",
                "256.0.0.0/8",
                "1.2.3/8",
                "1.2.3.4./8",
                "::/129",
                "1:2/8"
            })
    void whatIsNoRangeIsNone(String text) {
        assertThat(Cidr.of(text)).isEmpty();
    }

    @Test
    void containsWhatHasItsPrefix() {
        Cidr ten = Cidr.of("10.0.0.0/8").orElseThrow();
        assertThat(ten.contains(Cidr.of("10.20.0.0/16").orElseThrow())).isTrue();
        assertThat(ten.contains(Cidr.of("11.0.0.0/16").orElseThrow())).isFalse();
        assertThat(ten.contains(Cidr.of("0.0.0.0/0").orElseThrow())).isFalse();
        assertThat(Cidr.of("0.0.0.0/0").orElseThrow().contains(ten)).isTrue();
        assertThat(Cidr.of("::/0").orElseThrow().contains(ten)).isFalse();
    }

    @Test
    void widerThanAnyPrivateNetworkIsAnywhere() {
        assertThat(Cidr.of("0.0.0.0/1").orElseThrow().isAnywhere()).isTrue();
        assertThat(Cidr.of("10.0.0.0/8").orElseThrow().isAnywhere()).isFalse();
        assertThat(Cidr.of("2000::/3").orElseThrow().isAnywhere()).isTrue();
        assertThat(Cidr.of("fc00::/7").orElseThrow().isAnywhere()).isFalse();
    }
}
