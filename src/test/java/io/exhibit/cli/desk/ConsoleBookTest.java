package io.exhibit.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.assessment.Approval;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.console.door.Role;
import io.exhibit.console.frame.Standing;
import io.exhibit.seal.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The book, edited in the console over HTTP: real vault, real book, real checks. */
@OneJdk
class ConsoleBookTest extends EditedBook {

    /** "Access keys must be 60 days; the claims importer is excepted until June; approve; preview; publish." */
    @Test
    void theOfficersExerciseChangesTheFilesAsAHandWouldHave() throws Exception {
        serve(false);
        Browser jane = new Browser(JANE);

        jane.threshold("60");
        assertThat(jane.at.getPath()).isEqualTo("/2026-10/book/thresholds");
        assertThat(jane.page).contains("<s class=\"old\">90 days</s> <b>60 days</b>");
        jane.get("/2026-10/book/acceptances/new");
        jane.post(
                "/2026-10/book/acceptances/new",
                Map.of(
                        "id", "RA-2026-01",
                        "assertion", "IAM-02",
                        "item", "*claims-importer*",
                        "approver", JANE,
                        "expires", "2027-06-30",
                        "reason", "It gets a role in June: see \"CHG-1\""));
        assertThat(jane.at.getPath()).isEqualTo("/2026-10/book/acceptances");
        assertThat(Files.readString(book.resolve("parameters.yaml")))
                .as("a draft is not the book")
                .isEqualTo(PARAMETERS);

        String draft = jane.draft();
        assertThat(jane.page)
                .contains(
                        "Threshold access_key_max_age_days is 60 days (SEC-03 section 4.2, version 6), and was 90 days")
                .contains("Risk acceptance RA-2026-01 is new");
        jane.post(draft + "preview", Map.of());
        assertThat(jane.page).contains("What this would have changed").contains("2026-10");
        jane.post(draft + "ask", Map.of("reason", "Keys are 60 days now"));
        jane.post(draft + "publish", Map.of());
        assertThat(jane.page).contains("Nobody has approved it yet. Nothing was published.");
        jane.post(draft + "approve", Map.of("reason", "Read and agreed"));
        jane.post(draft + "publish", Map.of());
        assertThat(jane.page).contains("Published as number 1.");

        assertThat(Files.readString(book.resolve("parameters.yaml")))
                .isEqualTo(PARAMETERS.replace(
                        "{value: 90, policy: 'SEC-03 section 4.2'}",
                        "{value: 60, policy: 'SEC-03 section 4.2, version 6'}"));
        assertThat(Files.readString(book.resolve("risk-acceptances.yaml"))).isEqualTo("""
                - id: RA-2026-01
                  assertion: IAM-02
                  item: '*claims-importer*'
                  approver: 'Jane Doe, Privacy Officer'
                  approved: 2026-10-05
                  expires: 2027-06-30
                  reason: 'It gets a role in June: see "CHG-1"'
                """);
        try (Vault vault = wiring.vaultToRead()) {
            assertThat(vault.approvals())
                    .last()
                    .extracting(Approval::book, Approval::approver, Approval::reason)
                    .as("the log has the approval of that very book")
                    .containsExactly(wiring.book().digest(), JANE, "Read and agreed");
        }
        jane.get("/2026-10/book/published");
        assertThat(jane.page).contains("Keys are 60 days now").contains("Number 1");

        jane.post("/2026-10/book/published/1/undo", Map.of());
        String undoing = jane.at.getPath();
        jane.post(undoing + "/approve", Map.of("reason", "Too soon"));
        assertThat(jane.at.getPath()).as("the answer has an address of its own").isEqualTo(undoing);
        jane.post(undoing + "/publish", Map.of());
        assertThat(Files.readString(book.resolve("parameters.yaml"))).isEqualTo(PARAMETERS);
        assertThat(book.resolve("risk-acceptances.yaml")).doesNotExist();
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingThatWasTypedIsLost() throws Exception {
        serve(false);
        Browser jane = new Browser(JANE);

        jane.threshold("sixty \"<b>");
        assertThat(jane.page)
                .contains("value=\"sixty &quot;&lt;b&gt;\"")
                .containsPattern(
                        "aria-invalid=\"true\"[^>]*><span id=\"d-value\"><b class=\"msg\">value must be a whole number")
                .contains("value=\"SEC-03 section 4.2, version 6\"");
        jane.get("/2026-10/book/acceptances/new");
        jane.post(
                "/2026-10/book/acceptances/new",
                Map.of(
                        "id",
                        "RA-1",
                        "assertion",
                        "IAM-2",
                        "item",
                        "x",
                        "approver",
                        JANE,
                        "expires",
                        "June",
                        "reason",
                        ""));
        assertThat(jane.page)
                .contains("A date is written like 2027-06-30.")
                .contains("This is needed.")
                .contains("value=\"IAM-2\"");
        jane.get("/2026-10/book");
        assertThat(jane.page).as("nothing was half-saved").doesNotContain("Your draft");
    }

    @Test
    void aChangeOnTheDiskMeanwhileIsNoticedAndMergedAndNeverOverwritten() throws Exception {
        serve(false);
        Browser jane = new Browser(JANE);
        jane.get("/2026-10/book/thresholds/access_key_max_age_days");
        Files.writeString(
                book.resolve("parameters.yaml"), PARAMETERS + "idle_minutes: {value: 10, policy: 'SEC-03'}\n");
        jane.post(
                "/2026-10/book/thresholds/access_key_max_age_days",
                Map.of("value", "60", "policy", "SEC-03 section 4.2"));
        assertThat(jane.page)
                .contains("was changed on the disk since this form was loaded")
                .contains("value=\"60\"");

        jane.post(
                "/2026-10/book/thresholds/access_key_max_age_days",
                Map.of("value", "60", "policy", "SEC-03 section 4.2"));
        assertThat(jane.at.getPath()).isEqualTo("/2026-10/book/thresholds");
        String byHand = Files.readString(book.resolve("parameters.yaml"))
                + "password_min_length: {value: 16, policy: 'SEC-03'}\n";
        Files.writeString(book.resolve("parameters.yaml"), byHand);
        String draft = jane.draft();
        assertThat(jane.page).contains("Changed on the disk since the draft began with it");
        jane.post(draft + "approve", Map.of("reason", "x"));
        jane.post(draft + "publish", Map.of());
        assertThat(jane.page).contains("Changed on the disk since: organization/parameters.yaml");
        assertThat(Files.readString(book.resolve("parameters.yaml"))).isEqualTo(byHand);
    }

    @Test
    void twoWindowsOfOneVisitorDoNotOverwriteEachOther() throws Exception {
        serve(false);
        Browser jane = new Browser(JANE);
        jane.get("/2026-10/book/thresholds/access_key_max_age_days");
        String first = jane.page;
        jane.threshold("70");
        jane.page = first;
        jane.post("/2026-10/book/thresholds/access_key_max_age_days", Map.of("value", "80", "policy", "P"));

        assertThat(jane.page)
                .contains("The draft was changed meanwhile")
                .contains("What you typed is still here")
                .contains("value=\"80\"");
        jane.get("/2026-10/book/thresholds");
        assertThat(jane.page).contains("<b>70 days</b>");
    }

    @Test
    void withFourEyesTheAuthorApprovesNothingOfHisOwn() throws Exception {
        serve(true);
        Browser jane = new Browser(JANE);
        jane.threshold("60");
        String draft = jane.draft();
        jane.post(draft + "approve", Map.of("reason", "Mine"));
        assertThat(jane.page).contains("Another person than the author has to approve it");

        Browser john = new Browser(JOHN);
        john.get(draft.replaceFirst("/$", ""));
        john.post(draft + "approve", Map.of("reason", "Read"));
        assertThat(john.page).contains("Approved. It counts when it is published.");
        jane.threshold("61");
        jane.draft();
        jane.post(draft + "publish", Map.of());
        assertThat(jane.page).as("a change takes it back").contains("Nobody has approved it yet");
        john.get(draft.replaceFirst("/$", ""));
        john.post(draft + "approve", Map.of("reason", "Read again"));
        john.post(draft + "publish", Map.of());
        assertThat(john.page).contains("Published as number 1.");
    }

    @Test
    void whileTheVaultIsWrittenNothingIsPublishedAndThePageSaysWhy() throws Exception {
        serve(false);
        Browser jane = new Browser(JANE);
        jane.threshold("60");
        String draft = jane.draft();
        jane.post(draft + "approve", Map.of("reason", "Read"));
        String approved = jane.page;
        try (Vault busy = wiring.vaultToWrite(clock)) {
            assertThat(busy.runIds()).isNotEmpty();
            jane.post(draft + "publish", Map.of());
            assertThat(jane.status).isEqualTo(503);
            assertThat(jane.page).contains("another").doesNotContain("Exception");
        }
        assertThat(Files.readString(book.resolve("parameters.yaml"))).isEqualTo(PARAMETERS);

        jane.page = approved;
        jane.post(draft + "publish", Map.of());
        assertThat(jane.page).contains("Published as number 1.");
    }

    /** A console that stands open while nothing runs any more is asked by people who rely on it. */
    @Test
    void whatOnlyTimeMakesWrongIsSeenThoughNothingWasSealedSince() throws Exception {
        serve(false);
        Browser jane = new Browser(JANE);
        jane.get("/2026-10");
        assertThat(jane.page).doesNotContain("Evidence is going stale");

        clock.set(NIGHT.plusSeconds(3 * 86_400));
        jane = new Browser(JANE);
        jane.get("/2026-10");
        assertThat(jane.page).contains("is being worked out");
        for (int tries = 0; jane.page.contains("is being worked out") && tries < 1_000; tries++) {
            jane.get("/2026-10");
        }
        assertThat(jane.page).contains("Evidence is going stale").doesNotContain("is being worked out");
    }

    /** A page takes how things stand, and asks afterwards whether that is of now: in between the newer state may have come. */
    @Test
    void aPageOfTheOlderStateSaysSoThoughTheNewerOneIsThereByThen() throws Exception {
        serve(false);
        YearMonth month = YearMonth.of(2026, 10);
        Standing older = desk.standing(month);
        assertThat(desk.behind(month, older)).isEmpty();

        clock.set(NIGHT.plusSeconds(3 * 86_400));
        Standing newer = desk.standing(month);
        for (int tries = 0; newer == older && tries < 1_000_000; tries++) {
            Thread.onSpinWait();
            newer = desk.standing(month);
        }
        assertThat(desk.behind(month, newer)).isEmpty();
        assertThat(desk.behind(month, older)).isPresent();
    }

    /** Where there is much evidence a month is minutes of work; visits are sealed every hour. */
    @Test
    void whoLookedAtAMonthIsNoReasonToJudgeItAgain() throws Exception {
        serve(false);
        YearMonth month = YearMonth.of(2026, 10);
        Standing before = desk.standing(month);
        try (Vault vault = wiring.vaultToWrite(clock)) {
            vault.sealVisits("{}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(desk.standing(month)).isSameAs(before);
        assertThat(desk.behind(month, before)).isEmpty();

        try (Vault vault = wiring.vaultToWrite(clock)) {
            vault.nameChannel("auditors", "folder /srv/packs");
        }
        desk.standing(month);
        assertThat(desk.behind(month, before)).isPresent();
    }

    @Test
    void aBookThatCannotBeReadIsSaidOnEveryPageAndCanBeMendedThere() throws Exception {
        serve(false);
        Browser jane = new Browser(JANE);
        jane.get("/2026-10");
        Files.writeString(book.resolve("parameters.yaml"), "idle_minuts: {value: 10, policy: P}\n");
        jane.get("/2026-10/units");
        for (int tries = 0; jane.page.contains("is being worked out") && tries < 1_000; tries++) {
            jane.get("/2026-10/units");
        }
        assertThat(jane.page)
                .contains("cannot be worked out")
                .contains("There is no parameter idle_minuts")
                .contains("So this page is of ");
        jane.get("/2026-10/book/text?name=organization/parameters.yaml");
        jane.post("/2026-10/book/text?name=organization/parameters.yaml", Map.of("text", PARAMETERS));
        String draft = jane.draft();
        jane.post(draft + "approve", Map.of("reason", "Mended"));
        jane.post(draft + "publish", Map.of());
        assertThat(jane.page).contains("Published as number 1.");
        jane.get("/2026-10/units");
        assertThat(jane.page).as("it is another state by now").doesNotContain("cannot be worked out");
    }

    /** A signature is somebody's: the log and the pack print name and function. */
    @Test
    void whoeverDoesNotSayWhoHeIsOnlyLooks() {
        assertThat(ConsoleCommand.visitor(null).roles()).containsExactly(Role.VIEWER);
        assertThat(ConsoleCommand.visitor(JANE).roles()).contains(Role.OFFICER, Role.APPROVER, Role.OPERATOR);
        assertThatThrownBy(() -> ConsoleCommand.visitor("Jane"))
                .isInstanceOf(Stop.class)
                .hasMessageContaining("a name and a function");
    }

    /** What another person is writing is not anybody's to give up. */
    @Test
    void onlyTheAuthorAsksMergesAndGivesUp() throws Exception {
        serve(false);
        Browser jane = new Browser(JANE);
        jane.threshold("60");
        String draft = jane.draft();
        Browser john = new Browser(JOHN);
        for (String act : List.of("discard", "merge", "ask")) {
            john.get(draft.replaceFirst("/$", ""));
            john.post(draft + act, Map.of("reason", "Not mine"));
            assertThat(john.page).as(act).contains("Only its author");
        }
        assertThat(jane.draft()).isEqualTo(draft);
        assertThat(jane.page).contains("Nobody was asked yet");
    }

    @Test
    void aJobIsPausedByNameAndWithAReasonAndResumed() throws Exception {
        serve(false);
        Browser jane = new Browser(JANE);
        jane.get("/2026-10/runs");
        jane.post("/2026-10/runs/collect/pause", Map.of("reason", " "));
        assertThat(jane.page).contains("Say in a sentence of one line why it is paused");
        assertThat(wiring.state().pauses()).isEmpty();

        jane.post("/2026-10/runs/collect/pause", Map.of("reason", "The organization moves"));
        assertThat(jane.page).contains("paused since 2026-10-05T03:15:00Z by " + JANE + ": The organization moves");
        jane.post("/2026-10/runs/collect/pause", Map.of("reason", "Again"));
        assertThat(jane.page).contains("Nothing was changed.");
        jane.post("/2026-10/runs/look/pause", Map.of("reason", "No"));
        assertThat(jane.status).isEqualTo(404);

        jane.get("/2026-10/runs");
        jane.post("/2026-10/runs/collect/resume", Map.of());
        assertThat(wiring.state().pauses()).singleElement().satisfies(pause -> {
            assertThat(pause.isOn()).isFalse();
            assertThat(pause.resumedBy()).isEqualTo(JANE);
        });
    }

    @Test
    void aTextIsCheckedAsItIsTypedAndKeptAsItWasTyped() throws Exception {
        serve(false);
        Browser jane = new Browser(JANE);
        jane.get("/2026-10/book/text?name=organization/parameters.yaml");
        assertThat(jane.page)
                .contains("access_key_max_age_days: {value: 90, policy: &#39;SEC-03 section 4.2&#39;} # since 2024");
        String typed = PARAMETERS + "\tidle_minuts: {value: 10}\u202e\n";
        jane.post(
                "/2026-10/book/check",
                Map.of("file", "organization/parameters.yaml", "text", "idle_minuts: {value: 10, policy: x}\n"));
        assertThat(jane.page)
                .contains("\"line\":\"1\"")
                .contains("There is no parameter idle_minuts. Did you mean idle_minutes?");

        jane.get("/2026-10/book/text?name=organization/parameters.yaml");
        jane.post("/2026-10/book/text?name=organization/parameters.yaml", Map.of("text", typed.replace("\n", "\r\n")));
        assertThat(jane.page).contains("\tidle_minuts: {value: 10}\u202e");
        String draft = jane.draft();
        assertThat(jane.page)
                .contains("What is wrong")
                .contains("\\u{202E}")
                .contains("<a class=\"mono\" href=\"/2026-10/book/text?name=organization%2Fparameters.yaml\">");
        jane.post(draft + "approve", Map.of("reason", "x"));
        assertThat(jane.page).contains("A book with mistakes cannot be approved");
    }

    /** A draft may have mistakes; a form still says of its own that it is one, though it reads the same. */
    @Test
    void aMistakeThatIsThereAlreadyDoesNotHideTheSameOneInAForm() throws Exception {
        serve(false);
        Browser jane = new Browser(JANE);
        Files.writeString(book.resolve("risk-acceptances.yaml"), "# none\n");
        jane.get("/2026-10/book/text?name=organization/risk-acceptances.yaml");
        jane.post(
                "/2026-10/book/text?name=organization/risk-acceptances.yaml",
                Map.of(
                        "text",
                        "- {id: RA-1, assertion: IAM-2, item: x, approver: A B, approved: 2026-01-12, expires: 2027-06-30, reason: r}\n"));
        jane.get("/2026-10/book/acceptances/new");
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "id",
                "RA-2",
                "assertion",
                "IAM-2",
                "item",
                "y",
                "approver",
                JANE,
                "expires",
                "2027-06-30",
                "reason",
                "r"));
        jane.post("/2026-10/book/acceptances/new", typed);
        assertThat(jane.page).contains("<b class=\"msg\">No test is called IAM-2.");
        typed.put("assertion", "IAM-02");
        jane.post("/2026-10/book/acceptances/new", typed);
        assertThat(jane.at.getPath()).as("what was wrong before is no reason").isEqualTo("/2026-10/book/acceptances");
    }

    /** The book on the disk has grown since the nights: that is nothing that the draft changes. */
    @Test
    void aPreviewShowsWhatTheDraftChangesAndNotHowTheBookHasGrownSinceTheNights() throws Exception {
        serve(false);
        Files.writeString(
                book.resolve("parameters.yaml"),
                PARAMETERS.replace("value: 90", "value: 1") + "password_min_length: {value: 90, policy: 'SEC-03'}\n");
        Browser jane = new Browser(JANE);
        jane.get("/2026-10/book/text?name=organization/parameters.yaml");
        jane.post(
                "/2026-10/book/text?name=organization/parameters.yaml",
                Map.of(
                        "text",
                        PARAMETERS.replace("value: 90", "value: 1").replace("4.2", "4.3")
                                + "password_min_length: {value: 90, policy: 'SEC-03'}\n"));
        String draft = jane.draft();
        jane.post(draft + "preview", Map.of());
        assertThat(jane.page).contains("What this would have changed").contains("Nothing comes out otherwise.");

        jane.get("/2026-10/book/text?name=organization/parameters.yaml");
        jane.post(
                "/2026-10/book/text?name=organization/parameters.yaml",
                Map.of(
                        "text",
                        PARAMETERS.replace("value: 90", "value: 1")
                                + "password_min_length: {value: 8, policy: 'SEC-03'}\n"));
        jane.draft();
        jane.post(draft + "preview", Map.of());
        assertThat(jane.page)
                .as("what the draft itself changes, from how it is on the disk")
                .containsPattern("<td class=\"mono id\">IAM-0[0-9]+</td><td><s class=\"old\">FAIL")
                .doesNotContain("<td class=\"mono id\">IAM-02</td>");
    }
}
