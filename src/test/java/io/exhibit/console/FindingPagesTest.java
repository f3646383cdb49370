package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.console.door.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One finding over its time. */
final class FindingPagesTest {

    private static final String LIST = Room.HOME + "/findings?show=";

    @TempDir
    static Path folder;

    private static Room room;
    private static Room.Visit visit;

    @BeforeAll
    static void open() throws IOException {
        room = new Room(folder);
        visit = room.enter(Role.VIEWER);
    }

    @AfterAll
    static void close() throws IOException {
        room.close();
    }

    /** The first page that a list leads to. */
    private String finding(String search) throws IOException {
        List<String> links = Html.of(room.get(visit, LIST + search).body()).values("href").stream()
                .filter(href -> href.contains("/findings/one?"))
                .toList();
        assertThat(links).isNotEmpty();
        Ask.Answer page = room.get(visit, links.get(0));
        assertThat(room.mishaps).isEmpty();
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }

    @Test
    void everySpellAndTheLimitStandInTheirOrder() throws IOException {
        String page = finding("all&search=claims/2/");
        assertThat(page)
                .containsSubsequence(
                        "2026-10-11",
                        "It deviates for the first time that is known.",
                        "2026-10-18",
                        "It conforms.",
                        "2026-10-18",
                        "The limit of the organization runs out: 7 days for",
                        "2026-10-21",
                        "It deviates again.",
                        "Nobody accepted its risk")
                .contains("To be mended by");
    }

    /** Of what deviated when it was first read nobody knows the day, so that nobody knows by when it has to be mended either. */
    @Test
    void theLimitIsSaidNoCloserThanItIsKnown() throws IOException {
        assertThat(finding("closed&search=build-legacy-9"))
                .contains("<dt>First seen</dt><dd>on or before <span")
                .contains("<dt>To be mended by</dt><dd>on or before <span");
    }

    /** A month that is over is not now. */
    @Test
    void theDaysAreCountedToTheEndOfTheMonthOrOfTheFinding() throws IOException {
        assertThat(finding("open")).containsPattern("days? until <span class=\"nb\">2026-10-31</span>");
        assertThat(finding("closed")).containsPattern("days? until <span class=\"nb\">2026-10-[0-3][0-9]</span>");
    }

    @Test
    void whoAcceptedItAndOnWhichNights() throws IOException {
        String page = finding("accepted&search=IAM-09");
        assertThat(page)
                .contains("Its risk is accepted (RA-014), until the night of 2026-10-31.")
                .containsPattern(
                        ">RA-014</th><td><span class=\"nb\">2026-10-20</span> to <span class=\"nb\">2026-10-31");
    }

    @Test
    void theAnswersOfItsNightsAreALinkAway() throws IOException {
        String item = Html.of(
                        room.get(visit, LIST + "open&search=" + SampleDesk.TEST).body())
                .values("href")
                .stream()
                .filter(href -> href.contains("/item?") && href.contains("/tests/" + SampleDesk.TEST + "/"))
                .findFirst()
                .orElseThrow();
        assertThat(room.get(visit, item + "&run=" + SealedRun.ID).status()).isEqualTo(200);
        assertThat(room.get(visit, item + "&run=2026-10-30T021500Z").status())
                .as("no such night")
                .isEqualTo(404);
        assertThat(finding("open&search=" + SampleDesk.TEST)).contains("run=" + SealedRun.ID);
    }

    /** Somebody keeps the address of a page, and what matches becomes less: then it has fewer pages. */
    @Test
    void aPageBehindTheLastOneIsTheLastOne() throws IOException {
        for (String list : List.of(LIST + "all", Room.HOME + "/tests/" + SampleDesk.TEST + "?show=all")) {
            String last = room.get(visit, list + "&page=9999").body();
            assertThat(last)
                    .as(list)
                    .containsPattern("role=\"status\">[1-9][0-9,]* to ([0-9,]+) of \\1 ")
                    .contains("rel=\"prev\"")
                    .doesNotContain("rel=\"next\"");
        }
        assertThat(room.get(visit, LIST + "all&search=nothing-has-this&page=7").body())
                .contains("role=\"status\">0 to 0 of 0 ");
    }

    /** Nobody saw what came and went then: it is not 0. */
    @Test
    void aDayWithoutACollectionHasNoCounts() throws IOException {
        String page = room.get(visit, Room.HOME + "/findings").body();
        Set<String> read = room.desk.standing(SampleDesk.MONTH, Duration.ZERO).month().assessment().days().stream()
                .filter(day -> day.run().filter(run -> !run.units().isEmpty()).isPresent())
                .map(day -> day.date().toString())
                .collect(Collectors.toSet());
        assertThat(read).hasSizeBetween(1, 30);
        for (int day = 1; day <= 31; day++) {
            String date = String.format(Locale.ROOT, "2026-10-%02d", day);
            String row = "scope=\"row\">(<a [^>]*>)?" + date + "(</a>)?</th><td ";
            String drawn = "<title>" + date + ": ";
            if (read.contains(date)) {
                assertThat(page).containsPattern(row + "class=\"r\">[0-9]").containsPattern(drawn + "[0-9,]+ open, ");
            } else {
                assertThat(page)
                        .containsPattern(
                                row + "colspan=\"3\">nothing was collected</td><td class=\"r\">[0-9,]+ as last read<")
                        .contains(drawn + "nothing was collected; ");
            }
        }
    }

    @Test
    void whatIsNoFindingOfTheMonthIsSaidSo() throws IOException {
        String address =
                Room.HOME + "/findings/one?test=" + SampleDesk.TEST + "&account=333344445555&region=global&key=";
        assertThat(room.get(visit, address + "nobody").status()).isEqualTo(404);
        assertThat(room.get(visit, Room.HOME + "/findings/one").status()).isEqualTo(400);
    }
}
