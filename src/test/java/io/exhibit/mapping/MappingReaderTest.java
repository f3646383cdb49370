package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Decision;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingReaderTest {

    private static final Path GOOD = Path.of("src/test/resources/mappings/good");

    private final Book book = MappingReader.read(GOOD, null, "rule").book().orElseThrow();

    @Test
    void unitsKeepTheOrderAndTheWordsOfTheRule() {
        assertThat(book.framework().controls())
                .extracting(Control::citation)
                .containsExactly("164.312(d)", "164.312(a)(2)(iii)");
        assertThat(book.framework().controls().get(0).crosswalk()).isEqualTo(Map.of("NIST SP 800-53", "IA-2, IA-3"));
        assertThat(book.framework().controls().get(0).owner()).isEqualTo("Identity team");
        assertThat(book.framework().limits()).isEqualTo("Only two units are mapped.");
    }

    @Test
    void anAssertionIsReadAsWritten() {
        Assertion assertion = book.assertions().get(1);
        assertThat(assertion.timing()).isEqualTo(Assertion.Timing.PERIOD);
        assertThat(assertion.with()).containsExactly(Map.entry("users", "iam.credential-report"));
        assertThat(assertion.parameters()).containsExactly("max_key_age_days");
        assertThat(assertion.across().given()).isFalse();
    }

    @Test
    void aPlaceInABlockScalarIsAPlaceInTheFile() throws IOException {
        Assertion.Expression expect = book.assertions().get(1).expect();
        List<String> file = Files.readAllLines(GOOD.resolve("assertions/iam.yaml"));
        List<String> lines = expect.text().lines().toList();
        Position at = expect.position();

        assertThat(file.get(at.line() - 1).substring(at.column() - 1)).isEqualTo(lines.get(0));
        assertThat(file.get(at.line())).isEqualTo(lines.get(1));
    }

    @Test
    void theOrganizationsValueStandsOverTheDefault() {
        assertThat(book.parameters().get("max_key_age_days").value()).isEqualTo(60L);
        assertThat(book.parameters().get("max_key_age_days").policy()).isEqualTo("SEC-7 section 3");
        assertThat(book.parameters().get("max_key_age_days").unit()).isEqualTo("days");
        assertThat(book.parameters().get("name").value()).isEqualTo("no");
        assertThat(book.parameters().get("strict").value()).isEqualTo(true);
    }

    @Test
    void aDateInARegisterIsItsBeginningInUtc() {
        Map<String, Object> leaver =
                book.registers().get("leavers").entries().get(0).members();
        assertThat(leaver.get("left_at")).isEqualTo(Instant.parse("2026-10-05T00:00:00Z"));
        assertThat(leaver.get("noticed")).isEqualTo(Instant.parse("2026-10-06T07:30:00Z"));
        assertThat(leaver).containsOnlyKeys("person", "user", "left_at", "noticed");
    }

    @Test
    void whatNobodySaidStaysUnsaid() {
        assertThat(book.scope().accounts().get("222233334444").ephi()).isEmpty();
        assertThat(book.scope().accounts().get("333344445555").ephi()).contains(true);
        assertThat(book.scope().inScope("555566667777")).isFalse();
        assertThat(book.scope().inScope("999999999999")).isTrue();
    }

    @Test
    void filedDocumentsAndDecisionsStandWithTheirDates() {
        assertThat(book.documents().get(0).filed().orElseThrow().approved()).isEqualTo(LocalDate.of(2026, 1, 15));
        assertThat(book.decisions().get(0).choice()).isEqualTo(Decision.Choice.NOT_REASONABLE);
    }

    @Test
    void anotherByteIsAnotherDigest(@TempDir Path folder) throws IOException {
        Files.copy(GOOD.resolve("organization/scope.yaml"), folder.resolve("scope.yaml"));
        Book same = MappingReader.read(GOOD, GOOD.resolve("organization"), "rule")
                .book()
                .orElseThrow();
        Book other = MappingReader.read(GOOD, folder, "rule").book().orElseThrow();

        assertThat(same.digest()).isEqualTo(book.digest()).hasSize(64);
        assertThat(book.files()).containsKeys("assertions/iam.yaml", "organization/scope.yaml");
        assertThat(other.digest()).isNotEqualTo(book.digest());
    }

    @Test
    void aFolderOrFrameworkThatIsNotThereIsToldInOneSentence() {
        assertThat(MappingReader.read(GOOD, null, "rul").problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "frameworks/rul:1:1: There is no framework rul. Did you mean rule? [unknown-framework]");
        assertThat(MappingReader.read(Path.of("nowhere"), null, "rule").problems())
                .extracting(Problem::code)
                .contains("missing-file");
    }

    @Test
    void withoutAFolderTheCopyInTheBuildIsRead() {
        MappingReader.Result bundled = MappingReader.read(null, null, "hipaa-security-rule");
        MappingReader.Result folder = MappingReader.read(Path.of("mappings"), null, "hipaa-security-rule");

        assertThat(bundled.problems()).isEmpty();
        assertThat(bundled.book().orElseThrow().digest())
                .isEqualTo(folder.book().orElseThrow().digest());
    }
}
