package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Assertion.Strength;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Document;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mistakes that published mappings make, each seen in their files; the default mapping makes none of them. */
class PeerMistakesTest {

    private final Book book = MappingReader.read(Path.of("mappings"), null, "hipaa-security-rule")
            .book()
            .orElseThrow();

    @Test
    void aServiceThatIsOnIsNoRiskAnalysis() {
        assertThat(tests("164.308(a)(1)(ii)(A)"))
                .as("what an analysis is fed with: what there is, what was looked at")
                .containsExactlyInAnyOrder("INS-02", "NET-06", "SCOPE-01", "SCOPE-02", "SCOPE-03", "DOC-01");
        assertThat(strengths("164.308(a)(1)(ii)(A)")).containsOnly(Strength.SUPPORTING);
        assertThat(documents("164.308(a)(1)(ii)(A)")).contains("MAN-01");
    }

    @Test
    void theAgeOfKeysIsNoTerminationOfAccess() {
        assertThat(tests("164.308(a)(3)(ii)(C)")).containsExactly("FED-01", "IAM-16", "IAM-24");
        assertThat(source("IAM-16")).isEqualTo("registers.leavers");
    }

    @Test
    void encryptionIsNoIsolationOfAClearinghouse() {
        assertThat(tests("164.308(a)(4)(ii)(A)")).isEmpty();
        assertThat(unit("164.308(a)(4)(ii)(A)").condition()).isEqualTo("clearinghouse");
    }

    @Test
    void patchingIsNoProtectionFromMaliciousSoftware() {
        assertThat(tests("164.308(a)(5)(ii)(B)")).noneMatch(id -> id.startsWith("INS-") || id.startsWith("WAF-"));
    }

    @Test
    void backupsAreNotFourContingencyPlans() {
        assertThat(tests("164.308(a)(7)(i)")).isEmpty();
        assertThat(tests("164.308(a)(7)(ii)(C)")).isEmpty();
        assertThat(List.of("(i)", "(ii)(A)", "(ii)(B)", "(ii)(C)", "(ii)(D)", "(ii)(E)"))
                .extracting(p -> documents("164.308(a)(7)" + p).get(0))
                .doesNotHaveDuplicates();
    }

    @Test
    void aDetectorThatIsOnIsNoEvaluation() {
        assertThat(tests("164.308(a)(8)")).containsExactlyInAnyOrder("ORG-05", "DOC-02");
        assertThat(strengths("164.308(a)(8)")).containsOnly(Strength.SUPPORTING);
    }

    @Test
    void uniqueUsersAreShownByUsers() {
        assertThat(tests("164.312(a)(2)(i)")).containsExactly("FED-01", "IAM-14", "IAM-15", "ROOT-02", "ROOT-03");
    }

    @Test
    void backupsAreNoEmergencyAccess() {
        assertThat(tests("164.312(a)(2)(ii)")).containsExactly("IAM-21");
        assertThat(source("IAM-21")).isEqualTo("registers.break_glass");
    }

    @Test
    void intactLogsAreNotIntactHealthInformation() {
        assertThat(tests("164.312(c)(1)")).containsExactlyInAnyOrder("BK-03", "BK-04", "BK-06");
        assertThat(strengths("164.312(c)(1)")).containsOnly(Strength.SUPPORTING);
        assertThat(tests("164.312(c)(2)")).noneMatch(id -> id.startsWith("CT-"));
    }

    @Test
    void planDocumentsAreNotTestedByEncryption() {
        assertThat(book.framework().controls())
                .filteredOn(c -> c.citation().startsWith("164.314(b)"))
                .hasSize(5)
                .allMatch(c -> c.condition().equals("group_health_plan"))
                .allMatch(c -> tests(c.citation()).isEmpty());
    }

    @Test
    void cloudBackupsAreNoCopyBeforeMovingEquipment() {
        assertThat(tests("164.310(d)(2)(iv)")).isEmpty();
    }

    @Test
    void workstationsAreNeverInheritedFromAws() {
        assertThat(tests("164.310(b)")).isEmpty();
        assertThat(tests("164.310(c)")).isEmpty();
        assertThat(unit("164.310(b)").responsibility()).doesNotContain("AWS");
    }

    private List<String> tests(String citation) {
        return book.assertions().stream()
                .filter(a -> a.serves().containsKey(citation))
                .map(a -> a.id())
                .toList();
    }

    private List<Strength> strengths(String citation) {
        return book.assertions().stream()
                .filter(a -> a.serves().containsKey(citation))
                .map(a -> a.serves().get(citation).strength())
                .toList();
    }

    private List<String> documents(String citation) {
        return book.documents().stream()
                .filter(d -> d.serves().containsKey(citation))
                .map(Document::id)
                .toList();
    }

    private String source(String id) {
        return book.assertions().stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow()
                .source();
    }

    private Control unit(String citation) {
        return book.framework().controls().stream()
                .filter(c -> c.citation().equals(citation))
                .findFirst()
                .orElseThrow();
    }
}
