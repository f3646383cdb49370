package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Problem;
import io.exhibit.control.Register;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register as a spreadsheet writes it is the register that the same entries make in YAML. */
class CsvReaderTest {

    private static final Path GOOD = Path.of("src/test/resources/mappings/good");

    @TempDir
    private Path own;

    @Test
    void commasAndQuotesAsRfc4180HasThem() throws IOException {
        Register leavers = leavers("""
                person,user,left_at,approver,approved,reason,review
                P-19,arn:aws:iam::111122223333:user/a,2026-10-05T17:00:00-05:00,"Reyes, Dana",2026-10-05,"Said ""no""
                and left",2027-10-05
                """);

        assertThat(leavers.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.members())
                    .isEqualTo(Map.of(
                            "person",
                            "P-19",
                            "user",
                            "arn:aws:iam::111122223333:user/a",
                            "left_at",
                            Instant.parse("2026-10-05T22:00:00Z")));
            assertThat(entry.approver()).isEqualTo("Reyes, Dana");
            assertThat(entry.reason()).isEqualTo("Said \"no\"\nand left");
            assertThat(entry.counts(LocalDate.of(2026, 10, 31))).isTrue();
            assertThat(entry.position().line()).isEqualTo(2);
        });
    }

    @Test
    void semicolonsAByteOrderMarkWindowsLinesAndEmptyRowsAsSpreadsheetsWriteThem() throws IOException {
        Register leavers = leavers("\uFEFFperson;left_at;reason;approver;approved;review;;\r\n"
                + "P-19;2026-10-05;Left, with notice;Dana Reyes;2026-10-05;2027-10-05;;\r\n"
                + ";;;;;;;\r\n"
                + "P-20;2026-10-06;Left;Dana Reyes;2026-10-05;2027-10-05\r\n");

        assertThat(leavers.entries()).extracting(Register.Entry::reason).containsExactly("Left, with notice", "Left");
        assertThat(leavers.entries())
                .extracting(entry -> entry.position().toString())
                .containsExactly(at(2, 1), at(4, 1));
    }

    @Test
    void aCellThatASpreadsheetWouldRunIsText() throws IOException {
        Register leavers = leavers("""
                person,left_at,reason,approver,approved,review
                =CMD|'/c calc'!A1,2026-10-05,@SUM(1+1),+1,2026-10-05,2027-10-05
                """);

        assertThat(leavers.entries().get(0).members()).containsEntry("person", "=CMD|'/c calc'!A1");
        assertThat(leavers.entries().get(0).reason()).isEqualTo("@SUM(1+1)");
    }

    @Test
    void aRegisterWithAHeaderAloneIsEmptyAndOneWithoutIsAMistake() throws IOException {
        assertThat(leavers("person,left_at\n").entries()).isEmpty();

        Files.writeString(own.resolve("registers/leavers.csv"), "");
        assertThat(read().problems()).extracting(Problem::code).containsExactly("empty-file");
    }

    @Test
    void whatDoesNotCountIsWarnedOfAtItsRow() throws IOException {
        leavers("person,left_at,approver,approved,reason,review,sample\n"
                + "P-1,2026-10-05,,,Left,2027-10-05,\n"
                + "P-2,2026-10-05,,,,,yes\n");

        assertThat(read().warnings())
                .filteredOn(warning -> !warning.code().equals("no-decision"))
                .extracting(Problem::toString)
                .containsExactly(at(2, 1) + ": This entry does not count: approver and approved are missing."
                        + " [does-not-count]");
    }

    @Test
    void oneRegisterInTwoFilesIsAMistake() throws IOException {
        Files.createDirectories(own.resolve("registers"));
        Files.writeString(own.resolve("registers/leavers.yaml"), "# none\n");
        Files.writeString(own.resolve("registers/leavers.csv"), "person,left_at\n");

        assertThat(read().problems())
                .extracting(Problem::message)
                .containsExactly("The register leavers is there as .csv and as .yaml.");
    }

    @Test
    void aSpreadsheetThatWasNotSavedAsCsvIsToldAndNotPassedOver() throws IOException {
        Files.createDirectories(own.resolve("registers"));
        Files.writeString(own.resolve("registers/leavers.xlsx"), "PK");
        Files.writeString(own.resolve("registers/identities.CSV"), "user\n");
        Files.write(own.resolve("registers/break_glass.csv"), new byte[Utf8.MAX_BYTES + 1]);

        assertThat(read().problems())
                .extracting(Problem::message)
                .containsExactly(
                        "The file has more than 1 MiB.",
                        "Only names in small letters are read: .csv.",
                        "A spreadsheet is not read.");
    }

    /** Seeded, so that a failure comes again. */
    @Test
    void whateverIsWrittenBecomesATableOrAProblemAndNeverAnError() {
        Random random = new Random(6);
        String letters = "a,;\"\"\r\n\t =@\0\uFEFFé\u2028";
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "person,left_at\n" : "");
            random.ints(random.nextInt(40), 0, letters.length()).forEach(at -> text.append(letters.charAt(at)));
            Problems problems = new Problems();
            boolean read = CsvReader.read("a.csv", text.toString().getBytes(StandardCharsets.UTF_8), problems)
                    .isPresent();
            assertThat(read || !problems.none()).as(text.toString()).isTrue();
            refused += read ? 0 : 1;
        }
        assertThat(refused).isBetween(2_000, 18_000);
    }

    /** A million columns, a million rows of nothing, one cell of a mebibyte: in time that does not grow with their square. */
    @Test
    void largeTablesAreRefusedOrReadWithinTheirBytes() {
        List<String> told = new ArrayList<>();
        for (String text : List.of(
                "a" + ",".repeat(1_000_000),
                "a\n" + "\n".repeat(1_000_000),
                "a\n\"" + "x".repeat(1_000_000) + "\"\n")) {
            Problems problems = new Problems();
            int rows = CsvReader.read("a.csv", text.getBytes(StandardCharsets.UTF_8), problems)
                    .map(table -> table.rows().items().size())
                    .orElse(-1);
            told.add(rows + " " + problems.list().stream().map(Problem::code).toList());
        }
        assertThat(told).containsExactly("-1 [too-large]", "0 []", "1 []");
    }

    private String at(int line, int column) {
        return own.resolve("registers/leavers.csv").toString().replace('\\', '/') + ":" + line + ":" + column;
    }

    private Register leavers(String text) throws IOException {
        Files.createDirectories(own.resolve("registers"));
        Files.writeString(own.resolve("registers/leavers.csv"), text);
        MappingReader.Result read = read();
        assertThat(read.problems()).isEmpty();
        return read.book().orElseThrow().registers().get("leavers");
    }

    private MappingReader.Result read() {
        return MappingReader.read(GOOD, own, "rule", LocalDate.of(2026, 11, 1));
    }
}
