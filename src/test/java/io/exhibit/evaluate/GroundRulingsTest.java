package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.DocumentResult.State;
import io.exhibit.assessment.History;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Assertion.Particulars;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Document;
import io.exhibit.control.Document.Covers;
import io.exhibit.control.Document.Filed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "DEVIATES, STALE, T-01 deviates",
        "ACCEPTED, STALE, T-01 deviates",
        "INCONCLUSIVE, INCOMPLETE, T-01 is inconclusive",
        "CONFORMS, CURRENT, ''"
    })
    void aDocumentIsNoMoreCurrentThanTheTestThatSpeaksAboutIt(String item, State state, String reason) {
        month.day(31, "report " + item);
        books.test(new Books.Draft()).document(tested(Month.OCTOBER.last()));
        DocumentResult result = month.judge(books.done()).documents().get(0);
        assertThat(result.state()).isEqualTo(state);
        assertThat(result.reason()).contains(reason);
    }

    @Test
    void aDocumentThatIsTooOldIsStaleWhateverTheTestSays() {
        month.day(31, "report CONFORMS");
        books.test(new Books.Draft()).document(tested(Books.LONG_AGO.minusYears(3)));
        assertThat(month.judge(books.done()).documents().get(0).state()).isEqualTo(State.STALE);
    }

    @Test
    void whatWasApprovedToGoDoesNotDeviateWhenItIsGone() {
        month.day(1, "old CONFORMS", "other CONFORMS").day(2, "other CONFORMS").day(31, "last CONFORMS");
        Books.Draft draft = new Books.Draft();
        draft.vanished = "deviates";
        draft.particulars = new Particulars("", "", "", "goers.name", Map.of(), false);
        books.test(draft).register("goers", Books.entry(Map.of("name", "old")));

        TestResult result = month.judge(books.done()).tests().get(0);
        assertThat(result.histories()).extracting(History::key).containsExactly("other");
        assertThat(result.counted().deviating()).isEqualTo(1);
    }

    private static Document tested(LocalDate approved) {
        Filed filed = new Filed("Worksheet", "1", "Dana", approved, "", Books.AT);
        return new Document(
                "MAN-1",
                "It was read",
                "",
                365,
                Covers.NOTHING,
                Map.of(UNIT, "because"),
                "T-01",
                List.of(),
                Optional.of(filed));
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
        draft.particulars = new Particulars(ground, "", "", "", Map.of(), false);
        return draft;
    }
}
