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
