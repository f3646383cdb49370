package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Parts add up to the whole, everywhere that both are printed. */
@SuppressWarnings("unchecked")
final class PackModelTest {

    private final Map<String, Object> model = PackModel.of(SamplePack.content(), new VisibleText(character -> true));

    @Test
    void unitsBySectionAndByConclusionAreAllUnits() {
        List<Map<String, Object>> rows = list("summary", "sections");
        Map<String, Object> total = rows.get(rows.size() - 1);
        int[] columns = new int[ConclusionKind.values().length];
        for (Map<String, Object> row : rows.subList(0, rows.size() - 1)) {
            List<Map<String, Object>> counts = (List<Map<String, Object>>) row.get("counts");
            int sum = 0;
            for (int i = 0; i < columns.length; i++) {
                columns[i] += number(counts.get(i).get("n"));
                sum += number(counts.get(i).get("n"));
            }
            assertThat(number(row.get("all"))).isEqualTo(sum);
        }
        List<Map<String, Object>> totals = (List<Map<String, Object>>) total.get("counts");
        for (int i = 0; i < columns.length; i++) {
            assertThat(number(totals.get(i).get("n"))).isEqualTo(columns[i]);
        }
        assertThat(number(total.get("all"))).isEqualTo(73).isEqualTo(number(summary("units")));
    }

    @Test
    void conclusionsOfTestedUnitsAreAllTestedUnits() {
        assertThat(number(summary("clean"))
                        + number(summary("cleanWanting"))
                        + number(summary("mended"))
                        + number(summary("deviating"))
                        + number(summary("unknown")))
                .isEqualTo(number(summary("tested")));
        assertThat(number(summary("mended"))).isPositive();
        assertThat(number(summary("tested"))
                        + ((List<?>) section("summary").get("information")).size()
                        + ((List<?>) section("summary").get("empty")).size())
                .isEqualTo(number(summary("withTests")));
    }

    @Test
    void testsByTheirResultAreAllTests() {
        List<Map<String, Object>> rows = list("summary", "verdicts");
        for (String column : List.of("count", "mended", "partly")) {
            assertThat(sum(rows.subList(0, rows.size() - 1), column))
                    .isEqualTo(number(last(rows).get(column)));
        }
        assertThat(number(last(rows).get("count")))
                .isEqualTo(SamplePack.content().assessment().tests().size());
    }

    @Test
    void unitsWhoseTestsWereJudgedOnNoDayAreNotCalledTested() {
        PeriodAssessment month = SamplePack.content().assessment();
        List<ControlResult> unjudged =
                month.controls().stream().map(PackModelTest::unjudged).toList();
        PeriodAssessment empty = new PeriodAssessment(
                month.book(),
                month.period(),
                month.bookChanges(),
                month.days(),
                unjudged,
                month.tests(),
                month.documents());

        Map<String, Object> summary =
                (Map<String, Object>) PackModel.of(SamplePack.with(empty), new VisibleText(character -> true))
                        .get("summary");

        assertThat(summary).containsEntry("tested", "0").containsEntry("unknown", "0");
        assertThat(number(summary.get("unjudged"))).isEqualTo(number(summary("tested")));
    }

    private static ControlResult unjudged(ControlResult unit) {
        List<TestResult> tests = unit.tests().stream()
                .map(test -> new TestResult(
                        test.assertion(),
                        new Judgement(test.assertion().id(), Verdict.INCONCLUSIVE, 0, 0, 0, 0, 0, 0, "none was sealed"),
                        0,
                        0,
                        0,
                        List.of(),
                        List.of(),
                        ""))
                .toList();
        Verdict verdict = ConclusionKind.of(unit).tested() ? Verdict.INCONCLUSIVE : unit.verdict();
        return new ControlResult(unit.control(), verdict, "", tests, unit.documents(), unit.basis(), unit.decision());
    }

    @Test
    void findingsAtTheStartAndOpenedLessThoseClosedAreThoseOpen() {
        List<Map<String, Object>> rows = list("summary", "severities");
        assertThat(rows)
                .allSatisfy(row -> assertThat(number(row.get("start"))
                                + number(row.get("found"))
                                + number(row.get("opened"))
                                + number(row.get("reopened"))
                                - number(row.get("closed")))
                        .isEqualTo(number(row.get("open"))));
        for (String column : List.of(
                "start",
                "found",
                "opened",
                "reopened",
                "closed",
                "gone",
                "open",
                "accepted",
                "unread",
                "late",
                "mayBeLate")) {
            int parts = rows.subList(0, rows.size() - 1).stream()
                    .mapToInt(row -> number(row.get(column)))
                    .sum();
            assertThat(number(rows.get(rows.size() - 1).get(column))).as(column).isEqualTo(parts);
        }
    }

    @Test
    void exceptionsListedAreThoseThatTheSummaryCounts() {
        assertThat(exceptions("open") + exceptions("accepted")).isEqualTo(number(summary("open")));
        assertThat(exceptions("accepted"))
                .isEqualTo(number(summary("accepted")))
                .isEqualTo(1);
    }

    private int exceptions(String table) {
        Map<String, Object> of = (Map<String, Object>) section("exceptions").get(table);
        assertThat((List<?>) of.get("rows")).hasSize(number(of.get("count")));
        return number(of.get("count"));
    }

    @Test
    void findingsByWeekTheirTimesAndTheirAgesAreThoseOfTheAccount() {
        List<Map<String, Object>> balance = list("times", "balance");
        assertThat(balance).isEqualTo(list("summary", "severities"));
        Map<String, Object> all = last(balance);
        List<Map<String, Object>> weeks = list("weeks");
        assertThat(sum(weeks, "came")).isEqualTo(number(all.get("opened")) + number(all.get("reopened")));
        assertThat(sum(weeks, "found")).isEqualTo(number(all.get("found"))).isPositive();
        assertThat(sum(weeks, "closed")).isEqualTo(number(all.get("closed")));
        assertThat(last(weeks).get("open")).isEqualTo(all.get("open"));
        int open = number(all.get("start"));
        for (Map<String, Object> week : weeks) {
            open += number(week.get("found")) + number(week.get("came")) - number(week.get("closed"));
            assertThat(number(week.get("open"))).as((String) week.get("name")).isEqualTo(open);
        }

        List<Map<String, Object>> took = list("times", "took");
        List<Map<String, Object>> ages = list("ages");
        for (int i = 0; i < balance.size(); i++) {
            Map<String, Object> times = took.get(i);
            assertThat(number(times.get("closed")))
                    .isEqualTo(number(times.get("within"))
                            + number(times.get("late"))
                            + number(times.get("notKnown"))
                            + number(times.get("unlimited")))
                    .isGreaterThanOrEqualTo(number(times.get("timed")));
            Map<String, Object> age = ages.get(i);
            assertThat(age.get("open")).isEqualTo(balance.get(i).get("open"));
            assertThat(age.get("late")).isEqualTo(balance.get(i).get("late"));
            assertThat(sum((List<Map<String, Object>>) age.get("counts"), "n")).isEqualTo(number(age.get("open")));
        }
        for (String column : List.of("closed", "within", "late", "notKnown", "unlimited", "timed")) {
            assertThat(number(last(took).get(column))).isEqualTo(sum(took.subList(0, took.size() - 1), column));
        }
    }

    @Test
    void lateOnesByNameAndClosedOnesListedAreThoseThatAreCounted() {
        Map<String, Object> all = last(list("times", "balance"));
        Map<String, Object> took = last(list("times", "took"));
        Map<String, Object> times = section("times");

        assertThat(named(times, "lateOpen")).isEqualTo(number(all.get("late"))).isPositive();
        assertThat(named(times, "lateClosed"))
                .isEqualTo(number(took.get("late")))
                .isPositive();
        assertThat(exceptions("closed"))
                .isEqualTo(number(took.get("closed")))
                .isEqualTo(number(all.get("closed")) - number(times.get("lapsed")));
        assertThat(times.get("atLeast")).isEqualTo("1 took at least 4 days, 1 took at least 9 days");
        assertThat(number(took.get("closed")) - number(took.get("timed"))).isEqualTo(2);
    }

    /** What is named first are findings of the pack, no more than eight of a kind, and each leads to the one row that tells it. */
    @Test
    void whatIsNamedFirstLeadsToItsOwnRowAndWhatIsNotNamedIsCounted() {
        List<Object> anchors = new ArrayList<>();
        for (String table : List.of("open", "accepted", "closed", "events")) {
            ((List<Map<String, Object>>)
                            ((Map<String, Object>) section("exceptions").get(table)).get("rows"))
                    .forEach(row -> anchors.add(row.get("anchor")));
        }
        assertThat(anchors).doesNotHaveDuplicates().doesNotContain("");
        List<Map<String, Object>> kinds = list("summary", "gravest");
        for (Map<String, Object> kind : kinds) {
            List<Map<String, Object>> rows = (List<Map<String, Object>>) kind.get("rows");
            assertThat(rows).hasSizeLessThanOrEqualTo(8);
            assertThat(rows.size() + more(kind, "more")).isEqualTo(number(kind.get("count")));
            assertThat(anchors)
                    .containsAll(rows.stream().map(row -> row.get("anchor")).toList());
        }
        assertThat(kinds.get(0)).containsEntry("count", summary("critical"));
        assertThat(number(kinds.get(0).get("count"))).isGreaterThan(8);
    }

    /** Every test is told in full under the units that it serves directly, the same everywhere. */
    @Test
    void findingsUnderAUnitAreThoseOfItsTests() {
        int told = 0;
        for (Map<String, Object> unit : list("units", "entries")) {
            for (Map<String, Object> detail : (List<Map<String, Object>>) unit.get("details")) {
                long open = SamplePack.content().assessment().tests().stream()
                        .filter(test -> test.assertion().id().equals(detail.get("id")))
                        .flatMap(test -> test.histories().stream())
                        .filter(History::open)
                        .count();
                assertThat(places((List<Map<String, Object>>) detail.get("deviating")) + more(detail, "deviatingMore"))
                        .isEqualTo((int) open);
                told += open > 0 ? 1 : 0;
            }
        }
        assertThat(told).isPositive();
    }

    private int named(Map<String, Object> model, String table) {
        Map<String, Object> of = (Map<String, Object>) model.get(table);
        int all = number(of.get("count"));
        assertThat(places((List<Map<String, Object>>) of.get("rows")) + more(of, "more"))
                .isEqualTo(all);
        return all;
    }

    private static int places(List<Map<String, Object>> rows) {
        assertThat(rows)
                .allSatisfy(row -> assertThat((List<?>) row.get("where")).hasSize(1));
        return rows.size();
    }

    private static int more(Map<String, Object> of, String name) {
        return of.get(name).equals("") ? 0 : number(of.get(name));
    }

    private List<Map<String, Object>> list(String name) {
        return (List<Map<String, Object>>)
                ((Map<String, Object>) section("times").get(name)).get("rows");
    }

    private static Map<String, Object> last(List<Map<String, Object>> rows) {
        return rows.get(rows.size() - 1);
    }

    private static int sum(List<Map<String, Object>> rows, String column) {
        return rows.stream().mapToInt(row -> number(row.get(column))).sum();
    }

    @Test
    void whatWasOpenThenAndCameLessWhatWasClosedIsWhatIsOpenNow() {
        List<Map<String, Object>> rows = list("since", "findings");
        assertThat(rows)
                .allSatisfy(row -> assertThat(
                                number(row.get("before")) + number(row.get("came")) - number(row.get("closed")))
                        .isEqualTo(number(row.get("after"))));
        for (String column : List.of("before", "came", "closed", "after")) {
            assertThat(number(last(rows).get(column))).isEqualTo(sum(rows.subList(0, rows.size() - 1), column));
        }
        assertThat(last(rows).get("after")).isEqualTo(summary("open"));
    }

    @Test
    void aFirstPackSaysSoInsteadOfWhatChanged() {
        PackContent first = SamplePack.content().since(Optional.empty());

        assertThat(PackModel.of(first, new VisibleText(character -> true)).get("since"))
                .isEqualTo(Map.of("first", true));
    }

    @Test
    void everyInconclusiveTestStandsAmongWhatWasNotJudgedWithItsReason() {
        List<TestResult> inconclusive = SamplePack.content().assessment().tests().stream()
                .filter(test -> test.verdict() == Verdict.INCONCLUSIVE)
                .toList();

        assertThat(list("exceptions", "unknown"))
                .extracting(test -> test.get("id"))
                .containsExactlyElementsOf(
                        inconclusive.stream().map(test -> test.assertion().id()).toList());
        assertThat(list("exceptions", "unknown"))
                .filteredOn(test -> test.get("id").equals("IAM-11"))
                .singleElement()
                .satisfies(test -> assertThat(test.get("much"))
                        .isEqualTo(
                                "The last sealed day is 2026-10-20, more than 48 hours before the end of the period."));
        assertThat(section("exceptions"))
                .containsEntry("unknownTests", "5 tests")
                .containsEntry("unknownItems", "120 items");
    }

    /** The statement, the summary and the two lists say the same of what was not judged. */
    @Test
    void whatWasNotJudgedOnTheLastDayAndOnEarlierOnesAloneIsAllThatWasNotJudged() {
        assertThat(list("exceptions", "unknown").size()
                        + list("exceptions", "blind").size())
                .isEqualTo(number(section("statement").get("blind")))
                .isEqualTo(number(last(list("summary", "verdicts")).get("partly")));
        assertThat(list("exceptions", "blind"))
                .extracting(row -> row.get("id"))
                .doesNotContainAnyElementsOf(list("exceptions", "unknown").stream()
                        .map(row -> row.get("id"))
                        .toList());
    }

    @Test
    void daysOfEachKindAreAllDaysOfThePeriod() {
        int days = list("summary", "calendar").stream()
                .mapToInt(row -> number(row.get("count")))
                .sum();

        assertThat(days).isEqualTo(number(summary("days"))).isEqualTo(31);
        assertThat(list("summary", "squares")).hasSize(31);
    }

    @Test
    void everyCellOfTheCollectionTableAddsUpToTheSealedDays() {
        int sealed = number(section("collection").get("sealed"));
        for (Map<String, Object> table : list("collection", "tables")) {
            for (Map<String, Object> row : (List<Map<String, Object>>) table.get("rows")) {
                for (Map<String, Object> cell : (List<Map<String, Object>>) row.get("cells")) {
                    int gaps = cell.get("gaps").equals("") ? 0 : number(cell.get("gaps"));
                    assertThat(number(cell.get("answered")) + gaps)
                            .isEqualTo(cell.get("asked").equals(true) ? sealed : 0);
                }
            }
        }
    }

    /** Whether a source was blind on a day is answered at one place. */
    @Test
    void daysWithoutACollectionAndDaysWithoutAnAnswerStandInOneTableWithTheDaysAroundThem() {
        List<Map<String, Object>> rows = (List<Map<String, Object>>)
                ((Map<String, Object>) section("collection").get("blind")).get("rows");
        Map<Boolean, List<Map<String, Object>>> missed = rows.stream()
                .collect(Collectors.partitioningBy(row -> row.get("what").equals("every source")));

        assertThat(sum(missed.get(true), "days"))
                .isEqualTo(number(section("statement").get("missed")));
        assertThat(missed.get(false))
                .filteredOn(row -> row.get("from").equals("2026-10-11"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("to", "2026-10-13")
                        .containsEntry("days", "3")
                        .hasEntrySatisfying(
                                "before", day -> assertThat(day).asString().startsWith("2026-10-10"))
                        .hasEntrySatisfying(
                                "after", day -> assertThat(day).asString().startsWith("2026-10-14")));
    }

    @Test
    void foldedGapsAreAllUnansweredCalls() {
        List<Map<String, Object>> gaps = list("collection", "gaps");

        assertThat(gaps).hasSize(2);
        assertThat(gaps.get(0))
                .containsEntry("days", "2026-10-11 to 2026-10-13")
                .containsEntry("count", "3");
        assertThat(gaps.stream().mapToInt(row -> number(row.get("count"))).sum())
                .isEqualTo(5);
        assertThat(section("collection").get("unanswered"))
                .isEqualTo("In scope 5 calls brought no answer and 0 were not made.");
    }

    @Test
    void whatNeedsAttentionHasDeviationsIsUnknownOrLacksADocument() {
        List<Object> wanting = SamplePack.content().assessment().controls().stream()
                .filter(ControlResult::mapped)
                .filter(unit -> unit.verdict().compareTo(Verdict.MANUAL) >= 0)
                .<Object>map(unit -> unit.control().citation())
                .toList();

        assertThat(list("units", "attention"))
                .extracting(unit -> unit.get("citation"))
                .isEqualTo(wanting);
        assertThat(list("units", "attention"))
                .extracting(unit -> unit.get("style"))
                .contains("documents-wanting");
    }

    @Test
    void whatNeedsAttentionIsCountedOfTheTestsAndDocumentsOfItsUnit() {
        Map<String, Map<String, Object>> rows = list("units", "attention").stream()
                .collect(Collectors.toMap(row -> (String) row.get("citation"), row -> row));

        assertThat(rows.get("164.308(a)(5)(ii)(D)"))
                .containsEntry("conclusion", "Deviations")
                .containsEntry("gravest", "low")
                .containsEntry("deviate", "1 of 8")
                .containsEntry("open", "1 of 8")
                .containsEntry("documents", "2 of 2");
        assertThat(rows.get("164.308(a)(7)(ii)(A)"))
                .containsEntry("conclusion", "Documents only, not current")
                .containsEntry("gravest", "–")
                .containsEntry("deviate", "–")
                .containsEntry("open", "–")
                .containsEntry("documents", "2 of 2");
        assertThat(rows.get("164.310(b)"))
                .containsEntry("conclusion", "No deviation, documents not current")
                .containsEntry("gravest", "–")
                .containsEntry("deviate", "0 of 1")
                .containsEntry("open", "0 of 1")
                .containsEntry("documents", "1 of 1");
    }

    /** Where a decision says how a unit is met, its document decides: that its tests deviate is no reason to look here. */
    @Test
    void testsThatAreInformationAreNotCountedAmongWhatNeedsAttention() {
        ControlResult tested = SamplePack.content().assessment().controls().stream()
                .filter(unit ->
                        unit.verdict() == Verdict.FAIL && !unit.documents().isEmpty())
                .findFirst()
                .orElseThrow();
        ControlResult decided = new ControlResult(
                tested.control(),
                Verdict.MANUAL,
                tested.conclusion(),
                tested.tests(),
                tested.documents(),
                ControlResult.Basis.DECISION,
                tested.decision());

        assertThat(AttentionRows.row(tested, Map.of()).get("deviate"))
                .asString()
                .endsWith(" of 8");
        assertThat(AttentionRows.row(decided, Map.of()))
                .containsEntry("conclusion", "Documents only, not current")
                .containsEntry("gravest", "–")
                .containsEntry("deviate", "–")
                .containsEntry("open", "–")
                .containsEntry("documents", AttentionRows.row(tested, Map.of()).get("documents"));
    }

    @Test
    void aUnitSaysWhichTestsWereJudgedInFullOnNoDayAndOnHowManyTheOthersWere() {
        List<String> never = new ArrayList<>();
        for (Map<String, Object> unit : list("units", "entries")) {
            Map<String, Integer> days = SamplePack.content().assessment().tests().stream()
                    .filter(test -> test.assertion().serves().containsKey(unit.get("citation")))
                    .collect(Collectors.toMap(
                            test -> test.assertion().id(), test -> test.daysJudged() - test.daysUnknown()));
            String said = (String) unit.get("read");
            days.values().stream()
                    .filter(n -> n > 0)
                    .min(Integer::compare)
                    .ifPresent(least -> assertThat(said)
                            .endsWith((least == 30 ? " all 30 days" : " " + least + " of 30 days")
                                    + " with a collection."));
            days.forEach((id, n) -> {
                assertThat(said.contains(id)).isEqualTo(n == 0);
                if (n == 0) {
                    never.add(id);
                }
            });
        }
        assertThat(never).isNotEmpty();
    }

    @Test
    void unitsWithAPageAndUnitsNotYetMappedAreAllUnits() {
        assertThat(list("units", "entries").size() + list("units", "unmapped").size())
                .isEqualTo(73);
    }

    @Test
    void aTestThatServesNoUnitStandsInTheCollectionLogAndTheIndexSaysWhere() {
        List<Map<String, Object>> homeless = list("index", "tests").stream()
                .filter(row -> row.get("citation").equals("Completeness tests"))
                .toList();

        assertThat(list("collection", "tests"))
                .as("each at its own row: the table goes on over pages")
                .extracting(row -> row.get("anchor"))
                .containsExactlyElementsOf(
                        homeless.stream().map(row -> row.get("anchor")).toList());
        assertThat(list("collection", "tests"))
                .extracting(row -> row.get("id"))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        homeless.stream().map(row -> row.get("id")).toList());
        assertThat(list("collection", "tests"))
                .allSatisfy(row -> assertThat(row).containsKeys("says", "verdict", "of", "deviate", "deviations"));
    }

    @Test
    void nightsThatWereMissedAreNotCountedAsRuns() {
        assertThat(section("manifest").get("lead")).isEqualTo("30 runs with evidence, 1 missed");
    }

    @Test
    void whatHasNoFileHasWordsInsteadOfADigest() {
        assertThat(list("pack", "digests"))
                .extracting(digest -> digest.get("name") + ": " + digest.get("value"))
                .contains("Settings: built-in defaults, no file")
                .anyMatch(line -> line.startsWith("SHA-256 of templates: 2b2b2b2b "))
                .anyMatch(line -> line.startsWith("SHA-256 of book: "));
    }

    @Test
    void accountWithoutADeclarationIsInScopeAndUndeclared() {
        assertThat(list("scope", "accounts"))
                .filteredOn(row -> row.get("name").equals("portal-prod"))
                .allSatisfy(row ->
                        assertThat(row).containsEntry("ephi", "undeclared").containsEntry("scope", "in"))
                .hasSize(1);
    }

    private Map<String, Object> section(String name) {
        return (Map<String, Object>) model.get(name);
    }

    private Object summary(String name) {
        return section("summary").get(name);
    }

    private List<Map<String, Object>> list(String section, String name) {
        return (List<Map<String, Object>>) section(section).get(name);
    }

    private static int number(Object printed) {
        return Integer.parseInt(((String) printed).replace(",", ""));
    }

    @Test
    void sectionIsCalledByWhatItsCitationsBeginWith() {
        assertThat(SummaryPages.common(List.of("164.312(a)(1)", "164.312(a)(2)(i)", "164.312(d)")))
                .isEqualTo("164.312");
        assertThat(SummaryPages.common(List.of("AC-1", "AC-2", "AC-11"))).isEqualTo("AC");
        assertThat(SummaryPages.common(List.of("AC-1", "AC-11"))).isEqualTo("AC");
        assertThat(SummaryPages.common(List.of("SR-1"))).isEqualTo("SR-1");
        assertThat(SummaryPages.common(List.of("1.1", "2.4"))).isEmpty();
    }
}
