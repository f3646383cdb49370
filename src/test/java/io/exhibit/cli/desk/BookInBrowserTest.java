package io.exhibit.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.LongFlow;
import io.exhibit.OneJdk;
import io.exhibit.cli.OfficerExercise;
import io.exhibit.cli.node.RunRequest;
import io.exhibit.cli.node.ServeLock;
import io.exhibit.cli.wiring.CollectingSign;
import io.exhibit.console.PageLook;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.Visitor;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The forms of the console, in a real browser as people fill them in: the files come out byte for byte as a hand would have written them. */
@OneJdk
class BookInBrowserTest extends BrowsedBook {

    private static final String SCOPE = """
            # who we are
            entity: 'Example Health, Inc.'   # on the cover

            accounts:
            # - id: '111122223333'

            owners: # by unit
            """;

    private static final String ADMINS = """
            # on call

            - principal: arn:aws:iam::*:role/Admins # them
              approver: J
              approved: 2026-01-12
              reason: r
              review: 2026-12-31
            """;

    private static final String ACCEPTED = """
            # with their days
            - id: RA-1
              assertion: IAM-02   # keys
              item: '*claims-importer*'
              approver: J. Roe, CISO
              approved: 2026-09-01
              expires: 2027-03-31
              reason: It gets a role in June
            """;

    private static final String PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n";

    @Test
    @LongFlow
    void scopeAndOwnersAreFilledInByKeyboardAlone() throws Exception {
        open();
        Files.writeString(book.resolve("scope.yaml"), SCOPE);
        keys.press("header a[href$='/book']");
        keys.press(".bar a[href$='/scope']");
        keys.press("a.button[href$='/scope/accounts']");
        keys.type("#f-id", "222233334444");
        keys.type("#f-name", "course \"material\" <b>");
        keys.choose("#f-in_scope", "no");
        keys.choose("#f-ephi", "no");
        look.before();
        keys.press("form.form button.main");
        assertThat(browser.text(By.cssSelector(".field:has(#f-reason[aria-invalid=true]) .msg")))
                .as("beside the field in which it is mended, in the words of the form")
                .contains("An account leaves the scope only with “Signed by”, “Signed on” and “Why it is out of scope");
        assertThat(browser.all("#f-name").get(0).getAttribute("value"))
                .as("what was typed")
                .isEqualTo("course \"material\" <b>");
        look.here("book-account-wrong", "422");
        assertThat(browser.all("#f-in_scope option:checked").get(0).getText()).isEqualTo("no");

        browser.go(browser.address());
        keys.type("#f-id", "222233334444");
        keys.type("#f-name", "course-material");
        keys.choose("#f-in_scope", "no");
        keys.choose("#f-ephi", "no");
        keys.type("#f-reason", "Course material: no patients");
        keys.press("form.form button.main");
        assertThat(main()).contains("course-material");
        keys.press(".bar a[href$='/owners']");
        keys.press("td a[href$='/owners/164.312%28d%29'], td a[href$='/owners/164.312(d)']");
        keys.type("#f-owner", "Identity team");
        keys.press("form.form button.main");
        publish(keys);

        assertThat(Files.readString(book.resolve("scope.yaml"))).isEqualTo("""
                # who we are
                entity: 'Example Health, Inc.'   # on the cover

                accounts:
                - id: '222233334444'
                  name: course-material
                  in_scope: no
                  ephi: no
                  reason: 'Course material: no patients'
                  approver: 'Jane Doe, Privacy Officer'
                  approved: 2026-10-05
                # - id: '111122223333'

                owners: # by unit
                  164.312(d): Identity team
                """);
    }

    @Test
    @LongFlow
    void anAcceptanceIsTakenBackARemarkIsMadeAndAPublicationIsUndone() throws Exception {
        open();
        Path file = Files.writeString(book.resolve("risk-acceptances.yaml"), ACCEPTED);
        mouse.press("header a[href$='/book']");
        mouse.press(".bar a[href$='/acceptances']");
        mouse.press("td a[href*='/acceptances/end']");
        look.here("book-acceptance-end", "");
        mouse.type("#f-why", "The role is there");
        mouse.press("form.form button.main");
        mouse.press("header a[href$='/book']");
        mouse.press("main a[href*='/book/drafts/']");
        mouse.type("#remark-text", "Is it? <b>Ask</b> Mara");
        mouse.press("form[action$='/remark'] button");
        assertThat(main()).contains("Is it? <b>Ask</b> Mara");
        publish(mouse);
        assertThat(Files.readString(file))
                .isEqualTo(ACCEPTED.replace("2027-03-31", "2026-10-05")
                        .replace(
                                "It gets a role in June",
                                "'It gets a role in June. Taken back on 2026-10-05 by " + JANE
                                        + ": The role is there'"));

        mouse.press("header a[href$='/book']");
        mouse.press(".bar a[href$='/published']");
        assertThat(main()).contains("Number 1").contains("approved by " + JANE);
        mouse.press("form[action$='/undo'] button");
        mouse.type("#approve-why", "Too soon");
        mouse.press("form[action$='/approve'] button");
        mouse.press("form[action$='/publish'] button");
        assertThat(browser.text(By.className("said"))).contains("Published as number 2.");
        assertThat(Files.readString(file)).isEqualTo(ACCEPTED);
    }

    @Test
    @LongFlow
    void aDecisionAndARegisterAreWrittenByKeyboardAlone() throws Exception {
        open();
        Files.createDirectories(book.resolve("registers"));
        Files.writeString(book.resolve("registers/approved_admins.yaml"), ADMINS);
        keys.press("header a[href$='/book']");
        keys.press(".bar a[href$='/decisions']");
        keys.press("td a[href*='164.312'][href*='iii']");
        keys.choose("#f-choice", "An equivalent measure");
        keys.type("#f-rationale", "Workstations lock");
        keys.type("#f-review", "09012026");
        look.before();
        keys.press("form.form button.main");
        assertThat(main())
                .contains("An alternative needs the document that describes it.")
                .contains("“To be reviewed by” lies before “Decided on”");
        assertThat(browser.all("[aria-invalid=true]")).hasSize(2);
        look.here("book-decision-wrong", "422");
        keys.choose("#f-document", "MAN-18");
        keys.type("#f-review", "09012027");
        keys.press("form.form button.main");

        keys.press(".bar a[href$='/registers']");
        keys.press("td a[href$='/approved_admins']");
        keys.press("a.button[href$='/row']");
        keys.type("#f-principal", "*");
        keys.type("#f-reason", "all");
        keys.type("#f-review", "01012027");
        look.before();
        keys.press("form.form button.main");
        assertThat(main()).contains("this entry would speak for all there is");
        look.here("book-row-wrong", "422");
        keys.type("#f-principal", "arn:aws:iam::*:role/Glass");
        keys.press("form.form button.main");
        keys.press("td a[href$='row?row=1']");
        keys.type("#f-reason", "EA-1");
        keys.press("form.form button.main");
        keys.press("td a[href$='row?row=0']");
        keys.press("form[action*='/remove'] button");
        assertThat(main()).contains("role/Glass").contains("EA-1").doesNotContain("role/Admins");
        publish(keys);

        assertThat(Files.readString(book.resolve("decisions.yaml"))).isEqualTo("""
                - citation: 164.312(a)(2)(iii)
                  choice: alternative
                  rationale: Workstations lock
                  document: MAN-18
                  approver: 'Jane Doe, Privacy Officer'
                  approved: 2026-10-05
                  review: 2027-09-01
                """);
        assertThat(Files.readString(book.resolve("registers/approved_admins.yaml")))
                .isEqualTo("""
                # on call

                - principal: 'arn:aws:iam::*:role/Glass'
                  approver: 'Jane Doe, Privacy Officer'
                  approved: 2026-10-05
                  reason: EA-1
                  review: 2027-01-01
                """);
    }

    @Test
    void aDocumentIsHandedInThroughTheBrowsersOwnWindow() throws Exception {
        open();
        Path paper = Files.writeString(folder.resolve("SEC-03.pdf"), PDF);
        Path script = Files.writeString(folder.resolve("SEC-03.html"), "<script>alert(1)</script>");
        String digest = Sha256.hex(PDF.getBytes(StandardCharsets.UTF_8));
        mouse.press("header a[href$='/book']");
        mouse.press(".bar a[href$='/documents']");
        mouse.press("td a[href$='/MAN-21']");
        mouse.type("#f-version", "5");
        mouse.type("#f-approver", JANE);
        mouse.type("#f-approved", "10012026");
        mouse.hand("#f-file", script);
        look.before();
        mouse.press("form.form button.main");
        assertThat(browser.all("#f-file[aria-invalid=true], #f-title[aria-invalid=true]"))
                .hasSize(2);
        look.here("book-document-wrong", "422");
        mouse.hand("#f-file", paper);
        mouse.press("form.form button.main");
        assertThat(browser.all("#f-digest").get(0).getAttribute("value"))
                .as("a file that came is kept though the title is wanting")
                .isEqualTo(digest);
        mouse.type("#f-title", "Authentication standard SEC-03");
        mouse.press("form.form button.main");
        publish(mouse);

        assertThat(Files.readString(book.resolve("documents.yaml"))).isEqualTo("""
                - id: MAN-21
                  title: Authentication standard SEC-03
                  version: 5
                  approver: 'Jane Doe, Privacy Officer'
                  approved: 2026-10-01
                  digest: %s
                """.formatted(digest));
        Path filed = book.resolve("documents").resolve(digest + ".pdf");
        assertThat(filed).hasContent(PDF);
        Files.writeString(filed, PDF + "\n");
        refused("409", base + "/2026-10/book/documents/MAN-21/file", "is not the one any more that the book names");
    }

    /** Each in a window of his own; the second publishes nothing over what the first did. */
    @Test
    @LongFlow
    void theSecondOfTwoSeesWhatTheFirstDidAndTakesItAlong() throws Exception {
        open();
        String both =
                PARAMETERS + "\n# for people at a screen\n\nidle_minutes: {value: 10, policy: 'SEC-03'} # in minutes\n";
        Files.writeString(book.resolve("parameters.yaml"), both);
        String janes = browser.anotherWindow();
        comeIn(JOHN, "127.0.0.1");
        mouse.press("header a[href$='/book']");
        mouse.press("a[href$='/book/thresholds']");
        mouse.press("a[href$='/thresholds/idle_minutes']");
        mouse.type("#f-value", "5");
        mouse.press("form.form button.main");

        String johns = browser.toWindow(janes);
        mouse.press("header a[href$='/book']");
        mouse.press("a[href$='/book/thresholds']");
        mouse.press("a[href$='/thresholds/access_key_max_age_days']");
        mouse.type("#f-value", "60");
        mouse.press("form.form button.main");
        publish(mouse);

        browser.toWindow(johns);
        mouse.press("header a[href$='/book']");
        look = new PageLook(browser, base.replace("localhost", "127.0.0.1"));
        look.before();
        assertThat(browser.text(By.cssSelector("main a[href*='/book/drafts/']")))
                .isEqualTo("Your draft");
        mouse.press("main a[href*='/book/drafts/']");
        assertThat(main()).contains("Changed on the disk since the draft began with it");
        look.here("book-draft-overtaken", "");
        mouse.type("#approve-why", "Shorter");
        mouse.press("form[action$='/approve'] button");
        mouse.press("form[action$='/publish'] button");
        assertThat(main()).contains("Changed on the disk since: organization/parameters.yaml");
        mouse.press("form[action$='/merge'] button");
        assertThat(main()).doesNotContain("Changed on the disk").contains("idle_minutes is 5");
        mouse.type("#approve-why", "Shorter, with Jane's change");
        mouse.press("form[action$='/approve'] button");
        mouse.press("form[action$='/publish'] button");
        assertThat(browser.text(By.className("said"))).contains("Published as number 2.");
        assertThat(Files.readString(book.resolve("parameters.yaml")))
                .isEqualTo(both.replace("value: 90", "value: 60").replace("value: 10", "value: 5"));
        browser.closeWindow(janes);
    }

    private void refused(String status, String address, String words) throws IOException {
        look.before();
        browser.go(address);
        assertThat(main()).contains(words).contains("HTTP " + status);
        look.here("refused-" + status, status);
    }

    /** Nobody is left with a blank page, or with one that looks otherwise than the others. */
    @Test
    void whatIsRefusedIsAPageLikeAnyOther() throws Exception {
        Path vault = ownVault();
        serve(false, vault);
        comeInFirst();
        String month = base + "/2026-10";
        refused("404", month + "/units/nowhere", "This book has no unit nowhere.");
        refused("400", month + "/findings?day=October", "A day is written like 2026-10-05.");
        browser.go(month + "/book/text?name=organization/parameters.yaml");
        look.before();
        browser.leave("document.querySelector('#f-text').value = 'x'.repeat(2000000);"
                + " document.querySelector('form.editor').requestSubmit(document.querySelector('button.main'))");
        assertThat(main()).contains("The form is larger than this console takes.");
        look.here("refused-413", "413");
        Files.move(vault, folder.resolve("elsewhere"));
        refused("503", month + "/findings", "vault");
        Files.move(folder.resolve("elsewhere"), vault);
        browser.forget();
        refused("401", month, "You are not in");
        browser.go(server.link(new Visitor("A reader", Set.of(Role.VIEWER))).replace("127.0.0.1", "localhost"));
        browser.follow("button.main");
        refused("403", base + "/visits", "That is not for your role.");
        browser.sends(
                "async () => { for (let n = 0; n < 250; n++) await fetch('/static/icon.svg', {cache: 'no-store'}); return 1; }");
        refused("429", month, "That was too much at once.");
    }

    @Test
    void anOperatorEndsAVisitAndWhoseItWasIsOut() throws Exception {
        open();
        String janes = browser.anotherWindow();
        comeIn(JOHN, "127.0.0.1");
        String johns = browser.toWindow(janes);
        keys.press(".who a[href='/visits']");
        assertThat(main()).contains(JOHN).contains(JANE + " (you)");
        browser.all("main form[action$='/end'] button").stream()
                .filter(button -> button.getText().contains(JOHN))
                .findFirst()
                .ifPresent(browser::follow);
        assertThat(main()).doesNotContain(JOHN);

        browser.toWindow(johns);
        mouse.press("header a[href$='/findings']");
        assertThat(main()).contains("You are not in");
        browser.closeWindow(janes);
        mouse.press("header a[href$='/findings']");
        assertThat(browser.text(By.tagName("h1"))).as("nobody else").isEqualTo("Findings");
    }

    @Test
    void aCollectionIsAskedForAndPausedAndTakenUpAgainByKeyboardAlone() throws Exception {
        open();
        Path state = Files.createDirectories(wiring.settings().serving().state());
        try (ServeLock node = ServeLock.take(wiring.settings(), "a node", clock.instant())) {
            assertThat(node).isNotNull();
            keys.press("header a[href$='/runs']");
            keys.unfold("details:has(#why-now) > summary");
            keys.press("form[action$='/runs/now'] button");
            assertThat(main()).contains("Say in a sentence of one line why it is collected now");
            look.before();
            keys.unfold("details:has(#why-now) > summary");
            keys.type("#why-now", "The auditor asks.");
            keys.press("form[action$='/runs/now'] button");
            assertThat(browser.text(By.className("said"))).startsWith("Asked for.");
            assertThat(main()).contains("asked for by " + JANE + ": The auditor asks");
            assertThat(RunRequest.left(state).orElseThrow().occasion())
                    .isEqualTo("asked for by " + JANE + ": The auditor asks");
            assertThat(browser.all("#why-now")).as("once").isEmpty();
            look.here("runs-asked", "");

            keys.unfold("details:has(#why-collect) > summary");
            keys.type("#why-collect", "Migration of the accounts");
            keys.press("form[action$='/runs/collect/pause'] button");
            assertThat(browser.text(By.className("said"))).startsWith("Paused: collect.");
            assertThat(main()).contains("Migration of the accounts");
            look.here("runs-paused", "");
            keys.press("form[action$='/runs/collect/resume'] button");
            assertThat(browser.text(By.className("said"))).startsWith("Resumed: collect.");
            assertThat(wiring.state().pauses()).noneMatch(pause -> pause.isOn());
        }
    }

    @Test
    void howFarACollectionIsGoesOnByItself() throws Exception {
        open();
        Path state = Files.createDirectories(wiring.settings().serving().state());
        going(state, 3);
        look.before();
        mouse.press("header a[href$='/runs']");
        assertThat(main()).contains("A collection goes on.").contains("3 of 17");
        look.here("runs-going", "");
        going(state, 9);
        browser.untilSays("[data-words]", "9 of 17");
        assertThat(browser.all("progress").get(0).getAttribute("value")).isEqualTo("9");
        CollectingSign.end(state);
        browser.untilSays("[data-words]", "It is over");
    }

    private void going(Path state, int done) throws IOException {
        Path next = Files.writeString(
                state.resolve("next"),
                "{\"what\":\"Accounts and regions\",\"done\":" + done + ",\"all\":17,\"at\":\"" + clock.instant()
                        + "\"}");
        Files.move(next, state.resolve("collecting.json"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void theOfficersExerciseTakesLessThanThreeMinutesByKeyboardAlone() throws Exception {
        open();
        assertThat(new OfficerExercise(browser, wiring.settings(), JANE, LocalDate.parse("2026-10-05")).by(keys))
                .isLessThan(Duration.ofMinutes(3));
    }
}
