package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an expression can ask that a list parameter was given a value. */
class EmptyListTest {

    @Test
    void anEntryOfAnEmptyListIsUnknownAndTheListIsNamed() {
        Books.Draft draft = new Books.Draft();
        draft.source = Vocabulary.ACCOUNTS;
        draft.expect = "record.management &&\n  parameters.required_scps[0] != \"\"";
        FakeRun run = new FakeRun().account(FakeRun.MANAGEMENT, "ACTIVE");
        Judged judged = Judged.of(
                new Books().test(draft).parameter("required_scps", List.of()).done(), run);

        assertThat(judged.only().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged.all().get(0).text()).isEqualTo("required_scps has too few entries");
    }
}
