package io.exhibit.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.LongFlow;
import io.exhibit.OneJdk;
import io.exhibit.console.Hand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** What else an officer does with the book, in a real browser: beside the files that a hand would have written, byte for byte, and no form is sent twice. */
@OneJdk
class FlowsInBrowserTest extends BrowsedBook {

    private static final String SYSTEM = """
            entity: E

            # as the auditor reads it first
            system:
              description: |-
                Claims come in by SFTP. # no comment

                40 people work on them.
              approver: J # of the year before
              approved: 2025-10-01
            accounts:
            - id: '111122223333' # ours
              name: claims
            - {id: '444455556666', name: gone}
            """;

    private static final String LEAVERS =
            "person;user;left_at;approver;approved;reason;review\r\n\"HR 1\";;2026-01-31T17:00:00-05:00;J;2026-01-30;\"gone; for good\";2027-01-31\r\nHR 2;ben;2026-02-28;J;2026-03-01;ended;2027-03-01\r\n";

    private static final String ACCEPTED = """
            # with their days
            - {id: RA-1, assertion: IAM-02, item: '*claims-importer*', approver: J. Roe, approved: 2026-09-01, expires: 2027-03-31, reason: It waits} # since May
            """;

    private void book(Hand hand, String place) {
        hand.press("header a[href$='/book']");
        hand.press(".bar a[href$='/" + place + "']");
    }

    @Test
    @LongFlow
    void theSystemIsDescribedAnAccountIsTakenOutAndBothAreHandedInByKeyboardAlone() throws Exception {
        open();
        Path scope = Files.writeString(book.resolve("scope.yaml"), SYSTEM);
        book(keys, "scope");
        keys.press("td a[href$='/scope/system']");
        assertThat(browser.all("#f-description").get(0).getAttribute("value"))
                .isEqualTo("Claims come in by SFTP. # no comment\n\n40 people work on them.");
        keys.type("#f-description", "Claims come in by SFTP. # no comment\n\n44 people work on them: \"us\".");
        keys.press("form.form button.main");
        assertThat(browser.text(By.tagName("h1"))).isEqualTo("Scope");
        keys.press("td a[href$='/scope/accounts?row=1']");
        keys.press("form[action*='/remove'] button");
        assertThat(main()).doesNotContain("444455556666");
        keys.press("header a[href$='/book']");
        keys.press("main a[href*='/book/drafts/']");
        keys.type("#ask-why", "The new teams");
        keys.press("form[action$='/ask'] button");
        assertThat(browser.text(By.className("said"))).startsWith("It waits for approval now.");
        publish(keys);
        assertThat(Files.readString(scope))
                .isEqualTo(SYSTEM.replace("40 people work on them.", "44 people work on them: \"us\".")
                        .replace("- {id: '444455556666', name: gone}\n", ""));
    }

    /** What came of a form stands on a page of its own; neither Back nor Reload sends the form again. */
    @Test
    void aThresholdIsChangedAndNothingIsSentTwice() throws Exception {
        open();
        book(mouse, "thresholds");
        mouse.press("a[href$='/thresholds/access_key_max_age_days']");
        mouse.type("#f-value", "many");
        mouse.type("#f-policy", "SEC-03 section \"4.2\"");
        look.before();
        mouse.press("form.form button.main");
        assertThat(browser.text(By.cssSelector(".field:has(#f-value[aria-invalid=true]) .msg")))
                .startsWith("value must be a whole number");
        assertThat(browser.all("#f-value").get(0).getAttribute("value")).isEqualTo("many");
        assertThat(browser.all("#f-policy").get(0).getAttribute("value")).isEqualTo("SEC-03 section \"4.2\"");
        look.here("book-threshold-wrong", "422");
        mouse.type("#f-value", "45");
        mouse.type("#f-policy", "SEC-03 section 4.3");
        mouse.press("form.form button.main");
        assertThat(main()).contains("45 days");
        int sent = sent();
        browser.reload();
        assertThat(main()).contains("45 days");
        publish(mouse);
        assertThat(sent()).isEqualTo(sent + 2);
        browser.reload();
        assertThat(browser.text(By.className("said"))).contains("Published as number 1.");
        browser.back();
        browser.back();
        assertThat(browser.text(By.tagName("h1"))).isIn("Draft", "Your draft");
        browser.reload();
        assertThat(sent()).as("by Back and Reload").isEqualTo(sent + 2);
        assertThat(Files.readString(book.resolve("parameters.yaml")))
                .isEqualTo(PARAMETERS
                        .replace("value: 90", "value: 45")
                        .replace("'SEC-03 section 4.2'", "SEC-03 section 4.3"));
    }

    @Test
    @LongFlow
    void aTableOfASpreadsheetIsEditedRowByRowByKeyboardAlone() throws Exception {
        open();
        Files.createDirectories(book.resolve("registers"));
        Path file = Files.writeString(book.resolve("registers/leavers.csv"), LEAVERS);
        book(keys, "registers");
        keys.press("td a[href$='/leavers']");
        keys.press("td a[href$='row?row=0']");
        keys.type("#f-reason", "gone; \"for good\"");
        keys.press("form.form button.main");
        keys.press("a.button[href$='/row']");
        keys.type("#f-person", "HR 3");
        keys.type("#f-left_at", "31.1.2026");
        keys.type("#f-reason", "ended");
        keys.type("#f-review", "01012027");
        keys.press("form.form button.main");
        assertThat(browser.text(By.cssSelector(".field:has(#f-left_at[aria-invalid=true]) .msg")))
                .contains("is not a time");
        keys.type("#f-left_at", "2026-01-31");
        keys.press("form.form button.main");
        keys.press("td a[href$='row?row=1']");
        keys.press("form[action*='/remove'] button");
        assertThat(main()).contains("HR 3").doesNotContain("HR 2");
        publish(keys);
        assertThat(Files.readString(file))
                .isEqualTo(LEAVERS.replace("gone; for good", "gone; \"\"for good\"\"")
                        .replaceFirst("HR 2.*\r\n", "HR 3;;2026-01-31;" + JANE + ";2026-10-05;ended;2027-01-01\r\n"));
    }

    @Test
    @LongFlow
    void anAcceptanceIsChangedOneIsThoughtBetterOfAndTheDraftIsGivenUp() throws Exception {
        open();
        Path file = Files.writeString(book.resolve("risk-acceptances.yaml"), ACCEPTED);
        book(mouse, "acceptances");
        mouse.press("td a[href*='/acceptances/row?row=0']");
        mouse.type("#f-reason", "It gets a role");
        mouse.press("form.form button.main");
        mouse.press("a.button[href$='/acceptances/new']");
        mouse.type("#f-assertion", "IAM-02");
        mouse.type("#f-item", "*other*");
        mouse.type("#f-expires", "06302027");
        mouse.type("#f-reason", "No");
        mouse.press("form.form button.main");
        mouse.press("td a[href*='/acceptances/row?row=1']");
        mouse.press("form[action*='/remove'] button");
        assertThat(main()).contains("It gets a role").doesNotContain("*other*");
        assertThat(drafted("risk-acceptances.yaml")).isEqualTo(ACCEPTED.replace("It waits", "It gets a role"));
        mouse.press("header a[href$='/book']");
        mouse.press("main a[href*='/book/drafts/']");
        mouse.press("form[action$='/discard'] button");
        assertThat(browser.text(By.className("said"))).startsWith("The draft was given up");
        assertThat(Files.readString(file)).isEqualTo(ACCEPTED);
    }

    @Test
    @LongFlow
    void anotherFrameworkIsChosenAndConcludesNothing() throws Exception {
        open();
        keys.press("header a[href$='/units']");
        keys.press("main a[href$='/frameworks']");
        String own = browser.text(By.tagName("h1"));
        keys.choose("select[name=framework]", "nist-800-53-r5");
        keys.press("form[action$='/frameworks'] button");
        assertThat(browser.text(By.tagName("h1"))).isNotEqualTo(own);
        assertThat(browser.text(By.className("said"))).startsWith("Nothing is concluded by it here");
        look.here("frameworks-other", "");
        keys.press("td a[href$='/tests/IAM-01']");
        assertThat(browser.text(By.tagName("h1"))).contains("IAM-01");
    }

    @Test
    void anInvitationIsTakenBackAndWhoLeavesIsOutThoughHeGoesBack() throws IOException {
        open();
        new InvitationShelf(wiring.settings(), clock)
                .invite("Ann Auditor, Example LLP", Set.of("EH-2026-09"), NIGHT.plus(Duration.ofDays(3)), new byte[32]);
        keys.press(".who a[href='/visits']");
        keys.press("form[action*='/invitations/'] button");
        assertThat(main()).contains("Taken back by " + JANE);
        keys.press(".who button");
        assertThat(browser.text(By.tagName("h1"))).isEqualTo("You are out");
        int sent = sent();
        browser.reload();
        assertThat(browser.text(By.tagName("h1"))).isEqualTo("You are out");
        browser.back();
        assertThat(main()).contains("You are not in");
        assertThat(sent()).isEqualTo(sent);
    }
}
