package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Strength;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Decision;
import io.exhibit.control.Register;
import io.exhibit.control.Severity;
import io.exhibit.control.TestReach;
import io.exhibit.evaluate.Compiler;
import io.exhibit.evidence.Sha256;
import io.exhibit.read.CatalogFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the default mapping claims, held against the review that corrected it and the mistakes that other tools make. */
class ShippedMappingsTest {

    /** Every unit in the order of the rule; S, R, A stand for standard, required, addressable. */
    private static final String UNITS = """
            164.308 (a)(1)(i)S (a)(1)(ii)(A)R (a)(1)(ii)(B)R (a)(1)(ii)(C)R (a)(1)(ii)(D)R (a)(2)S (a)(3)(i)S
            164.308 (a)(3)(ii)(A)A (a)(3)(ii)(B)A (a)(3)(ii)(C)A (a)(4)(i)S (a)(4)(ii)(A)R (a)(4)(ii)(B)A
            164.308 (a)(4)(ii)(C)A (a)(5)(i)S (a)(5)(ii)(A)A (a)(5)(ii)(B)A (a)(5)(ii)(C)A (a)(5)(ii)(D)A
            164.308 (a)(6)(i)S (a)(6)(ii)R (a)(7)(i)S (a)(7)(ii)(A)R (a)(7)(ii)(B)R (a)(7)(ii)(C)R
            164.308 (a)(7)(ii)(D)A (a)(7)(ii)(E)A (a)(8)S (b)(1)S (b)(3)R
            164.310 (a)(1)S (a)(2)(i)A (a)(2)(ii)A (a)(2)(iii)A (a)(2)(iv)A (b)S (c)S (d)(1)S (d)(2)(i)R
            164.310 (d)(2)(ii)R (d)(2)(iii)A (d)(2)(iv)A
            164.312 (a)(1)S (a)(2)(i)R (a)(2)(ii)R (a)(2)(iii)A (a)(2)(iv)A (b)S (c)(1)S (c)(2)A (d)S (e)(1)S
            164.312 (e)(2)(i)A (e)(2)(ii)A
            164.314 (a)(1)S (a)(2)(i)R (a)(2)(ii)R (a)(2)(iii)R (b)(1)S (b)(2)(i)R (b)(2)(ii)R (b)(2)(iii)R
            164.314 (b)(2)(iv)R
            164.316 (a)S (b)(1)S (b)(2)(i)R (b)(2)(ii)R (b)(2)(iii)R
            """;

    /** SHA-256 of the 68 texts, joined by line feeds, as they were compared with the eCFR. */
    private static final String WORDS_OF_THE_RULE = "59bba8d16698a1708ed269b4d38cbb3758b52c1205264705b63490f70953bd99";

    private static final Set<String> SHIPPED = words("""
            COL-01 COL-02 COL-03 COL-04 COL-06 COL-07 ART-01 ART-02 ART-04 ROOT-01 ROOT-02 ROOT-03
            IAM-01 IAM-02 IAM-03 IAM-04 IAM-05 IAM-06 IAM-07 IAM-08 IAM-09 IAM-11 IAM-12 IAM-13 IAM-14 IAM-16 IAM-18
            IAM-19 IAM-20 FED-01 ORG-01 ORG-03 ORG-05 KMS-01 KMS-02 KMS-03 NET-01 NET-02 NET-03 INS-01 INS-03 INS-04
            GD-01 GD-02 AA-01 AA-02 ART-03 ART-05 ART-08 ROOT-04 ROOT-05 IAM-10 IAM-15 IAM-21 IAM-23 ORG-02 ORG-06 SSO-01
            SSM-01 NET-04 NET-05 NET-06 NET-07 NET-08 NET-09 NET-10 WAF-01 WAF-02 WAF-03 WAF-04 WAF-05 WAF-06 SHD-01 INS-02
            INS-05 GD-03 GD-04 GD-05 GD-06 GD-07 GD-08 AA-03 AA-05 AA-06 CT-01 CT-02 CT-03 CT-04 CT-05 CT-06 CT-07 CT-08
            CT-09 CT-10 HUB-01 BK-01 BK-02 BK-03 BK-04 BK-05 BK-06 BK-07 BK-08 ENC-01 ENC-02 ENC-03 ENC-04 ENC-05 ENC-06
            ENC-07 ENC-08 ENC-09 ENC-10 ENC-11 ENC-12 ENC-13 ENC-14 ENC-15 TLS-01 TLS-02 TLS-03 TLS-04 TLS-05 TLS-06 TLS-07
            TLS-08 TLS-09 TLS-10 SCOPE-01 SCOPE-02 SCOPE-03 INH-01 INH-02 DOC-01 DOC-02 DOC-03 COL-05
            """);

    /** Links that the review took out: tests, a colon, units. Tests that are not shipped yet stand here too. */
    private static final String REMOVED = """
            INS-01 AA-01 ORG-02 : 308(a)(1)(ii)(A)
            COL-01 COL-02 ART-07 CT-07 : 308(a)(8)
            COL-07 : 316(b)(2)(ii)
            CT-03 : 316(b)(2)(i)
            COL-01 COL-02 COL-03 COL-05 COL-06 : 316(b)(1)
            COL-03 : 308(a)(1)(ii)(D)
            NET-01 NET-02 NET-03 NET-05 NET-06 NET-07 WAF-01 : 312(e)(1)
            ART-04 ART-06 ART-07 : 308(b)(1)
            ART-01 ART-02 : 314(a)(1)
            ART-01 : 314(a)(2)(iii)
            WAF-03 INS-01 : 308(a)(5)(ii)(B)
            IAM-01 IAM-02 IAM-05 : 308(a)(5)(ii)(D)
            IAM-03 IAM-04 : 308(a)(3)(ii)(B) 308(a)(3)(ii)(C)
            AA-04 : 308(a)(3)(ii)(B)
            ENC-06 NET-08 AA-02 : 308(a)(3)(i)
            ORG-06 : 308(a)(2)
            ART-04 SHD-01 : 308(a)(7)(i)
            CT-07 ORG-05 : 316(b)(2)(iii)
            KMS-01 : 312(e)(2)(ii)
            TLS-04 : 312(d)
            WAF-01 : 312(c)(1)
            ROOT-03 : 312(b)
            GD-01 : 308(a)(5)(ii)(C)
            IAM-22 : 312(a)(2)(iii)
            ORG-01 : 308(a)(1)(ii)(B)
            ORG-02 IAM-11 : 308(a)(4)(i)
            AA-01 : 308(a)(4)(ii)(C)
            """;

    private final MappingReader.Result read = MappingReader.read(Path.of("mappings"), null, "hipaa-security-rule");
    private final Book book = read.book().orElseThrow(() -> new AssertionError(read.problems()));

    @Test
    void everyUnitOfTheRuleIsThereInItsOrder() {
        List<String> expected = new ArrayList<>();
        UNITS.lines()
                .map(line -> line.split(" "))
                .forEach(line -> Arrays.stream(line).skip(1).forEach(unit -> expected.add(line[0] + unit)));

        assertThat(book.framework().controls())
                .hasSize(68)
                .extracting(c -> c.citation() + c.obligation().name().charAt(0))
                .isEqualTo(expected);
    }

    @Test
    void theTextIsTheLawsWordForWord() {
        String texts = book.framework().controls().stream().map(Control::text).collect(Collectors.joining("\n"));

        assertThat(Sha256.hex(texts)).isEqualTo(WORDS_OF_THE_RULE);
    }

    @Test
    void noTextBreaksOffBeforeItsClauses() {
        assertThat(book.framework().controls()).extracting(Control::text).noneMatch(text -> text.endsWith("—"));
    }

    @Test
    void aSpecificationBelongsToAStandardOfItsSection() {
        for (Control control : book.framework().controls()) {
            if (control.obligation() == Obligation.STANDARD) {
                assertThat(control.parent()).as(control.citation()).isEmpty();
            } else {
                assertThat(unit(control.parent()).obligation())
                        .as(control.citation())
                        .isEqualTo(Obligation.STANDARD);
                assertThat(unit(control.parent()).section()).isEqualTo(control.section());
            }
        }
    }

    @Test
    void theAssertionsOfTheDefaultMappingAreThere() {
        assertThat(book.assertions()).extracting(Assertion::id).containsAll(SHIPPED);
    }

    @Test
    void everyLinkSaysHowStronglyAndWhyInAWholeSentence() {
        for (Assertion assertion : book.assertions()) {
            assertion
                    .serves()
                    .forEach((citation, link) -> assertThat(link.why())
                            .as(assertion.id() + " " + citation)
                            .hasSizeGreaterThan(60)
                            .endsWith("."));
        }
        assertThat(links(null)).hasSizeGreaterThanOrEqualTo(75).doesNotHaveDuplicates();
    }

    @Test
    void everyExpressionCompilesAgainstTheRecordTypes() {
        assertThat(Compiler.problems(book, CatalogFile.load())).isEmpty();
    }

    @Test
    void noTwoLinksAreArguedWithTheSameWords() {
        assertThat(book.assertions().stream()
                        .flatMap(a -> a.serves().values().stream().map(Assertion.Link::why)))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatTheReviewRemovedStaysOut() {
        Set<String> removed = pairs(REMOVED);

        assertThat(removed).hasSize(56);
        assertThat(links(null)).doesNotContainAnyElementsOf(removed);
    }

    @Test
    void onlyTheReadingThatTheParagraphAsksForIsDirect() {
        assertThat(links(Strength.DIRECT)).containsExactlyInAnyOrderElementsOf(pairs("""
                        ART-02 ART-03 : 308(b)(3)
                        IAM-01 : 312(d)
                        IAM-14 : 312(a)(2)(i)
                        IAM-16 : 308(a)(3)(ii)(C)
                        AA-06 : 312(a)(1)
                        SSM-01 : 312(a)(2)(iii)
                        CT-01 CT-04 : 312(b)
                        ENC-02 ENC-03 ENC-04 ENC-07 ENC-09 ENC-10 ENC-12 ENC-13 ENC-14 : 312(a)(2)(iv)
                        TLS-01 TLS-03 TLS-08 : 312(e)(1)
                        TLS-01 TLS-03 TLS-05 TLS-07 TLS-08 TLS-10 : 312(e)(2)(ii)
                        """));
    }

    /** Printed in every pack. The first professional reading expects at most 10, 37, and 21 without a test. */
    @Test
    void itIsKnownWhichUnitsTestsCanShowAndHowStrongly() {
        TestReach reach = TestReach.of(book);

        assertThat(reach.direct()).hasSize(10).containsExactlyElementsOf(units("""
                        308(a)(3)(ii)(C) 308(b)(3) 312(a)(1) 312(a)(2)(i) 312(a)(2)(iii) 312(a)(2)(iv) 312(b) 312(d) 312(e)(1)
                        312(e)(2)(ii)
                        """));
        assertThat(reach.supporting()).hasSize(34).containsExactlyElementsOf(units("""
                        308(a)(1)(ii)(A) 308(a)(1)(ii)(B) 308(a)(1)(ii)(D) 308(a)(3)(i) 308(a)(3)(ii)(A) 308(a)(3)(ii)(B)
                        308(a)(4)(i) 308(a)(4)(ii)(B) 308(a)(4)(ii)(C) 308(a)(5)(ii)(B) 308(a)(5)(ii)(C) 308(a)(5)(ii)(D)
                        308(a)(6)(ii) 308(a)(7)(ii)(A) 308(a)(7)(ii)(B) 308(a)(7)(ii)(D) 308(a)(8) 308(b)(1)
                        310(a)(1) 310(a)(2)(i) 310(a)(2)(ii) 310(a)(2)(iii) 310(a)(2)(iv) 310(d)(1) 310(d)(2)(i)
                        310(d)(2)(ii) 310(d)(2)(iii)
                        312(a)(2)(ii) 312(c)(1) 312(c)(2) 312(e)(2)(i)
                        316(b)(1) 316(b)(2)(i) 316(b)(2)(iii)
                        """));
        assertThat(reach.none()).hasSize(24).containsExactlyElementsOf(units("""
                        308(a)(1)(i) 308(a)(1)(ii)(C) 308(a)(2) 308(a)(4)(ii)(A) 308(a)(5)(i) 308(a)(5)(ii)(A) 308(a)(6)(i)
                        308(a)(7)(i) 308(a)(7)(ii)(C) 308(a)(7)(ii)(E)
                        310(b) 310(c) 310(d)(2)(iv)
                        314(a)(1) 314(a)(2)(i) 314(a)(2)(ii) 314(a)(2)(iii) 314(b)(1) 314(b)(2)(i) 314(b)(2)(ii) 314(b)(2)(iii)
                        314(b)(2)(iv)
                        316(a) 316(b)(2)(ii)
                        """));
    }

    @Test
    void whatTheReviewAddedIsThere() {
        assertThat(links(Strength.SUPPORTING))
                .contains(
                        "FED-01 164.312(d)",
                        "FED-01 164.312(a)(2)(i)",
                        "FED-01 164.308(a)(3)(ii)(C)",
                        "IAM-13 164.312(a)(1)",
                        "IAM-14 164.312(a)(1)",
                        "IAM-15 164.312(a)(1)",
                        "DOC-01 164.308(a)(1)(ii)(A)",
                        "DOC-02 164.308(a)(8)",
                        "DOC-03 164.316(b)(2)(iii)",
                        "IAM-05 164.312(d)",
                        "ART-02 164.308(b)(1)",
                        "NET-03 164.312(a)(1)",
                        "INS-01 164.308(a)(1)(ii)(B)",
                        "AA-01 164.308(a)(1)(ii)(B)");
    }

    @Test
    void severitiesAreThoseOfTheReview() {
        Map<Severity, Set<String>> bySeverity = book.assertions().stream()
                .filter(a -> SHIPPED.contains(a.id()))
                .collect(Collectors.groupingBy(
                        Assertion::severity,
                        TreeMap::new,
                        Collectors.mapping(Assertion::id, Collectors.toCollection(TreeSet::new))));

        assertThat(bySeverity.get(Severity.CRITICAL)).isEqualTo(words("ART-02 ROOT-02 IAM-19 AA-03 ENC-06 NET-07"));
        assertThat(bySeverity.get(Severity.HIGH)).isEqualTo(words("""
                        ROOT-01 IAM-01 IAM-13 IAM-16 IAM-18 GD-01 GD-03 KMS-02 CT-01 CT-04 ENC-02 ENC-03 ENC-04 ENC-05 ENC-09
                        ENC-10 TLS-01 TLS-03 TLS-05 TLS-08 BK-02 BK-07 BK-08
                        """));
        assertThat(bySeverity.get(Severity.LOW))
                .isEqualTo(words("IAM-05 IAM-08 IAM-10 IAM-11 IAM-15 NET-04 NET-05 TLS-04"));
    }

    @Test
    void aTestAboutFindingsCountsWhereItsSourceWasOff() {
        assertThat(book.assertions())
                .filteredOn(a -> a.source().endsWith(".findings"))
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(a -> a.across().given());
    }

    @Test
    void aUnitWithTestsSaysWhatTheyCannotSee() {
        Set<String> tested = book.assertions().stream()
                .flatMap(a -> a.serves().keySet().stream())
                .collect(Collectors.toSet());

        assertThat(book.framework().controls())
                .allSatisfy(c ->
                        assertThat(c.unseen().isEmpty()).as(c.citation()).isEqualTo(!tested.contains(c.citation())));
    }

    @Test
    void everyUnitAsksForADocumentAndEachAddressableOneForADecision() {
        for (Control control : book.framework().controls()) {
            List<String> documents = documents(control.citation());
            assertThat(documents).as(control.citation()).isNotEmpty();
            assertThat(documents.contains("MAN-24"))
                    .as(control.citation())
                    .isEqualTo(control.obligation() == Obligation.ADDRESSABLE);
        }
    }

    @Test
    void everyParameterIsDeclaredAndUsed() {
        Set<String> used = book.assertions().stream()
                .flatMap(a -> a.parameters().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        used.addAll(words("mend_days_critical mend_days_high mend_days_medium mend_days_low"));

        assertThat(book.parameters().keySet()).isEqualTo(used);
        assertThat(book.parameters().values())
                .allSatisfy(p -> assertThat(p.policy()).as(p.name()).isEmpty());
    }

    @Test
    void samplesNeverCount() {
        LocalDate valid = LocalDate.of(2026, 2, 1);

        assertThat(book.registers().values())
                .isNotEmpty()
                .flatExtracting(Register::entries)
                .isNotEmpty()
                .noneMatch(e -> e.counts(valid));
        assertThat(book.acceptances()).isNotEmpty().noneMatch(a -> a.counts(valid));
        assertThat(book.documents()).allMatch(d -> d.filed().isEmpty());
        assertThat(book.decisions()).extracting(Decision::citation).isEmpty();
        assertThat(book.scope().accounts()).isEmpty();
    }

    private Control unit(String citation) {
        return book.framework().controls().stream()
                .filter(c -> c.citation().equals(citation))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no unit " + citation));
    }

    private List<String> documents(String citation) {
        return book.documents().stream()
                .filter(d -> d.serves().containsKey(citation))
                .map(d -> d.id())
                .toList();
    }

    /** "IAM-01 164.312(d)" for every link of that strength, or of any. */
    private List<String> links(Strength strength) {
        return book.assertions().stream()
                .flatMap(a -> a.serves().entrySet().stream()
                        .filter(e -> strength == null || e.getValue().strength() == strength)
                        .map(e -> a.id() + " " + e.getKey()))
                .toList();
    }

    /** "IAM-01 164.312(d)" for each test and each unit of a line; tests, a colon, units. */
    private static Set<String> pairs(String lines) {
        Set<String> pairs = new TreeSet<>();
        lines.lines()
                .map(line -> line.split(" : "))
                .forEach(line ->
                        words(line[0]).forEach(id -> words(line[1]).forEach(unit -> pairs.add(id + " 164." + unit))));
        return pairs;
    }

    private static List<String> units(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .map(unit -> "164." + unit)
                .toList();
    }

    private static Set<String> words(String text) {
        return new TreeSet<>(Arrays.asList(text.strip().split("\\s+")));
    }
}
