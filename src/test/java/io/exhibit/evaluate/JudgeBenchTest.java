package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JudgeBenchTest {

    @Test
    void bothSidesWorkOutTheSameExpressionsOverTheSameRecords() {
        Books.Draft draft = new Books.Draft();
        draft.where = "record.password_enabled";
        draft.expect = "record.mfa_active";
        JudgeBench.Figures figures =
                JudgeBench.memory(new Books().test(draft).done(), Samples.catalog(), Samples.REPORT, 1_000);

        assertThat(figures.evaluations()).isEqualTo(1_000 + 990);
        assertThat(figures.items()).isEqualTo(990);
        assertThat(figures.barePerSecond()).isPositive();
        assertThat(figures.share()).isPositive();
    }
}
