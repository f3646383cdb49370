package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion;
import io.exhibit.mapping.MappingReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped assertions about AWS's settings, one by one: what conforms, what deviates and how the sentence names it, and that
 * nothing conforms when something that it is judged by was not read. The cases stand in {@code assertions/cases.yaml}.
 */
class AssertionCasesTest {

    /** Those that other tests judge: by the demo's month, and one by one where their rules are described (KeepingRulingsTest among them). */
    private static final Set<String> ELSEWHERE = Set.of("""
            COL-01 COL-02 COL-03 COL-04 COL-06 COL-07 COL-08 COL-09 COL-10 COL-11 COL-12 COL-13 COL-14 ART-01 ART-02 ART-04 ROOT-01 ROOT-02
            ROOT-03 IAM-01 IAM-02 IAM-03 IAM-04 IAM-05 IAM-06 IAM-07 IAM-08 IAM-09 IAM-11 IAM-12 IAM-13 IAM-14 IAM-16 IAM-18
            IAM-19 IAM-20 FED-01 ORG-01 ORG-03 ORG-05 KMS-01 KMS-02 KMS-03 NET-01 NET-02 NET-03 INS-01 INS-03 INS-04 GD-01
            GD-02 AA-01 AA-02
            """.strip().split("\\s+"));

    static List<AssertionCase> cases() {
        return AssertionCase.all();
    }

    @Test
    void everyAssertionHasACase() {
        Set<String> shipped =
                MappingReader.read(Path.of("mappings"), null, "hipaa-security-rule")
                        .book()
                        .orElseThrow()
                        .assertions()
                        .stream()
                        .map(Assertion::id)
                        .collect(Collectors.toCollection(TreeSet::new));
        shipped.removeAll(ELSEWHERE);

        assertThat(cases().stream().map(AssertionCase::id).collect(Collectors.toSet()))
                .isEqualTo(shipped);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOneConformsAndTheOtherIsNamed(AssertionCase given) {
        Judged conforming = given.judged(given.pass());
        assertThat(states(given, conforming)).contains(State.CONFORMS).doesNotContain(State.DEVIATES);
        assertThat(conforming.only().verdict()).as(conforming.only().reason()).isEqualTo(Verdict.PASS);

        Judged deviating = given.failing();
        assertThat(deviating.only().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(deviating.all())
                .filteredOn(item -> item.state() == State.DEVIATES)
                .singleElement()
                .extracting(Item::text)
                .asString()
                .contains(given.says())
                .doesNotContain("not given");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatTheCaseCallsUnknownOrOutsideIsThat(AssertionCase given) {
        given.unknown()
                .ifPresent(members -> assertThat(given.judged(members).only())
                        .satisfies(judgement -> assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE)));
        given.unset().ifPresent(judged -> assertThat(judged.only().verdict()).isEqualTo(Verdict.INCONCLUSIVE));
        given.outside().ifPresent(members -> {
            assertThat(states(given, given.judged(members))).doesNotContain(State.DEVIATES);
            assertThat(given.judged(members).only().leftOut()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingConformsByWhatWasNotRead(AssertionCase given) {
        for (String blind : given.readings()) {
            Judged judged = given.blind(blind);
            assertThat(judged.only().verdict()).as("blind for " + blind).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(states(given, judged)).as("blind for " + blind).doesNotContain(State.DEVIATES);
        }
        given.undetailed().ifPresent(judged -> {
            assertThat(judged.only().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(states(given, judged)).doesNotContain(State.DEVIATES);
        });
    }

    private static List<State> states(AssertionCase given, Judged judged) {
        return judged.items().getOrDefault(given.id(), List.of()).stream()
                .map(Item::state)
                .toList();
    }
}
