package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion;
import io.exhibit.mapping.MappingReader;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
@OneJdk
class AssertionCasesTest {

    /** What the table cannot hold, and the test that judges the shipped assertion in the four cases. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "COL-01", "CollectionCasesTest#anAccountIsReadCompletelyOnOneDay",
            "COL-02", "CollectionCasesTest#everyTargetAnswersEveryCall",
            "COL-03", "CollectionCasesTest#everyNightThatWasDueWasSealed",
            "COL-04", "KeepingRulingsTest#filesThatAreAsTheyWereSealedPass",
            "COL-07", "KeepingRulingsTest#aLockOfSixYearsOnEveryObjectPasses",
            "COL-13", "CollectionCasesTest#everyListIsReadToItsEnd",
            "ORG-03", "CollectionCasesTest#thePoliciesBindEveryAccountWithHealthInformation");

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
        shipped.removeAll(ELSEWHERE.keySet());

        assertThat(cases().stream().map(AssertionCase::id).collect(Collectors.toSet()))
                .isEqualTo(shipped);
    }

    @Test
    void whatStandsElsewhereIsATestThatIsThere() {
        ELSEWHERE.forEach((id, place) -> {
            String[] classAndMethod = place.split("#");
            assertThat(methods("io.exhibit.evaluate." + classAndMethod[0]))
                    .as(id + " is judged by " + place)
                    .filteredOn(method -> method.getName().equals(classAndMethod[1]))
                    .singleElement()
                    .matches(method -> method.isAnnotationPresent(Test.class));
        });
    }

    private static List<Method> methods(String name) {
        try {
            return List.of(Class.forName(name).getDeclaredMethods());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anEmptyPopulationIsNoResult(AssertionCase given) {
        Judged empty = given.empty();

        assertThat(empty.only().verdict()).as(empty.only().reason()).isEqualTo(ofNothing(given.assertion()));
        assertThat(empty.only().reason())
                .contains(given.assertion().particulars().acrossNot());
        assertThat(states(given, empty)).doesNotContain(State.DEVIATES, State.ACCEPTED);
    }

    /**
     * Nothing to ask is not applicable. A test about findings asks whether its source was on, and here it was not; the event
     * history always is, so that no event is an answer. Where no target is in scope, no account was seen.
     */
    private static Verdict ofNothing(Assertion assertion) {
        if (assertion.source().equals("collection.targets")) {
            return Verdict.INCONCLUSIVE;
        }
        return switch (assertion.across().text()) {
            case "" -> Verdict.NOT_APPLICABLE;
            case "true", "size(events) >= 0" -> Verdict.PASS;
            default -> Verdict.INCONCLUSIVE;
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOneConformsAndTheOtherIsNamed(AssertionCase given) {
        Judged conforming = given.judged(given.pass());
        assertThat(states(given, conforming)).contains(State.CONFORMS).doesNotContain(State.DEVIATES);
        assertThat(conforming.only().verdict()).as(conforming.only().reason()).isEqualTo(Verdict.PASS);

        assertThat(conforming.all())
                .filteredOn(item -> item.state() == State.CONFORMS)
                .extracting(Item::text)
                .as("each is shown by a value, and by none that is not there")
                .allMatch(text -> !text.isBlank())
                .noneMatch(text -> text.contains("not given") || text.contains("says otherwise"))
                .noneMatch(text -> text.matches("(?s).*= (none)?(,.*|$)"));

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
        given.unset("")
                .ifPresent(judged -> assertThat(judged.only().verdict())
                        .as("the tool's default decides nothing")
                        .isEqualTo(Verdict.INCONCLUSIVE));
        given.unset("VEN-02")
                .ifPresent(judged -> assertThat(judged.only()).satisfies(judgement -> {
                    String choice = given.assertion().particulars().chosenBy();
                    assertThat(judgement.verdict())
                            .isEqualTo(choice.isEmpty() ? Verdict.INCONCLUSIVE : Verdict.NOT_APPLICABLE);
                    assertThat(judgement.reason()).contains(choice, choice.isEmpty() ? "" : "VEN-02");
                }));
        given.outside().ifPresent(members -> {
            assertThat(states(given, given.judged(members))).doesNotContain(State.DEVIATES);
            assertThat(given.judged(members).only().leftOut()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingConformsByWhatWasNotRead(AssertionCase given) {
        assertThat(given.readings()).as("what can be taken away").isNotEmpty();
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
