package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Item;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A proof shows what decided, and a fault that has several forms says which it is. */
class GroundTest {

    private static final String A = FakeRun.MANAGEMENT;
    private static final String DETECTORS = "guardduty.detectors";

    private final FakeRun run = new FakeRun().account(A, "ACTIVE");
    private final Books.Draft draft = new Books.Draft();

    GroundTest() {
        draft.source = "collection.targets";
        draft.with = Map.of("detectors", DETECTORS);
        draft.where = "record.region != 'global'";
        draft.proof = List.of("detectors.Status");
        run.record(DETECTORS, A, "eu-west-1", DETECTORS, detector("d1", "DISABLED"))
                .record(DETECTORS, A, "eu-west-1", DETECTORS, detector("d2", "ENABLED"));
    }

    @Test
    void ofAListTheEntryIsShownThatWasEnough() {
        draft.expect = "detectors.exists(d, d.Status == 'ENABLED' && d.DetectorId != '')";
        assertThat(text()).isEqualTo("detectors.Status = ENABLED, detectors.DetectorId = d2");
    }

    @Test
    void ofAlternativesTheOneIsShownThatHolds() {
        draft.proof = List.of("account");
        draft.expect = "record.name == '' || detectors.exists(d, d.DetectorId == 'd2') || record.account == '-'";
        assertThat(text()).isEqualTo("account = " + A + ", detectors.DetectorId = d2");
    }

    @Test
    void whereNoEntryDecidesTheyAreCounted() {
        draft.proof = List.of("region");
        draft.expect = "!detectors.exists(d, d.Status == '')";
        assertThat(text()).isEqualTo("region = eu-west-1, detectors: none of 2");
        draft.expect = "detectors.all(d, d.DetectorId != '')";
        assertThat(text()).isEqualTo("region = eu-west-1, detectors: each of 2");
        draft.expect = "!detectors.exists(d, d.DetectorId == '') && !registers.none.exists(r, r.id == record.account)";
        assertThat(text()).as("an unknown register").contains("no register");
    }

    @Test
    void aSentenceWithSeveralFaultsSaysWhichItIs() {
        draft.deviation = "{region} is not looked at, or by nobody";
        draft.expect = "record.account != '' && detectors.exists(d, d.Status == 'ON')";
        assertThat(text()).isEqualTo("eu-west-1 is not looked at, or by nobody (because detectors: none of 2)");
        draft.expect = "record.region != 'eu-west-1' && detectors.exists(d, d.Status == 'ON')";
        assertThat(text()).isEqualTo("eu-west-1 is not looked at, or by nobody (because region = eu-west-1)");
        draft.deviation = "{region} is not looked at";
        assertThat(text()).isEqualTo("eu-west-1 is not looked at");
    }

    private String text() {
        List<Item> items = Judged.of(new Books().test(draft).done(), run).all();
        assertThat(items).hasSize(1);
        return items.get(0).text();
    }

    private static Map<String, Object> detector(String id, String status) {
        return Map.of("DetectorId", id, "Status", status);
    }
}
