package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Inheritance.Report;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.control.Book;
import io.exhibit.control.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether a list of duties is of the version that is relied on, and the whole of it, is said or said to be unknown. */
final class DutyPagesTest {

    private static final LocalDate READ = LocalDate.of(2026, 6, 8);

    @Test
    void aListOfAnotherVersionSaysSo() {
        assertThat(lines(8, List.of(duty("7"), duty("7")), List.of(read("7", "2"))))
                .containsExactly(
                        "SOC 2 is relied on in version 8, and the list is of another version: what it leaves to the"
                                + " entity may be otherwise. Nobody on the register reports_read read version 8 of SOC 2: whether"
                                + " these are all of its duties, nobody says.");
        assertThat(lines(8, List.of(duty("7"), duty("8")), List.of(read("8", "2"))))
                .singleElement()
                .asString()
                .startsWith("SOC 2 is relied on in version 8, and 1 of the list is of another version")
                .endsWith("Of that version 1 is on this list: it is not the whole.");
    }

    @Test
    void aListIsWholeByTheCountOfWhoReadTheReport() {
        assertThat(lines(7, List.of(duty("7"), duty("7")), List.of(read("7", "2"))))
                .containsExactly(
                        "By the register reports_read, version 7 of SOC 2 was read by Jane Doe, Compliance (entered on"
                                + " 2026-06-08), who counted 2 duties in it. All of them are on this list.");
        assertThat(lines(7, List.of(duty("7")), List.of(read("7", ""))))
                .singleElement()
                .asString()
                .endsWith("The entry does not say how many duties there are: whether these are all, nobody says.");
        assertThat(lines(7, List.of(), List.of(read("7", "2")))).isEmpty();
    }

    private static List<String> lines(long version, List<Register.Entry> duties, List<Register.Entry> read) {
        PeriodAssessment sample = SamplePack.small().assessment();
        Book b = sample.book();
        Book book = new Book(
                b.framework(),
                b.assertions(),
                b.documents(),
                b.scope(),
                b.parameters(),
                Map.of(
                        Register.DUTIES,
                        new Register(Register.DUTIES, duties, null),
                        Register.READ,
                        new Register(Register.READ, read, null)),
                b.acceptances(),
                b.decisions(),
                b.files(),
                b.digest());
        PeriodAssessment assessment = new PeriodAssessment(
                book,
                sample.period(),
                sample.bookChanges(),
                sample.days(),
                sample.controls(),
                sample.tests(),
                sample.documents());
        Report report = new Report(
                List.of("soc2_reports"),
                "report-1",
                "SOC 2",
                "SOC 2",
                version,
                null,
                null,
                "PUBLISHED",
                "",
                "",
                0,
                "",
                "r");
        return new DutyPages(assessment, List.of(report)).lines();
    }

    private static Register.Entry duty(String version) {
        return entry(Map.of("duty", "Patch", "report", "SOC 2", "version", version, "owner", "Lead"));
    }

    private static Register.Entry read(String version, String duties) {
        return entry(Map.of("report", "report-1", "version", version, "duties", duties));
    }

    private static Register.Entry entry(Map<String, Object> members) {
        return new Register.Entry(members, "Jane Doe, Compliance", READ, "Worksheet", READ.plusYears(1), false, null);
    }
}
