package io.exhibit.render;

import static io.exhibit.render.GapRowsTest.gap;
import static io.exhibit.render.GapRowsTest.part;
import static io.exhibit.render.GapRowsTest.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Day;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the collection log says of runs that it does not list. */
final class CollectionPagesTest {

    private static final PackContent SAMPLE = SamplePack.content();

    @Test
    void runsThatCountForNoDayAreToldAsANumber() {
        RunRecord further = run(part("kms.keys", gap("kms:ListKeys", "", "no"), gap("kms:ListAliases", "", "no")));
        List<Day> days = SAMPLE.assessment().days();

        assertThat(log(days, SAMPLE.runs())).containsEntry("further", "");
        assertThat(log(
                        days,
                        Stream.concat(SAMPLE.runs().stream(), Stream.of(further))
                                .toList()))
                .containsEntry(
                        "further",
                        "1 further run counts for no day and is not told here; its record holds 2 calls without an"
                                + " answer. The manifest lists every run with its gaps.");
    }

    @Test
    void whereNothingWasCollectedNothingWasAnswered() {
        Day empty = new Day(SamplePack.PERIOD.first(), SAMPLE.issue().at(), Optional.empty(), "no run is in the log");

        assertThat(log(List.of(empty), List.of())).containsEntry("none", "Nothing was collected.");
    }

    @Test
    void anItemThatVanishedIsNamedAndIsNoGap() {
        Fact gone = new Fact(Call.of("kms:DescribeKey", "k-1"), "NotFoundException", true);
        Fact unset = new Fact(Call.of("iam:GetAccountPasswordPolicy"), "NoSuchEntity", false);
        RunRecord run =
                run(new Part("kms.keys", 2, 2, 1, new Lists(1, 1, 1, 0), List.of(gone, unset), List.of(), 0, 0));
        Day day = new Day(SamplePack.PERIOD.first(), SAMPLE.issue().at(), Optional.of(run), "");

        Map<String, Object> log = log(List.of(day), List.of());

        assertThat(log.get("vanished"))
                .asString()
                .startsWith("1 item was listed and gone when asked about")
                .contains("k-1 (kms:DescribeKey, ")
                .doesNotContain("Password");
        assertThat(log).containsEntry("none", "None. Every call was answered.");
    }

    @Test
    void aListThatMovedIsNamed() {
        RunRecord run = run(new Part("kms.keys", 2, 2, 9, new Lists(1, 1, 2, 1), List.of(), List.of(), 0, 0));
        Day day = new Day(SamplePack.PERIOD.first(), SAMPLE.issue().at(), Optional.of(run), "");

        assertThat(log(List.of(day), List.of()).get("moved"))
                .asString()
                .startsWith(
                        "1 item stood on two pages of a list that moved while it was read, and each is counted once:"
                                + " kms.keys (");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> log(List<Day> days, List<RunRecord> runs) {
        PeriodAssessment sample = SAMPLE.assessment();
        PackContent content = new PackContent(
                new PeriodAssessment(
                        sample.book(),
                        sample.period(),
                        sample.bookChanges(),
                        days,
                        sample.controls(),
                        sample.tests(),
                        sample.documents()),
                runs,
                SAMPLE.runDigests(),
                SAMPLE.sources(),
                SAMPLE.issue(),
                SAMPLE.log(),
                SAMPLE.simulated(),
                SAMPLE.endpoint(),
                SAMPLE.tool(),
                SAMPLE.digests(),
                SAMPLE.notes(),
                SAMPLE.attachments(),
                SAMPLE.books());
        return (Map<String, Object>)
                PackModel.of(content, new VisibleText(c -> true)).get("collection");
    }
}
