package io.exhibit.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.packs.PackCommand;
import io.exhibit.seal.Vault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Packs in the console, over HTTP: a real vault, real packs. */
@OneJdk
class ConsolePacksTest extends EditedBook {

    /** In a vault of its own: its log has packs then. */
    @Test
    void aPackIsIssuedAgainForAReasonAndComparedWithTheIssueBefore() throws Exception {
        serve(false, ownVault());
        clock.set(Instant.parse("2026-11-01T06:00:00Z"));
        PackCommand.bind(wiring, YearMonth.of(2026, 10), clock);
        Browser jane = new Browser(JANE);
        jane.get("/2026-10/packs");
        assertThat(jane.page)
                .contains("Issued on", "2026-11-01", "Issue it again")
                .doesNotContain("Compare two");
        jane.post("/2026-10/packs/EH-2026-10/reissue", Map.of("reason", " "));
        assertThat(jane.page).contains("Say in a sentence of one line why EH-2026-10 is issued again");

        Files.writeString(book.resolve("parameters.yaml"), PARAMETERS.replace("90", "60"));
        clock.set(Instant.parse("2026-11-01T06:20:00Z"));
        jane.post("/2026-10/packs/EH-2026-10/reissue", Map.of("reason", "Keys are 60 days"));
        assertThat(jane.page).contains("EH-2026-10-issue-2 is issued; EH-2026-10 stays as it is.");
        try (Vault now = wiring.vaultToRead()) {
            assertThat(now.packs()).containsOnlyKeys("EH-2026-10", "EH-2026-10-issue-2");
            for (int tries = 0; !jane.page.contains("Compare two") && tries < 1_000; tries++) {
                jane.get("/2026-10/packs");
            }
            jane.post("/2026-10/packs/EH-2026-10/reissue", Map.of("reason", "Once more"));
            assertThat(jane.page).contains("Only the newest issue of a period is issued again. Nothing was issued.");
            jane.get("/2026-10/packs/compare?older=EH-2026-10&newer=EH-2026-10-issue-2");
            assertThat(jane.page)
                    .contains(now.packs().get("EH-2026-10"), now.packs().get("EH-2026-10-issue-2"))
                    .contains("access_key_max_age_days is 60 days")
                    .doesNotContain("This is not the zip");
        }
        Path zip = wiring.settings().pack().folder().resolve("EH-2026-10.zip");
        Files.copy(zip.resolveSibling("EH-2026-10-issue-2.zip"), zip, StandardCopyOption.REPLACE_EXISTING);
        jane.get("/2026-10/packs/compare?older=EH-2026-10&newer=EH-2026-10-issue-2");
        assertThat(jane.page).contains("This is not the zip that the log has under this name.");
        jane.get("/2026-10/packs/compare?older=EH-2026-10&newer=nothing");
        assertThat(jane.status).isEqualTo(404);
    }
}
