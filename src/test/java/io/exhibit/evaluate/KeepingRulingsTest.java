package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.History;
import io.exhibit.assessment.Keeping;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Book;
import io.exhibit.mapping.MappingReader;
import io.exhibit.read.CatalogFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The shipped tests of how sealed runs are kept. */
class KeepingRulingsTest {

    private static final Evaluator SHIPPED = new Evaluator(shipped(), CatalogFile.load(), ZoneOffset.UTC);

    /** Of a run that ended in the night of the 18th; six years are 2,192 days. */
    private static final Instant FINISHED = Instant.parse("2026-10-18T23:59:00Z");

    private static final Instant ENOUGH = Instant.parse("2032-10-18T00:00:00Z");

    private final Month month = new Month().day(18, "ann CONFORMS").missed(19);

    @Test
    void aLockOfSixYearsOnEveryObjectPasses() {
        TestResult retained = judge("COL-07", kept(9, 9, "GOVERNANCE", ENOUGH));

        assertThat(retained.verdict()).isEqualTo(Verdict.PASS);
        assertThat(retained.counted().population()).isEqualTo(1);
        assertThat(retained.proof()).contains("GOVERNANCE", "2032-10-18");
    }

    @Test
    void oneObjectWithoutALockOneDayTooLittleAndAnotherModeDeviate() {
        assertThat(told("COL-07", kept(9, 8, "GOVERNANCE", ENOUGH))).contains("of the 9 objects", "8 are locked");
        assertThat(told("COL-07", kept(9, 9, "GOVERNANCE", ENOUGH.minusSeconds(1))))
                .contains("2192 days");
        assertThat(told("COL-07", kept(9, 9, "LEGAL", ENOUGH))).contains("(LEGAL)");
        assertThat(told("COL-07", kept(9, 0, "", null))).contains("0 are locked (none)");
    }

    @Test
    void whereNothingIsEnforcedRetentionIsNotEvaluated() {
        TestResult retained = judge("COL-07", kept(List.of(), Optional.empty()));

        assertThat(retained.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(retained.counted().reason()).contains("a folder", "not evaluated");
        assertThat(retained.daysJudged()).isEqualTo(retained.daysUnknown()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNotAsItWasSealedIsNamedOnTheDayOfItsRun() {
        TestResult fixity = judge("COL-04", kept(List.of("units/111122223333_global.warc.zst"), Optional.empty()));

        assertThat(fixity.verdict()).isEqualTo(Verdict.FAIL);
        History found = fixity.histories().get(0);
        assertThat(found.text()).contains("of the 30 files", "units/111122223333_global.warc.zst");
        assertThat(found.firstSeen()).isEqualTo(LocalDate.of(2026, 10, 18));
        assertThat(found.open()).isTrue();
    }

    @Test
    void filesThatAreAsTheyWereSealedPass() {
        TestResult fixity = judge("COL-04", kept(List.of(), Optional.empty()));

        assertThat(fixity.verdict()).isEqualTo(Verdict.PASS);
        assertThat(fixity.proof()).contains("files = 30");
    }

    @Test
    void withoutALookAtTheVaultNeitherIsKnown() {
        for (String id : List.of("COL-04", "COL-07")) {
            assertThat(of(id, month.judge(SHIPPED)).verdict()).as(id).isEqualTo(Verdict.INCONCLUSIVE);
        }
    }

    private String told(String assertion, Keeping keeping) {
        TestResult result =
                of(assertion, new Month().day(18, "ann CONFORMS").kept(keeping).judge(SHIPPED));
        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        return result.histories().get(0).text();
    }

    private TestResult judge(String assertion, Keeping keeping) {
        return of(assertion, month.kept(keeping).judge(SHIPPED));
    }

    private static TestResult of(String assertion, PeriodAssessment judged) {
        return judged.tests().stream()
                .filter(test -> test.assertion().id().equals(assertion))
                .findFirst()
                .orElseThrow();
    }

    private Keeping kept(long objects, long locked, String mode, Instant until) {
        return kept(List.of(), Optional.of(new Keeping.Lock(objects, locked, mode, Optional.ofNullable(until))));
    }

    private Keeping kept(List<String> changed, Optional<Keeping.Lock> lock) {
        return new Keeping(month.run(18), FINISHED, 30, changed, lock);
    }

    private static Book shipped() {
        return MappingReader.read(Path.of("mappings"), null, "hipaa-security-rule")
                .book()
                .orElseThrow();
    }
}
