package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Change;
import io.exhibit.assessment.Changes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangePagesTest {

    private static Map<String, Object> model(Changes changes) {
        PackContent content = SamplePack.small().changed(changes);
        return new ChangePages(content, new Accounts(content)).model();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Object list) {
        return (List<Map<String, Object>>) list;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object map) {
        return (Map<String, Object>) map;
    }

    private static int number(Map<String, Object> row, String name) {
        return Integer.parseInt(((String) row.get(name)).replace(",", ""));
    }

    @Test
    void kindsAndSidesAddUp() {
        Map<String, Object> model = model(SampleChanges.all());
        Map<String, Object> total = map(model.get("total"));
        for (String column : List.of("added", "changed", "removed", "all", "approved", "none")) {
            assertThat(rows(model.get("kinds")).stream()
                            .mapToInt(row -> number(row, column))
                            .sum())
                    .as(column)
                    .isEqualTo(number(total, column));
        }
        assertThat(number(total, "approved") + number(total, "none")).isEqualTo(number(total, "all"));
        assertThat(number(total, "added") + number(total, "changed") + number(total, "removed"))
                .isEqualTo(number(total, "all"));
        assertThat(number(total, "late")).isEqualTo(1);
        assertThat(rows(model.get("kinds"))).hasSize(3);
        assertThat(rows(model.get("groups")))
                .as("a kind without a change has no table")
                .hasSize(2);
    }

    @Test
    void aLongListIsCutWithItsCountAndALongValueWithItsLength() {
        Changes sample = SampleChanges.all();
        List<Change> many =
                new ArrayList<>(Collections.nCopies(301, sample.all().get(2)));
        Map<String, Object> group = rows(model(
                                new Changes(Optional.empty(), sample.kinds(), many, List.of(), List.of(), List.of()))
                        .get("groups"))
                .get(0);
        assertThat(rows(group.get("rows"))).hasSize(300);
        assertThat(group).containsEntry("more", "1").containsEntry("count", "301 changes");
        List<Map<String, Object>> after =
                rows(map(rows(group.get("rows")).get(0).get("is")).get("lines"));
        assertThat((String) after.get(1).get("value")).endsWith("characters in all)");
    }

    @Test
    void whatOnlyCameOrWentIsNotSaidToHaveBeenEmpty() {
        Change change = SampleChanges.all().all().get(2);
        Change only = new Change(
                change.kind(),
                change.reading(),
                change.how(),
                change.target(),
                change.key(),
                change.name(),
                change.seen(),
                change.before(),
                List.of(new Change.Difference("Targets.TargetId", List.of(), List.of("ou-1"), List.of())),
                Optional.empty());
        Changes sample = SampleChanges.all();
        Map<String, Object> row = rows(rows(model(new Changes(
                                        Optional.empty(),
                                        sample.kinds(),
                                        List.of(only),
                                        List.of(),
                                        List.of(),
                                        List.of()))
                                .get("groups"))
                        .get(0)
                        .get("rows"))
                .get(0);
        assertThat(rows(map(row.get("is")).get("lines")))
                .containsExactly(Map.of("member", "Targets.TargetId", "value", "no longer"));
        assertThat(row).containsEntry("approval", "none on file");
    }

    @Test
    void whatIsReadAndNotComparedIsNamedWithTheReason() {
        assertThat(rows(model(SampleChanges.all()).get("apart")))
                .containsExactly(
                        Map.of("why", "a record of what happened, new every night", "what", "cloudtrail.events"));
    }

    @Test
    void theNightsOfOneAccountThatWereNotReadAreOneRow() {
        Map<String, Object> row = rows(model(SampleChanges.all()).get("unread")).get(0);
        assertThat(row)
                .containsEntry("nights", "2026-10-13 to 2026-10-15")
                .containsEntry("last", "2026-10-12")
                .containsEntry("again", "2026-10-16")
                .containsEntry("why", "denied by a control policy of the organization");
    }
}
