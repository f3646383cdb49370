package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Cause;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose records stand beside an item. */
class ReachTest {

    private static final String MANAGEMENT = FakeRun.MANAGEMENT;
    private static final String OTHER = "333344445555";

    private final FakeRun run = new FakeRun().account(MANAGEMENT, "ACTIVE").account(OTHER, "ACTIVE");

    @Test
    void ofManagementIsWhatTheManagementAccountShows() {
        detector(MANAGEMENT, "us-east-1", "ENABLED");
        detector(OTHER, "us-east-1", "DISABLED");

        assertThat(states("guardduty.detectors of management"))
                .contains(OTHER + "/us-east-1 CONFORMS", MANAGEMENT + "/us-east-1 CONFORMS");
        assertThat(states("guardduty.detectors")).contains(OTHER + "/us-east-1 DEVIATES");
    }

    @Test
    void ofOrganizationIsEveryAccountInTheSameRegion() {
        detector(MANAGEMENT, "us-east-1", "DISABLED");
        detector(OTHER, "us-east-1", "ENABLED");
        detector(OTHER, "eu-west-1", "DISABLED");

        assertThat(states("guardduty.detectors of organization"))
                .contains(MANAGEMENT + "/us-east-1 CONFORMS", OTHER + "/eu-west-1 DEVIATES");
    }

    @Test
    void aGapInTheManagementAccountLeavesEveryItemInconclusive() {
        run.gap("guardduty.detectors", MANAGEMENT, "us-east-1", "guardduty:ListDetectors", Cause.DENIED);
        detector(OTHER, "us-east-1", "DISABLED");

        assertThat(states("guardduty.detectors of management")).contains(OTHER + "/us-east-1 INCONCLUSIVE");
    }

    @Test
    void aGapElsewhereDoesNotTouchTheManagementAccountsRecords() {
        detector(MANAGEMENT, "us-east-1", "ENABLED");
        run.gap("guardduty.detectors", OTHER, "us-east-1", "guardduty:ListDetectors", Cause.DENIED);

        assertThat(states("guardduty.detectors of management")).contains(OTHER + "/us-east-1 CONFORMS");
        assertThat(states("guardduty.detectors of organization")).contains(MANAGEMENT + "/us-east-1 INCONCLUSIVE");
    }

    @Test
    void whereNobodyWasAskedNothingIsKnown() {
        detector(OTHER, "us-east-1", "ENABLED");

        assertThat(states("guardduty.detectors of management")).contains(OTHER + "/us-east-1 INCONCLUSIVE");
    }

    private void detector(String account, String region, String status) {
        run.record(
                "guardduty.detectors",
                account,
                region,
                "guardduty.detectors",
                Map.of("DetectorId", account + region, "Status", status));
    }

    private List<String> states(String with) {
        Books.Draft draft = new Books.Draft();
        draft.source = Vocabulary.TARGETS;
        draft.with = Map.of("detectors", with);
        draft.where = "record.region != \"global\"";
        draft.expect = "detectors.exists(d, d.Status == \"ENABLED\")";
        return Judged.of(new Books().test(draft).done(), run).states();
    }
}
