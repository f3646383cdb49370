package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Rolls;
import io.exhibit.assessment.Users;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PopulationPagesTest {

    private static final PackContent CONTENT = SamplePack.small();

    @Test
    @SuppressWarnings("unchecked")
    void everyUserOfTheLastDayIsARowWithWhatAnAuditorAsks() {
        Map<String, Object> users = (Map<String, Object>) model(CONTENT).get("users");
        List<List<String>> rows = (List<List<String>>) users.get("rows");

        assertThat(rows).hasSize(HostileNames.ALL.size() + 1);
        assertThat(rows.get(0)).startsWith("root user").contains("yes", "not told by AWS; no use told", "none");
        assertThat(rows.get(2))
                .containsExactly(
                        HostileNames.ALL.get(1),
                        "111122223333 management",
                        "no",
                        "yes, set 2026-05-04; last used 2026-10-29",
                        "key 1 active, 91 days old, no use told");
    }

    @Test
    void whoIsNotKnownIsNeverCountedAsNobody() throws IOException {
        assertThat(text(CONTENT))
                .contains("28 IAM users and 1 root user on the last sealed day", "21 in all on the first sealed day")
                .containsPattern("Not known, because the report could not be read:</b> 444455556666");
        assertThat(text(CONTENT.called(Rolls.NONE)))
                .contains("No day of the period was sealed: who could sign in is not known.");
    }

    @Test
    @SuppressWarnings("unchecked")
    void testsOfOneQueryAreOneList() {
        List<Map<String, Object>> lists =
                (List<Map<String, Object>>) model(CONTENT).get("lists");

        assertThat(lists)
                .extracting(list -> list.get("reading"))
                .containsExactly("iam.credential-report", "iam.access-keys");
        assertThat(lists.get(0).get("tests")).isEqualTo("IAM-01, IAM-03, IAM-04, IAM-05, IAM-06, IAM-07, IAM-08");
        assertThat(lists.get(1)).containsEntry("where", "record.active").containsEntry("rows", "2");
    }

    @Test
    @SuppressWarnings("unchecked")
    void smallListOfAKindThatPeopleAskForIsPrintedItemByItem() {
        List<Map<String, Object>> printed =
                (List<Map<String, Object>>) model(CONTENT).get("printed");

        assertThat(printed)
                .singleElement()
                .satisfies(list -> assertThat((List<Map<String, Object>>) list.get("rows"))
                        .extracting(row -> row.get("key") + " " + row.get("state"))
                        .containsExactly("a.okafor/1 conforms", "c.oyelaran/1 deviates"));
    }

    @Test
    void longListOfUsersIsPrintedApartAndTheReportNamesItsFiles() throws IOException {
        List<String> names = IntStream.range(0, 500).mapToObj(i -> "user-" + i).toList();
        Users users = SampleRolls.users(names);
        PackContent many = CONTENT.called(new Rolls(users, Map.of(), Map.of()));
        Listing listing = Listings.of(many).get(0);
        PackContent printed = many.printed(new PackRenderer(Templates.shipped())
                .listings(many, (file, volume) -> volume.to(OutputStream.nullOutputStream())));
        Listing.Volume volume = printed.volumes().get("users").get(0);

        assertThat(listing.name()).isEqualTo("users");
        assertThat(listing.rows()).hasSize(501);
        assertThat(text(printed))
                .contains("401 more are not listed here", "listings/users-1.pdf", "1 to 501", volume.sha256())
                .contains("user-98")
                .doesNotContain("user-99<");
    }

    private static Map<String, Object> model(PackContent content) {
        return new PopulationPages(content, new Accounts(content)).model();
    }

    private static String text(PackContent content) throws IOException {
        return new PackRenderer(Templates.shipped()).text(content);
    }
}
