package io.exhibit.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.terminal.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Beside the text of the book: what can stand there, what a test says, and how it comes out on stored evidence. */
@OneJdk
class BookTextTest extends EditedBook {

    @Test
    void theEditorOffersWhatCanStandThereAndExplainsAndTries() throws Exception {
        Path mappings = folder.resolve("mappings");
        Folders.copy(Path.of("mappings"), mappings);
        serve(false, "mappings: mappings\n");
        Browser jane = new Browser(JANE);
        String file = "mappings/assertions/iam.yaml";
        String text = Files.readString(mappings.resolve("assertions/iam.yaml"));
        jane.get("/2026-10/book/text?name=" + file);
        String page = jane.page;
        assertThat(offered(jane, page, file, text, "  expect: now - record.last_rot", "ated"))
                .contains("\"kind\":\"time\",\"text\":\"last_rotated\"");
        assertThat(offered(jane, page, file, text, "days(parameters.access_key_max", "_age_days)"))
                .contains("\"text\":\"access_key_max_age_days\"");
        assertThat(offered(jane, page, file, text, "  source: iam.cred", "ential-report"))
                .contains("\"text\":\"iam.credential-report\"");
        assertThat(offered(jane, page, file, text, "    164.312(", "d):")).contains("\"text\":\"164.312(d)\"");
        assertThat(offered(jane, page, file, text, "  deviation: '{us", "er} signs"))
                .contains("\"text\":\"user\"");
        assertThat(offered(jane, page, file, text, "  proof: [pass", "word_enabled"))
                .contains("\"text\":\"password_enabled\"");
        assertThat(offered(jane, page, file, text, "  where: rec", "ord.password_enabled"))
                .contains("\"text\":\"record\"");

        jane.page = page;
        jane.post("/2026-10/book/explain", Map.of("file", file, "text", text, "about", "IAM-02"));
        assertThat(jane.page)
                .contains("<b>IAM-02  No active access key is older than the limit</b>")
                .contains("<dt>Threshold</dt><dd>access_key_max_age_days = 90 days (SEC-03 section 4.2)</dd>")
                .contains("value=\"IAM-02\"");
        String stricter = text.replace("parameters.access_key_max_age_days)", "0)");
        jane.page = page;
        jane.post("/2026-10/book/try", Map.of("file", file, "text", stricter, "about", "IAM-02"));
        assertThat(jane.page)
                .contains("<h2>Tried</h2>")
                .containsPattern("FAIL, [0-9]+ of [0-9]+ deviate")
                .contains("days(0)");
        jane.page = page;
        jane.post(
                "/2026-10/book/try",
                Map.of("file", file, "text", text, "source", "iam.credential-report", "expect", "record.mfa_activ"));
        assertThat(jane.page).contains("Did you mean mfa_active?").contains("value=\"record.mfa_activ\"");
        jane.page = page;
        jane.post("/2026-10/book/explain", Map.of("file", file, "text", text, "about", "IAM-2"));
        assertThat(jane.page).contains("The book has nothing of that name");
    }

    /** With the cursor in the middle of a word that is there. */
    private static String offered(Browser jane, String page, String file, String text, String before, String after)
            throws Exception {
        jane.page = page;
        int at = text.indexOf(before + after);
        assertThat(at).as(before).isNotNegative();
        int cursor = at + before.length();
        String typed = text.substring(0, cursor) + text.substring(cursor + after.length());
        jane.post("/2026-10/book/complete", Map.of("file", file, "text", typed, "cursor", Integer.toString(cursor)));
        assertThat(jane.status).isEqualTo(200);
        return jane.page;
    }
}
