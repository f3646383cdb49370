package io.exhibit.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.LongFlow;
import io.exhibit.OneJdk;
import io.exhibit.cli.Consoles;
import io.exhibit.cli.packs.PackCommand;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.console.Hand;
import io.exhibit.console.PageList;
import io.exhibit.console.PageLook;
import io.exhibit.console.door.Visitor;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Packs in the console, in a real browser: a real vault, real packs. */
@OneJdk
class ConsolePacksTest extends EditedBook {

    private static io.exhibit.console.Browser browser;
    private static final DrivenForms DRIVEN = new DrivenForms();
    private PageLook look;

    @BeforeAll
    static void openTheBrowser() throws IOException {
        browser = io.exhibit.console.Browser.open();
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
        DRIVEN.require(ConsolePacksTest.class);
    }

    @AfterEach
    void nobodyIsIn() {
        browser.forget();
        DRIVEN.after(server, posts);
    }

    private void comeIn() {
        look = new PageLook(browser, "http://localhost:" + server.address().getPort());
        look.before();
        browser.go(server.link(Visitor.withEveryRole(JANE)).replace("127.0.0.1", "localhost"));
        browser.follow("button.main");
    }

    private String main() {
        return browser.text(By.id("main"));
    }

    private String said() {
        return browser.text(By.className("said"));
    }

    /** In a vault of its own: its log has packs then. */
    @Test
    void aPackIsReadVerifiedIssuedAgainForAReasonAndComparedWithTheIssueBefore() throws Exception {
        serve(false, ownVault());
        clock.set(Instant.parse("2026-11-01T06:00:00Z"));
        PackCommand.bind(wiring, YearMonth.of(2026, 10), clock);
        comeIn();
        Hand keys = Hand.keyboard(browser);
        String base = "http://localhost:" + server.address().getPort();
        browser.go(base + PageList.MONTH);
        keys.press("header a[href$='/packs']");
        assertThat(main()).contains("Issued on", "2026-11-01").doesNotContain("Compare two");
        keys.press("a[href$='/page']");
        assertThat(browser.text(By.tagName("body"))).contains("164.312(d)");
        assertThat(browser.asked()).as("the report asks nobody else").isSubsetOf(base);
        browser.back();
        look.before();
        keys.press("form[action$='/" + PageList.PACK + "/verify'] button");
        assertThat(main()).contains("Verification of " + PageList.PACK);
        assertThat(browser.all("table[aria-labelledby=steps] .st").stream().map(step -> step.getText()))
                .contains("OK")
                .doesNotContain("FAIL");
        look.here("packs-verified", "");
        browser.reload();
        assertThat(main()).as("what came of it has an address").contains("Verification of " + PageList.PACK);
        browser.go(base + "/packs/" + PageList.PACK);
        keys.press("form[action$='/verify'] button");
        assertThat(browser.all("table[aria-labelledby=steps] .st").stream().map(step -> step.getText()))
                .contains("OK")
                .doesNotContain("FAIL");
        browser.go(base + PageList.MONTH + "/packs");
        keys.unfold("details:has(#again-0) > summary");
        look.before();
        keys.press("form[action$='/reissue'] button");
        assertThat(said()).contains("Say in a sentence of one line why EH-2026-10 is issued again");
        look.here("packs-wrong", "422");

        Files.writeString(book.resolve("parameters.yaml"), PARAMETERS.replace("90", "60"));
        clock.set(Instant.parse("2026-11-01T06:20:00Z"));
        keys.unfold("details:has(#again-0) > summary");
        keys.type("#again-0", "Keys are 60 days");
        keys.press("form[action$='/reissue'] button");
        assertThat(said()).contains("EH-2026-10-issue-2 is issued; EH-2026-10 stays as it is.");
        Browser jane = new Browser(JANE);
        try (Vault now = wiring.vaultToRead()) {
            assertThat(now.packs()).containsOnlyKeys("EH-2026-10", "EH-2026-10-issue-2");
            for (int tries = 0; !jane.page.contains("Compare two") && tries < 1_000; tries++) {
                jane.get("/2026-10/packs");
            }
            jane.post("/2026-10/packs/EH-2026-10/reissue", Map.of("reason", "Once more"));
            assertThat(jane.page).contains("Only the newest issue of a period is issued again. Nothing was issued.");
            jane.post("/2026-10/packs/EH-2026-10/deliver", Map.of());
            assertThat(jane.page)
                    .contains("EH-2026-10 is handed over to nobody: the settings name no recipient (pack.deliver).")
                    .doesNotContain("is handed over; the list has every receipt");

            keys.press("header a[href$='/packs']");
            keys.press("form[action$='/packs/compare'] button");
            assertThat(main())
                    .contains(now.packs().get("EH-2026-10"), now.packs().get("EH-2026-10-issue-2"))
                    .contains("access_key_max_age_days is 60 days")
                    .doesNotContain("This is not the zip");
        }
        for (Map.Entry<String, String> page : PageList.ofPacks().entrySet()) {
            look.at(page.getKey(), page.getValue());
        }
        Path zip = wiring.settings().pack().folder().resolve("EH-2026-10.zip");
        Files.copy(zip.resolveSibling("EH-2026-10-issue-2.zip"), zip, StandardCopyOption.REPLACE_EXISTING);
        jane.get("/2026-10/packs/compare?older=EH-2026-10&newer=EH-2026-10-issue-2");
        assertThat(jane.page).contains("This is not the zip that the log has under this name.");
        jane.get("/2026-10/packs/compare?older=EH-2026-10&newer=nothing");
        assertThat(jane.status).isEqualTo(404);
    }

    /** A month of which nothing is but a run that failed: its pack is short. */
    @Test
    @LongFlow
    void aDraftThatWaitsIsApprovedAndHandedOver() throws Exception {
        SystemClock now = new SystemClock();
        YearMonth month = YearMonth.from(now.instant().atZone(ZoneOffset.UTC)).minusMonths(1);
        String pack = "EH-" + month;
        Path own = Files.createDirectories(folder.resolve("own"));
        Path settings = Files.writeString(
                own.resolve("exhibit.yaml"), "pack: {approval: required, deliver: [{name: auditor, folder: out}]}\n");
        wiring = new Wiring(SettingsReader.read(settings), Consoles.quiet());
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        Instant due = month.atDay(5).atTime(2, 15).toInstant(ZoneOffset.UTC);
        try (Vault vault = wiring.vaultToWrite(() -> due)) {
            vault.seal(SealedRuns.without(month + "-05T021500Z", due, Outcome.FAILED, "unreachable"));
        }
        PackCommand.bind(wiring, month, now);
        server = server(new VaultDesk(wiring, now), now, Consoles.quiet());
        comeIn();
        Hand mouse = Hand.mouse(browser);
        mouse.press("header a[href$='/packs']");
        assertThat(main()).contains(pack).contains("Draft, waits for approval");
        look.before();
        mouse.press("form[action$='/approve'] button");
        assertThat(said()).contains("Say in a sentence of one line why you approve " + pack);
        look.here("packs-waiting", "422");
        mouse.type("input[name=reason]", "Read, and discussed on Monday");
        mouse.press("form[action$='/approve'] button");
        assertThat(said()).isEqualTo(pack + " was approved and issued.");
        assertThat(own.resolve("out").resolve(pack + ".zip")).exists();
        try (Vault vault = wiring.vaultToRead()) {
            assertThat(vault.releases())
                    .singleElement()
                    .matches(release -> release.approver().equals(JANE)
                            && release.reason().equals("Read, and discussed on Monday"));
        }
        // The page of then stands until the newer state was worked out.
        while (browser.all("form[action$='/deliver'] button").isEmpty()) {
            mouse.press("header a[href$='/packs']");
        }
        mouse.press("form[action$='/deliver'] button");
        assertThat(said()).contains("Nothing of " + pack + " is owed: each recipient of the settings has it");
        assertThat(main()).contains("auditor");
    }
}
