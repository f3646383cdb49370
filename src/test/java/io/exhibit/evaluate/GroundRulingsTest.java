package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.TestResult;
import io.exhibit.control.Assertion.Particulars;
import io.exhibit.control.Control.Obligation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a conclusion rests on, and what a document is held against. */
class GroundRulingsTest {

    private static final String UNIT = "164.312(d)";

    private final Month month = new Month();
    private final Books books = new Books().unit(UNIT, Obligation.REQUIRED, "");

    @Test
    void aConclusionThatRestsOnOneKindOfTestAloneSaysOnWhat() {
        month.day(31, "bob CONFORMS");
        books.test(resting("T-01", "dates alone"));
        assertThat(conclusion()).isEqualTo("No deviation in 1 test; this rests on dates alone");
    }

    @Test
    void aTestWithoutSuchAGroundBesideItIsEnough() {
        TestResult resting = conforming("dates alone");
        Conclusion conclusion = new Conclusion(new Vocabulary(Samples.catalog()));
        assertThat(conclusion.of(List.of(resting, conforming("dates alone")), List.of()))
                .isEqualTo("No deviation in 2 tests; this rests on dates alone");
        assertThat(conclusion.of(List.of(resting, conforming("")), List.of())).isEqualTo("No deviation in 2 tests");
    }

    @Test
    void whatDeviatesNeedsNoGround() {
        month.day(31, "bob DEVIATES");
        books.test(resting("T-01", "dates alone"));
        assertThat(conclusion()).isEqualTo("Deviations in 1 of 1 test: 1 of 1 user");
    }

    private static TestResult conforming(String ground) {
        return new Month().day(31, "bob CONFORMS").test(resting("T-01", ground));
    }

    private String conclusion() {
        return month.judge(books.done()).controls().get(0).conclusion();
    }

    private static Books.Draft resting(String id, String ground) {
        Books.Draft draft = new Books.Draft();
        draft.id = id;
        draft.particulars = new Particulars(ground, "", "");
        return draft;
    }
}
