package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Inheritance;
import io.exhibit.assessment.Inheritance.Agreement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ResponsibilityPagesTest {

    private static final String ACCOUNT = "111122223333";

    @Test
    void agreementThatIsOverReachesNobody() {
        assertThat(by(List.of(agreement("TERMINATED", null)), List.of())).isEmpty();
        assertThat(by(List.of(agreement("ACTIVE", LocalDate.parse("2026-10-30"))), List.of()))
                .isEmpty();
        assertThat(by(List.of(agreement("ACTIVE", null)), List.of())).startsWith("Addendum (ACTIVE");
    }

    @Test
    void anAgreementOfTheOrganizationCoversNoAccountBeforeItJoined() {
        assertThat(since("2024-06-01")).isEqualTo("2024-06-01");
        assertThat(since("2019-02-11")).isEqualTo("2024-03-12");
        assertThat(row(inherited(List.of(agreement("ACTIVE", null)), List.of(), Map.of())))
                .containsEntry("joined", "not read")
                .containsEntry("force", "2024-03-12")
                .containsEntry("since", "not known");
    }

    private static String since(String joined) {
        return row(inherited(List.of(agreement("ACTIVE", null)), List.of(), Map.of(ACCOUNT, LocalDate.parse(joined))))
                .get("since");
    }

    @Test
    void whereNobodyLookedNothingIsCalledAbsent() {
        assertThat(by(List.of(), List.of(ACCOUNT))).isEqualTo("not known: its agreements were not read");
        assertThat(by(Inheritance.UNREAD)).isEqualTo("not known: its agreements were not read");
        assertThat(by(List.of(), List.of())).isEmpty();
    }

    private static Agreement agreement(String state, LocalDate until) {
        return new Agreement(
                ACCOUNT, "agreement-1", "Addendum", "o-example", LocalDate.parse("2024-03-12"), until, state, "r-1");
    }

    private static String by(List<Agreement> agreements, List<String> unread) {
        return by(inherited(agreements, unread, Map.of()));
    }

    private static Inheritance inherited(
            List<Agreement> agreements, List<String> unread, Map<String, LocalDate> joined) {
        return new Inheritance(
                Optional.of(Instant.parse("2026-10-31T02:15:00Z")), "", List.of(), 0, unread, agreements, joined);
    }

    private static String by(Inheritance inheritance) {
        return row(inheritance).get("by");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> row(Inheritance inheritance) {
        Map<String, Object> model = PackModel.of(SamplePack.small().inheriting(inheritance), VisibleText.everywhere());
        return ((List<Map<String, String>>) ((Map<String, Object>) model.get("responsibility")).get("covered"))
                .stream()
                        .filter(row -> row.get("account").startsWith(ACCOUNT))
                        .findFirst()
                        .orElseThrow();
    }
}
