package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Strength;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Document;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped frameworks beside the first one claim: whole sentences, nothing direct that is not, nothing unsaid. */
class ShippedFrameworksTest {

    private static final String CATALOG = "nist-800-53-r5";
    private static final String HYGIENE = "aws-account-hygiene";

    private static Book book(String framework) {
        MappingReader.Result read = MappingReader.read(Path.of("mappings"), null, framework);
        return read.book().orElseThrow(() -> new AssertionError(read.problems()));
    }

    @Test
    void theCatalogHoldsWhatTheCrosswalkReachesAndNothingElse() {
        Set<String> reached = book("hipaa-security-rule").framework().controls().stream()
                .flatMap(unit -> Arrays.stream(unit.crosswalk()
                        .getOrDefault("NIST SP 800-53 Rev. 5 (by SP 800-66 Rev. 2)", "")
                        .split(", ")))
                .filter(control -> !control.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(book(CATALOG).framework().controls())
                .hasSize(108)
                .extracting(Control::citation)
                .containsExactlyInAnyOrderElementsOf(reached);
    }

    @ParameterizedTest
    @ValueSource(strings = {CATALOG, HYGIENE})
    void everyLinkIsAWholeSentenceOfItsOwn(String framework) {
        Book book = book(framework);
        for (Assertion assertion : book.assertions()) {
            assertion
                    .serves()
                    .forEach((unit, link) -> assertThat(link.why())
                            .as(assertion.id() + " " + unit)
                            .hasSizeGreaterThan(60)
                            .endsWith("."));
        }
        assertThat(Stream.concat(
                        book.assertions().stream()
                                .flatMap(test -> test.serves().values().stream().map(Assertion.Link::why)),
                        book.documents().stream().flatMap(document -> document.serves().values().stream())))
                .doesNotHaveDuplicates()
                .allMatch(why -> why.endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {CATALOG, HYGIENE})
    void theSentencesAreOursAndDoNotClaimToBeQuoted(String framework) {
        Book book = book(framework);

        assertThat(book.framework().wording().quoted()).isFalse();
        assertThat(book.framework().controls())
                .allSatisfy(unit -> assertThat(unit.text())
                        .as(unit.citation())
                        .hasSizeGreaterThan(25)
                        .endsWith("."));
        assertThat(book.framework().controls().stream().map(Control::text)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {CATALOG, HYGIENE})
    void aUnitWithTestsSaysWhatTheyCannotSee(String framework) {
        Book book = book(framework);
        Set<String> tested = tested(book);

        assertThat(book.framework().controls())
                .allSatisfy(unit -> assertThat(unit.unseen().isEmpty())
                        .as(unit.citation())
                        .isEqualTo(!tested.contains(unit.citation())));
    }

    /** No setting of AWS is a policy, a training, a contract or an assessment; where no document stands either, nothing does. */
    @Test
    void mostOfTheCatalogIsHonestlyWithoutTests() {
        Book book = book(CATALOG);
        Set<String> tested = tested(book);
        Set<String> asked = book.documents().stream()
                .flatMap(document -> document.serves().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> policies = book.framework().controls().stream()
                .map(Control::citation)
                .filter(unit -> unit.endsWith("-1"))
                .toList();

        assertThat(tested).hasSize(35).doesNotContainAnyElementsOf(policies);
        assertThat(asked)
                .containsAll(
                        policies.stream().filter(unit -> !unit.equals("PM-1")).toList());
        assertThat(book.framework().controls())
                .extracting(Control::citation)
                .filteredOn(unit -> !tested.contains(unit) && !asked.contains(unit))
                .hasSize(38)
                .contains("AC-5", "AU-4", "AU-8", "CA-6", "CA-8", "CP-6", "CP-7", "PL-2", "PM-1", "RA-2(1)");
    }

    @Test
    void onlyAReadingThatIsWhatTheControlAsksIsDirect() {
        assertThat(links(book(CATALOG), Strength.DIRECT))
                .containsExactlyInAnyOrder(
                        "AA-06 AC-3",
                        "SSM-01 AC-12",
                        "BK-02 CP-9",
                        "BK-07 CP-9",
                        "BK-08 CP-9",
                        "BK-05 CP-9(1)",
                        "IAM-16 PS-4",
                        "TLS-01 SC-8",
                        "TLS-03 SC-8",
                        "TLS-05 SC-8",
                        "TLS-07 SC-8",
                        "TLS-08 SC-8",
                        "TLS-10 SC-8");
    }

    /** A scanner is no risk analysis, a tool that ran has reviewed nothing, and no contract of AWS is in these two. */
    @ParameterizedTest
    @ValueSource(strings = {CATALOG, HYGIENE})
    void theRulingsOfTheFirstMappingHoldHereToo(String framework) {
        Book book = book(framework);

        assertThat(links(book, null)).noneMatch(link -> link.matches(".* (RA-3|CA-2|CA-8)"));
        assertThat(book.assertions())
                .filteredOn(test -> test.id().matches("COL-.*|ORG-01"))
                .hasSizeGreaterThan(10)
                .allMatch(test -> test.serves().isEmpty());
        assertThat(book.assertions()).extracting(Assertion::id).doesNotContain("ART-01", "ART-02", "ART-03", "ART-08");
        assertThat(book.documents()).extracting(Document::id).doesNotContain("MAN-13", "MAN-22", "MAN-23", "MAN-24");
    }

    @Test
    void everyUnitOfTheListHasATestThatIsWhatItAsks() {
        Book book = book(HYGIENE);

        assertThat(book.framework().controls()).hasSize(45);
        Set<String> direct = links(book, Strength.DIRECT).stream()
                .map(link -> link.split(" ")[1])
                .collect(Collectors.toSet());
        assertThat(direct)
                .containsExactlyInAnyOrderElementsOf(book.framework().controls().stream()
                        .map(Control::citation)
                        .toList());
        assertThat(book.documents()).isEmpty();
    }

    private static Set<String> tested(Book book) {
        return book.assertions().stream()
                .flatMap(test -> test.serves().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> links(Book book, Strength strength) {
        return book.assertions().stream()
                .flatMap(test -> test.serves().entrySet().stream()
                        .filter(link -> strength == null || link.getValue().strength() == strength)
                        .map(link -> test.id() + " " + link.getKey()))
                .toList();
    }
}
