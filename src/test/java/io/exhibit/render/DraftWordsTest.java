package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A draft of the days so far judges all of them by the book of its printing; one that waits for approval takes what was sealed, as the pack will. */
final class DraftWordsTest {

    private static final String AGAIN = "by the book as it ";

    private static final String SEALED = "It did not change between the sealed days";

    private static final Instant AT = Instant.parse("2026-11-01T06:00:00Z");

    private static String printed(Issue issue) throws IOException {
        try (Fonts fonts = new Fonts(Templates.shipped())) {
            return new PackRenderer(Templates.shipped())
                    .xhtml(SamplePack.small().issued(issue), fonts);
        }
    }

    private static Issue issue(boolean draft) {
        return new Issue("EH-2026-10", 1, AT, draft, Optional.empty());
    }

    @Test
    void oneOfTheDaysSoFarSaysThatItJudgesThemAgain() throws IOException {
        assertThat(printed(issue(true)))
                .contains("It judges every day by the book as it is now")
                .contains("This draft judges every night by the book")
                .contains("This draft judges each day again")
                .contains("Judged by it when sealed")
                .doesNotContain(SEALED);
    }

    @Test
    void oneThatWaitsForApprovalSaysWhatThePackWillSay() throws IOException {
        assertThat(printed(issue(false).approved(true, Optional.empty())))
                .contains("It waits for the approval of a named person")
                .contains(SEALED)
                .doesNotContain(AGAIN)
                .doesNotContain("judges each day again");
    }

    @Test
    void whatIsIssuedSaysNothingOfDrafts() throws IOException {
        assertThat(printed(issue(false))).contains(SEALED).doesNotContain(AGAIN).doesNotContain("DRAFT");
    }
}
