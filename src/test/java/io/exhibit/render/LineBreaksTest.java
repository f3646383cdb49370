package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineBreaksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-10-31", "us-gov-west-1", "02:15", "claims-prod", "164.308(a)(1)(ii)(D)", "1,212", "365/365"
            })
    void datesTimesRegionsCitationsAndNumbersStayWhole(String word) {
        assertThat(pieces(word)).containsExactly(word);
    }

    /** A list of members ends each with a sign, which makes its word longer than a name has to be to break. */
    @Test
    void timesStayWholeInWordsThatAreLonger() {
        assertThat(pieces("2026-10-12T00:00:00Z;")).containsExactly("2026-10-12T00:00:00Z;");
        assertThat(pieces("2026-10-03T04:12:09.014Z,")).containsExactly("2026-10-03T04:12:09.014Z,");
        assertThat(pieces("registers.documented_accounts.dated=2026-02-27T00:00:00Z"))
                .containsExactly("registers.", "documented_", "accounts.", "dated=", "2026-02-27T00:00:00Z");
        assertThat(pieces("68b2a679-af1d-4885-1234-e7c0b1cc5000"))
                .containsExactly("68b2a679-", "af1d-", "4885-", "1234-", "e7c0b1cc5000");
    }

    @Test
    void linesEndAfterSpaces() {
        assertThat(pieces("no  key  is old")).containsExactly("no  ", "key  ", "is ", "old");
    }

    @Test
    void longNamesBreakAfterTheirSeparators() {
        assertThat(pieces("arn:aws:iam::333344445555:user/claims/analyst-07"))
                .containsExactly("arn:", "aws:", "iam::", "333344445555:", "user/", "claims/", "analyst-", "07");
    }

    @Test
    void longNamesOfSeveralWordsBreakBeforeTheirCapitals() {
        assertThat(pieces("AWSManagedRulesKnownBadInputsRuleSet"))
                .containsExactly("AWSManaged", "Rules", "Known", "Bad", "Inputs", "Rule", "Set");
        assertThat(pieces("AdministratorAccess")).containsExactly("AdministratorAccess");
    }

    @Test
    void ideographsMayBeParted() {
        assertThat(pieces("日本語")).containsExactly("日", "本", "語");
    }

    @Test
    void emptyTextHasNoBreak() {
        assertThat(pieces("")).isEmpty();
    }

    private static List<String> pieces(String text) {
        LineBreaks breaks = new LineBreaks();
        breaks.setText(text);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int to = breaks.next(); to != -1; to = breaks.next()) {
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
