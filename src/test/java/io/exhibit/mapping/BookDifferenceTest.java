package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Book;
import io.exhibit.control.BookDifference;
import io.exhibit.control.BookDifference.Change;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed in a book, in the words that a pack prints. */
class BookDifferenceTest {

    private static final Book SHIPPED = MappingReader.read(Path.of("mappings"), null, "hipaa-security-rule")
            .book()
            .orElseThrow();

    private static Book with(String file, String from, String to) {
        Map<String, byte[]> files = new TreeMap<>(SHIPPED.files());
        String text = new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
        String edited = from.isEmpty() ? text + "\n" + to + "\n" : text.replace(from, to);
        assertThat(edited).isNotEqualTo(text);
        files.put(file, edited.getBytes(StandardCharsets.UTF_8));
        MappingReader.Result read = MappingReader.read(files, "hipaa-security-rule");
        assertThat(read.problems()).isEmpty();
        return read.book().orElseThrow();
    }

    private static List<String> changes(Book before, Book after) {
        return BookDifference.between(before, after).stream()
                .map(Change::toString)
                .toList();
    }

    /** Each way back says the opposite, so nothing is seen in one direction only. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            organization/parameters.yaml       | `` | `access_key_max_age_days: {value: 60, policy: SEC-03 section 4.2}` | `Threshold access_key_max_age_days is 60 days (SEC-03 section 4.2), and was 90 days (tool default).`
            organization/risk-acceptances.yaml | `` | `- {id: RA-1, assertion: IAM-02, item: 'arn:*:user/importer*', approver: Jane Doe, approved: 2026-01-12, expires: 2027-06-01, reason: Moves to a role}` | `Risk acceptance RA-1 is new: arn:*:user/importer* for IAM-02 until 2027-06-01, signed by Jane Doe on 2026-01-12: Moves to a role.`
            organization/registers/leavers.yaml | `` | `- {person: p-17, user: m.example, left_at: 2026-10-05, approver: HR, approved: 2026-10-05, reason: Left, review: 2027-10-05}` | `Register leavers has the new entry: left_at 2026-10-05T00:00:00Z; person p-17; user m.example, signed by HR on 2026-10-05, review 2027-10-05: Left.`
            organization/risk-acceptances.yaml | `` | `- {id: RA-2, assertion: IAM-02, item: 'arn:*:user/importer*', approver: Jane Doe, approved: 2026-01-12, expires: 2027-06-01, reason: Until June.}` | `Risk acceptance RA-2 is new: arn:*:user/importer* for IAM-02 until 2027-06-01, signed by Jane Doe on 2026-01-12: Until June.`
            organization/documents.yaml        | `` | `- {id: MAN-21, title: Authentication standard, version: '5', approver: Jane Doe, approved: 2026-01-12}` | `Document MAN-21 filed copy is Authentication standard, version 5, signed by Jane Doe on 2026-01-12, and was not given.`
            organization/decisions.yaml        | `` | `- {citation: 164.312(a)(2)(iii), choice: alternative, rationale: Workstations lock, document: MAN-18, approver: Jane Doe, approved: 2026-01-12, review: 2027-01-12}` | `Decision on 164.312(a)(2)(iii) is new: alternative (Workstations lock), document MAN-18, signed by Jane Doe on 2026-01-12, review 2027-01-12.`
            organization/scope.yaml            | `entity: ''` | `entity: Example Health` | `Entity name is Example Health, and was not given.`
            assertions/iam.yaml                | `severity: high` | `severity: low` | `Test IAM-01 severity is low, and was high.`
            """)
    void aChangeIsToldFromWhatToWhat(String file, String from, String to, String says) {
        Book edited = with(file, from, to);

        assertThat(changes(SHIPPED, edited)).contains(says);
        assertThat(changes(edited, SHIPPED)).isNotEmpty().doesNotContain(says);
        assertThat(changes(edited, edited)).isEmpty();
    }

    @Test
    void aCommentIsNoChange() {
        Book edited = with("organization/parameters.yaml", "", "# reviewed");

        assertThat(edited.digest()).isNotEqualTo(SHIPPED.digest());
        assertThat(changes(SHIPPED, edited)).isEmpty();
    }
}
