package io.exhibit.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.evidence.Cause;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of two readings that an expression asks for, one could not be read: nothing is known, whichever is asked for first. */
class UnreadCompanionTest {

    private static final String A = FakeRun.MANAGEMENT;
    private static final String UNREAD =
            "access keys could not be read at " + A + "/global: iam:GetCredentialReport: denied";

    private final FakeRun run = new FakeRun()
            .account(A, "ACTIVE")
            .gap(Samples.REPORT, A, "global", "iam:GetCredentialReport", Cause.DENIED)
            .record("organizations", A, "global", "waf.statements", Map.of("Text", "read"))
            .record(
                    "guardduty.detectors",
                    A,
                    "us-east-1",
                    "guardduty.detectors",
                    Map.of("DetectorId", "d1", "Status", "ENABLED"));

    private final Books.Draft draft = new Books.Draft();

    UnreadCompanionTest() {
        draft.source = "guardduty.detectors";
        draft.with = new LinkedHashMap<>(Map.of("unread", Samples.KEYS, "read", "waf.statements"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unread.exists(k, k.active) || read.exists(s, s.Text == 'other')",
                "read.exists(s, s.Text == 'other') || unread.exists(k, k.active)",
                "size(unread) + size(read) == 5",
                "size(read) + size(unread) == 5"
            })
    void anItemIsInconclusiveWithTheReasonInExpectWhereAndAcross(String expression) {
        draft.expect = expression;
        assertUnknown("d1 INCONCLUSIVE");

        draft.expect = "true";
        draft.where = expression;
        assertUnknown("d1 INCONCLUSIVE");

        draft.where = "true";
        draft.across = expression;
        assertUnknown("d1 INCONCLUSIVE", A + "/us-east-1 INCONCLUSIVE");
    }

    @Test
    void nothingConformsBesideWhatOnlyTheSentenceHasOrWhatWasNotNeeded() {
        draft.deviation = "{DetectorId} beside {unread.key}";
        draft.expect = "record.Status == 'ENABLED'";
        assertUnknown("d1 INCONCLUSIVE");

        draft.expect = "record.Status == 'ENABLED' || unread.exists(k, k.active)";
        assertUnknown("d1 INCONCLUSIVE");

        draft.expect = "record.Status == 'DISABLED'";
        assertThat(Judged.of(new Books().test(draft).done(), run).all())
                .extracting(item -> item.state() + " " + item.text())
                .containsExactly("DEVIATES d1 beside (not given)");
    }

    @Test
    void whatOneExpressionCouldNotReadIsForgottenByTheNext() {
        draft.where = "unread.exists(k, k.active) || read.exists(s, s.Text == 'read')";
        draft.expect = "read.exists(s, s.Text == 'other')";
        assertThat(Judged.of(new Books().test(draft).done(), run).states()).containsExactly("d1 DEVIATES");
    }

    @Test
    void anAnswerIsNotUnknownWithoutAReason() {
        assertThatThrownBy(() -> Answer.unknown(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Answer.unknown("denied").known()).isFalse();
    }

    private void assertUnknown(String... states) {
        Judged judged = Judged.of(new Books().test(draft).done(), run);
        assertThat(judged.states()).containsExactly(states);
        assertThat(judged.only().reason()).endsWith(UNREAD);
    }
}
