package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Problem;
import io.exhibit.control.Scope.AccountScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An entry that is written well and does not count is a warning: nothing is refused for it. */
class WarningsTest {

    private static final Path GOOD = Path.of("src/test/resources/mappings/good");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    @TempDir
    private Path own;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(own.resolve("registers"));
    }

    @Test
    void anEntryThatNobodySignedDoesNotCount() throws IOException {
        write("registers/approved_admins.yaml", """
                - principal: a
                  approver: Dana Reyes
                  reason: Known
                - {principal: b, sample: yes}
                """);

        assertWarned("registers/approved_admins.yaml:1:3: This entry does not count: approved and review are missing.");
    }

    @Test
    void anEntryWhoseTimeIsNotYetOrNoMoreDoesNotCount() throws IOException {
        write("registers/approved_admins.yaml", """
                - {principal: a, approver: D, approved: 2026-11-02, reason: Known, review: 2027-11-02}
                - {principal: b, approver: D, approved: 2026-01-02, reason: Known, review: 2026-10-31}
                - {principal: c, approver: D, approved: 2026-11-01, reason: Known, review: 2026-11-01}
                """);

        assertWarned(
                "registers/approved_admins.yaml:1:41: This entry does not count yet: 2026-11-02 lies in the future.",
                "registers/approved_admins.yaml:2:76: This entry does not count any more: review was 2026-10-31.");
    }

    @Test
    void aRiskNobodyAcceptedUntilADateIsNotAccepted() throws IOException {
        write("risk-acceptances.yaml", "- {id: RA-1, assertion: IAM-01, item: user, reason: It is so}\n");

        assertWarned("risk-acceptances.yaml:1:3: This entry does not count:"
                + " approver and approved and expires are missing.");
    }

    @Test
    void aDocumentWithoutApproverIsNoCurrentDocument() throws IOException {
        write("documents.yaml", "- {id: MAN-21, title: Verifying persons, version: '3', approved: 2026-12-15}\n");

        assertWarned(
                "documents.yaml:1:3: This entry does not count: approver is missing.",
                "documents.yaml:1:66: This entry does not count yet: 2026-12-15 lies in the future.");
    }

    @Test
    void addressableUnitsWithoutADecisionAreNamedAtOnce() {
        assertThat(MappingReader.read(GOOD, null, "rule", TODAY).warnings())
                .extracting(Problem::code)
                .containsExactly("no-name");
        assertThat(MappingReader.read(GOOD, own, "rule", TODAY).warnings())
                .extracting(Problem::toString)
                .containsExactly("organization/decisions.yaml:1:1: One addressable unit has no decision:"
                        + " 164.312(a)(2)(iii). Add an entry with citation, choice, rationale, approver, approved and"
                        + " review for each. [no-decision]");
    }

    @Test
    void unitsThatNothingServesAreNamedAtOnce() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(GOOD)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                files.put(GOOD.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        files.remove("documents.yaml");
        files.remove("organization/documents.yaml");
        files.remove("organization/decisions.yaml");

        assertThat(MappingReader.read(files, "rule").warnings())
                .extracting(Problem::toString)
                .contains("frameworks/rule/164.312.yaml:10:15: No test and no document serves the unit"
                        + " 164.312(a)(2)(iii). A pack prints \"Not mapped yet\" there, until one names the unit under"
                        + " serves. [nothing-serves]");
    }

    /** Or an unsigned word would take an account out of the tests about ePHI. */
    @Test
    void thatAnAccountHoldsNoEphiCountsOnlyWhenItIsSigned() throws IOException {
        write("scope.yaml", """
                accounts:
                - {id: '111122223333', name: a, ephi: no}
                - {id: '222233334444', name: b, ephi: no, approver: Dana Reyes, approved: 2026-01-12}
                - {id: '333344445555', name: c, ephi: yes}
                """);

        assertWarned("scope.yaml:2:3: This entry does not count: approver and approved are missing.");
        assertThat(MappingReader.read(GOOD, own, "rule", TODAY)
                        .sound()
                        .scope()
                        .accounts()
                        .values())
                .extracting(AccountScope::ephi)
                .containsExactly(Optional.empty(), Optional.of(false), Optional.of(true));
    }

    @Test
    void aDecisionAndAFactWithoutASignatureDoNotCount() throws IOException {
        write("decisions.yaml", "- {citation: 164.312(a)(2)(iii), choice: implemented, rationale: As it says}\n");
        write("scope.yaml", """
                accounts: [{id: '111122223333', ephi: yes}]
                facts: [{name: group_health_plan, value: no}]
                """);

        assertWarned(
                "decisions.yaml:1:3: This entry does not count: approver and approved and review are missing.",
                "scope.yaml:1:12: The account 111122223333 has no name here.",
                "scope.yaml:2:9: This entry does not count: approver and approved are missing.");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(own.resolve(file), text);
    }

    private void assertWarned(String... warnings) {
        MappingReader.Result read = MappingReader.read(GOOD, own, "rule", TODAY);

        assertThat(read.problems()).isEmpty();
        assertThat(read.book()).isPresent();
        assertThat(read.warnings())
                .filteredOn(warning -> !warning.code().equals("no-decision"))
                .extracting(Problem::toString)
                .extracting(text -> text.substring(own.toString().length() + 1).replaceAll(" \\[[a-z-]+]$", ""))
                .containsExactly(warnings);
    }
}
