package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the settings left out is said where the pack says what it is about. */
final class ScopePagesTest {

    private static final String CLAIMS = "333344445555";
    private static final String PORTAL = "444455556666";

    @Test
    @SuppressWarnings("unchecked")
    void accountsAndRegionsThatTheSettingsLeftOutAreNamedApartFromThoseThatWereRead() {
        Map<String, Object> scope = scope(
                asked(new Target(CLAIMS, "us-east-1")),
                unit(new Target(PORTAL, "us-east-1"), List.of(leftOut("aws.exclude: moves out in May"))),
                unit(new Target(CLAIMS, "eu-west-1"), List.of(leftOut("aws.regions: not named"))),
                unit(Target.global(PORTAL), List.of(leftOut("aws.exclude: moves out in May"))));

        assertThat(scope)
                .containsEntry("regions", "us-east-1")
                .containsEntry("elsewhere", Map.of("unread", "eu-west-1 (left out by the settings)", "out", List.of()));
        assertThat((List<Map<String, Object>>) scope.get("accounts"))
                .filteredOn(row -> row.get("id").equals(PORTAL))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("state", "ACTIVE, left out by the settings (aws.exclude: moves out in May)")
                        .containsEntry("scope", "in"));
    }

    @Test
    void whereNothingIsLeftOutNothingIsSaidOfIt() {
        assertThat(scope(asked(new Target(CLAIMS, "us-east-1"))))
                .containsEntry("elsewhere", Map.of("unread", "", "out", List.of()));
    }

    private static Unit asked(Target target) {
        return new Unit(
                target, "", 0, "", List.of(new Part("kms.keys", 1, 1, 0, Lists.NONE, List.of(), List.of(), 0, 0)));
    }

    private static Gap leftOut(String why) {
        return new Gap(Call.of("kms:ListKeys"), Cause.LEFT_OUT, "", why, "");
    }

    private static Unit unit(Target target, List<Gap> gaps) {
        return new Unit(target, "", 0, "", List.of(new Part("kms.keys", 0, 0, 0, Lists.NONE, List.of(), gaps, 0, 0)));
    }

    private static Map<String, Object> scope(Unit... units) {
        Instant due = Instant.parse("2026-10-31T02:15:00Z");
        RunRecord run = new RunRecord(
                "newest",
                due,
                due,
                due,
                Outcome.GAPS,
                "",
                "aws",
                "",
                "",
                List.of(
                        new Account(CLAIMS, "claims-prod", "ACTIVE", "/", false),
                        new Account(PORTAL, "portal-prod", "ACTIVE", "/", false)),
                Map.of(),
                List.of(units));
        PackContent sample = SamplePack.content();
        PackContent content = new PackContent(
                sample.assessment(),
                List.of(run),
                sample.runDigests(),
                sample.sources(),
                sample.issue(),
                sample.log(),
                sample.simulated(),
                sample.endpoint(),
                sample.tool(),
                sample.digests(),
                sample.notes(),
                sample.attachments(),
                sample.books());
        return new ScopePages(content, new Accounts(content)).model();
    }
}
