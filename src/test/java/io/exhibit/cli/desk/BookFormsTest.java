package io.exhibit.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scope, owners, decisions and registers by forms: the files come out as a person would have written them, and nothing typed is lost. */
@OneJdk
class BookFormsTest extends EditedBook {

    private static final String SCOPE = """
            # who we are
            entity: ''            # on the cover

            # every account
            accounts:
            # - id: '111122223333'

            regions: # all that are enabled
            - name: us-east-1 # claims

            owners:
            #   164.312(d): Identity team
            """;

    @Test
    void aThresholdSaysWhatGoesByIt() throws Exception {
        serve(false);
        Browser jane = new Browser(JANE);
        jane.get("/2026-10/book/thresholds/access_key_max_age_days");
        assertThat(jane.page)
                .containsPattern(
                        "/tests/IAM-02\">IAM-02</a></th><td>[^<]+</td><td class=\"mono\">[^<]*parameters\\.access_key_max_age_days");
        jane.get("/2026-10/book/thresholds/mend_days_high");
        assertThat(jane.page).contains("in how many days a deviation of severity high is to be mended");

        jane.get("/2026-10/frameworks");
        assertThat(jane.page).contains("<option selected>hipaa-security-rule").contains("<option>nist-800-53-r5");
        jane.get("/2026-10/frameworks?framework=nist-800-53-r5");
        assertThat(jane.page)
                .as("another framework by the same tests, and no conclusion")
                .contains("<option selected>nist-800-53-r5")
                .contains("Nothing is concluded by it here")
                .containsPattern("tests/IAM-01\">IAM-01</a>")
                .containsPattern("<b class=\"small\">[0-9]+ of [0-9]+ tests deviate</b>")
                .doesNotContain("class=\"sign ");
        jane.get("/2026-10/frameworks?framework=../x");
        assertThat(jane.status).isEqualTo(404);
    }

    private static Map<String, String> fields(String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    @Test
    void theScopeIsWrittenAsByHand() throws Exception {
        serve(false);
        Files.writeString(book.resolve("scope.yaml"), SCOPE);
        Browser jane = new Browser(JANE);
        jane.get("/2026-10/book/scope");
        assertThat(jane.page).contains("us-east-1").contains("not named here");

        jane.get("/2026-10/book/scope/accounts?id=111122223333");
        assertThat(jane.page).contains("value=\"111122223333\"").contains("value=\"" + JANE + "\"");
        Map<String, String> account = fields(
                "id",
                "111122223333",
                "name",
                "claims-prod",
                "in_scope",
                "no",
                "ephi",
                "no",
                "reason",
                "",
                "approver",
                "",
                "approved",
                "");
        jane.post("/2026-10/book/scope/accounts", account);
        assertThat(jane.page)
                .containsPattern(
                        "id=\"d-reason\"><b class=\"msg\">An account leaves the scope only with “Signed by”, “Signed on” and “Why it is out of scope, or holds none”")
                .contains("value=\"claims-prod\"")
                .contains("<option value=\"no\" selected>");
        account.putAll(fields("reason", "Course material: no patients", "approver", JANE, "approved", "2026-10-01"));
        jane.post("/2026-10/book/scope/accounts", account);
        assertThat(jane.at.getPath()).isEqualTo("/2026-10/book/scope");

        jane.get("/2026-10/book/scope/regions");
        jane.post(
                "/2026-10/book/scope/regions",
                fields(
                        "name",
                        "*",
                        "in_scope",
                        "no",
                        "reason",
                        "Denied by a policy",
                        "approver",
                        JANE,
                        "approved",
                        "2026-10-01"));
        jane.get("/2026-10/book/owners/164.312(d)");
        jane.post("/2026-10/book/owners/164.312(d)", fields("owner", "Identity team"));
        jane.get("/2026-10/book/scope/entity");
        jane.post(
                "/2026-10/book/scope/entity",
                fields(
                        "entity",
                        "Example Health, Inc.",
                        "kind",
                        "",
                        "classification",
                        "",
                        "official",
                        "",
                        "contact",
                        ""));
        jane.get("/2026-10/book/scope/facts");
        jane.post(
                "/2026-10/book/scope/facts",
                fields("name", "group_health_plan", "value", "no", "approver", JANE, "approved", "2026-10-01"));
        assertThat(drafted("scope.yaml")).isEqualTo("""
                # who we are
                entity: 'Example Health, Inc.'            # on the cover

                # every account
                accounts:
                - id: '111122223333'
                  name: claims-prod
                  in_scope: no
                  ephi: no
                  reason: 'Course material: no patients'
                  approver: 'Jane Doe, Privacy Officer'
                  approved: 2026-10-01
                # - id: '111122223333'

                regions: # all that are enabled
                - name: us-east-1 # claims
                - name: '*'
                  in_scope: no
                  reason: Denied by a policy
                  approver: 'Jane Doe, Privacy Officer'
                  approved: 2026-10-01

                owners:
                  164.312(d): Identity team
                #   164.312(d): Identity team
                facts:
                - name: group_health_plan
                  value: no
                  approver: 'Jane Doe, Privacy Officer'
                  approved: 2026-10-01
                """);

        jane.get("/2026-10/book/scope/accounts?row=0");
        jane.post("/2026-10/book/scope/accounts/remove?row=0", Map.of());
        jane.get("/2026-10/book/owners/164.312(d)");
        jane.post("/2026-10/book/owners/164.312(d)", fields("owner", ""));
        assertThat(drafted("scope.yaml"))
                .contains("accounts:\n# - id: '111122223333'\n")
                .contains("owners:\n#   164.312(d)");
        jane.get("/2026-10/book/scope/accounts?row=7");
        assertThat(jane.status).isEqualTo(404);
    }

    @Test
    void aDecisionIsWrittenWithWhoAndWhyAndUntilWhen() throws Exception {
        serve(false);
        Browser jane = new Browser(JANE);
        jane.get("/2026-10/book/decisions");
        assertThat(jane.page).contains("164.312(a)(2)(iii)").contains("not decided");
        jane.get("/2026-10/book/decisions/164.312(a)(2)(iii)");
        Map<String, String> decision = fields(
                "choice",
                "alternative",
                "rationale",
                "Workstations lock",
                "document",
                "",
                "approver",
                JANE,
                "approved",
                "2026-10-01",
                "review",
                "2026-09-01");
        jane.post("/2026-10/book/decisions/164.312(a)(2)(iii)", decision);
        assertThat(jane.page)
                .contains("<b class=\"msg\">An alternative needs the document that describes it.")
                .contains("<b class=\"msg\">“To be reviewed by” lies before “Decided on”")
                .contains("\nWorkstations lock</textarea>");
        decision.putAll(fields("document", "MAN-18", "review", "2027-09-01"));
        jane.post("/2026-10/book/decisions/164.312(a)(2)(iii)", decision);
        jane.get("/2026-10/book/decisions/164.312(a)(2)(iii)");
        assertThat(jane.page).contains("<option value=\"MAN-18\" selected>");
        decision.put("rationale", "Workstations lock after five minutes");
        jane.post("/2026-10/book/decisions/164.312(a)(2)(iii)", decision);
        assertThat(drafted("decisions.yaml")).isEqualTo("""
                - citation: 164.312(a)(2)(iii)
                  choice: alternative
                  rationale: Workstations lock after five minutes
                  document: MAN-18
                  approver: 'Jane Doe, Privacy Officer'
                  approved: 2026-10-01
                  review: 2027-09-01
                """);
        jane.get("/2026-10/book/decisions/164.312(d)");
        assertThat(jane.status).as("nothing to decide there").isEqualTo(404);
    }

    @Test
    void aRegisterIsEditedRowByRowWhoeverWroteItsFile() throws Exception {
        serve(false);
        Files.createDirectories(book.resolve("registers"));
        String admins =
                "# on call\n\n- principal: arn:aws:iam::*:role/Admins # them\n  approver: J\n  approved: 2026-01-12\n  reason: r\n  review: 2026-12-31\n";
        Files.writeString(book.resolve("registers/approved_admins.yaml"), admins);
        String leavers =
                "person;user;left_at;approver;approved;reason;review\r\n\"HR 1\";;2026-01-31T17:00:00-05:00;J;2026-01-30;\"gone; for good\";2027-01-31\r\n";
        Files.writeString(book.resolve("registers/leavers.csv"), leavers);
        Browser jane = new Browser(JANE);
        jane.get("/2026-10/book/registers");
        assertThat(jane.page)
                .as("what it is for, where its own file does not say")
                .containsPattern(
                        "/registers/leavers\">leavers</a></td><td>1</td>[^\n]*Everybody who left, with the time");

        jane.get("/2026-10/book/registers/leavers/row");
        Map<String, String> row = fields(
                "person",
                "HR 2",
                "user",
                "",
                "left_at",
                "31.1.2026",
                "approver",
                JANE,
                "approved",
                "2026-10-01",
                "reason",
                "ended",
                "review",
                "2027-10-01");
        jane.post("/2026-10/book/registers/leavers/row", row);
        assertThat(jane.page).contains("&quot;31.1.2026&quot; is not a time").contains("value=\"HR 2\"");
        row.put("left_at", "2026-01-31");
        jane.post("/2026-10/book/registers/leavers/row", row);
        assertThat(drafted("registers/leavers.csv"))
                .isEqualTo(leavers + "HR 2;;2026-01-31;Jane Doe, Privacy Officer;2026-10-01;ended;2027-10-01\r\n");
        jane.get("/2026-10/book/registers/leavers/row?row=0");
        jane.post(
                "/2026-10/book/registers/leavers/row?row=0",
                fields(
                        "person",
                        "HR 1",
                        "user",
                        "",
                        "left_at",
                        "2026-01-31T17:00:00-05:00",
                        "approver",
                        "J",
                        "approved",
                        "2026-01-30",
                        "reason",
                        "gone",
                        "review",
                        "2027-01-31"));
        jane.get("/2026-10/book/registers/leavers/row?row=1");
        jane.post("/2026-10/book/registers/leavers/remove?row=1", Map.of());
        assertThat(drafted("registers/leavers.csv")).isEqualTo(leavers.replace("gone; for good", "gone"));

        jane.get("/2026-10/book/registers/approved_admins/row");
        jane.post(
                "/2026-10/book/registers/approved_admins/row",
                fields(
                        "principal",
                        "*",
                        "approver",
                        JANE,
                        "approved",
                        "2026-10-01",
                        "reason",
                        "all",
                        "review",
                        "2027-01-01"));
        assertThat(jane.page).as("it would approve everybody").contains("this entry would speak for all there is");
        jane.get("/2026-10/book/registers/approved_admins/row?row=0");
        jane.post(
                "/2026-10/book/registers/approved_admins/row?row=0",
                fields(
                        "principal",
                        "arn:aws:iam::*:role/Admins",
                        "approver",
                        "J",
                        "approved",
                        "2026-01-12",
                        "reason",
                        "r",
                        "review",
                        "2027-06-30"));
        assertThat(drafted("registers/approved_admins.yaml")).isEqualTo(admins.replace("2026-12-31", "2027-06-30"));

        jane.get("/2026-10/book/registers/break_glass/row");
        jane.post(
                "/2026-10/book/registers/break_glass/row",
                fields(
                        "principal",
                        "arn:aws:iam::*:role/Glass",
                        "approver",
                        JANE,
                        "approved",
                        "2026-10-01",
                        "reason",
                        "EA-1",
                        "review",
                        "2027-01-01"));
        jane.get("/2026-10/book/registers/break_glass");
        assertThat(jane.page).contains("arn:aws:iam::*:role/Glass");
        String draft = jane.draft();
        jane.post(draft + "approve", Map.of("reason", "Read"));
        jane.post(draft + "publish", Map.of());
        assertThat(jane.page).contains("Published as number 1.");
        assertThat(Files.readString(book.resolve("registers/leavers.csv")))
                .isEqualTo(leavers.replace("gone; for good", "gone"));
        assertThat(book.resolve("registers/break_glass.yaml")).isRegularFile();
    }

    /** What counted is ended and not erased: a pack names an acceptance that is over. */
    @Test
    void anAcceptanceIsChangedAndTakenBackWithADayAndAReason() throws Exception {
        serve(false);
        String before = """
                # ours
                - id: RA-1 # the importer
                  assertion: IAM-02
                  item: '*claims-importer*'
                  approver: J. Roe, CISO
                  approved: 2026-09-01
                  expires: 2027-06-30
                  reason: It gets a role in June

                # of the lab
                - {id: RA-2, assertion: IAM-02, item: 'x', approver: J, approved: 2026-09-01, expires: 2026-09-30, reason: r}
                """;
        Files.writeString(book.resolve("risk-acceptances.yaml"), before);
        Browser jane = new Browser(JANE);
        jane.get("/2026-10/book/acceptances");
        assertThat(jane.page)
                .contains("/book/acceptances/row?row=0\">RA-1")
                .contains("/book/acceptances/end?row=0")
                .as("what is over is not taken back")
                .doesNotContain("/book/acceptances/end?row=1");

        jane.get("/2026-10/book/acceptances/row?row=0");
        assertThat(jane.page).doesNotContain("Take the entry out");
        Map<String, String> acceptance = fields(
                "id",
                "RA-1",
                "assertion",
                "IAM-2",
                "item",
                "*claims-importer*",
                "account",
                "",
                "approver",
                JANE,
                "approved",
                "2026-10-05",
                "expires",
                "2026-10-01",
                "reason",
                "It gets a role in June.\r\nSee CHG-1: <approved>");
        jane.post("/2026-10/book/acceptances/row?row=0", acceptance);
        assertThat(jane.page)
                .containsPattern("id=\"d-assertion\"><b class=\"msg\">No test is called IAM-2")
                .containsPattern("id=\"d-expires\"><b class=\"msg\">“Until” lies before “Accepted on”")
                .contains("\nSee CHG-1: &lt;approved&gt;</textarea>");
        acceptance.putAll(fields("assertion", "IAM-02", "expires", "2027-03-31"));
        jane.post("/2026-10/book/acceptances/row?row=0", acceptance);
        assertThat(jane.at.getPath()).isEqualTo("/2026-10/book/acceptances");
        String changed = before.replaceFirst("J. Roe, CISO", "'" + JANE + "'")
                .replaceFirst("2026-09-01", "2026-10-05")
                .replaceFirst("2027-06-30", "2027-03-31")
                .replace(
                        "reason: It gets a role in June\n",
                        "reason: |-\n    It gets a role in June.\n    See CHG-1: <approved>\n");
        assertThat(drafted("risk-acceptances.yaml")).isEqualTo(changed);

        jane.get("/2026-10/book/acceptances/end?row=0");
        assertThat(jane.page).contains("value=\"2026-10-05\"");
        jane.post("/2026-10/book/acceptances/end?row=0", fields("expires", "2027-12-31", "why", ""));
        assertThat(jane.page)
                .contains("id=\"d-expires\"><b class=\"msg\">It ends on 2027-03-31 already")
                .contains("id=\"d-why\"><b class=\"msg\">This is needed.");
        jane.post("/2026-10/book/acceptances/end?row=0", fields("expires", "2026-10-05", "why", "The role is there"));
        assertThat(drafted("risk-acceptances.yaml"))
                .isEqualTo(changed.replace("2027-03-31", "2026-10-05")
                        .replace(
                                "<approved>\n",
                                "<approved>. Taken back on 2026-10-05 by " + JANE + ": The role is there\n"));
        jane.post("/2026-10/book/acceptances/remove?row=0", Map.of());
        assertThat(jane.status).as("it has counted").isEqualTo(409);

        jane.get("/2026-10/book/acceptances/new");
        acceptance.putAll(fields("id", "RA-3", "reason", "one\r\ntwo"));
        jane.post("/2026-10/book/acceptances/new", acceptance);
        jane.get("/2026-10/book/acceptances/row?row=2");
        assertThat(jane.page).as("nobody has published it").contains("Take the entry out");
        jane.post("/2026-10/book/acceptances/remove?row=2", Map.of());
        assertThat(drafted("risk-acceptances.yaml")).doesNotContain("RA-3");
    }

    @Test
    void whatTheEntitySaysOfItsSystemIsATextOfParagraphs() throws Exception {
        serve(false);
        Files.writeString(
                book.resolve("scope.yaml"), "entity: E\n\n# first of all\nsystem:\n#   description: x\n\nregions:\n");
        Browser jane = new Browser(JANE);
        jane.get("/2026-10/book/scope");
        assertThat(jane.page).contains("It is missing");
        jane.get("/2026-10/book/scope/system");
        jane.post("/2026-10/book/scope/system", fields("description", "", "approver", JANE, "approved", "2026-10-01"));
        assertThat(jane.page).contains("id=\"d-description\"><b class=\"msg\">");
        jane.post(
                "/2026-10/book/scope/system",
                fields("description", "Claims.\r\n\r\nPatients: 40", "approver", JANE, "approved", "2026-10-01"));
        assertThat(drafted("scope.yaml")).isEqualTo("""
                entity: E

                # first of all
                system:
                  description: |-
                    Claims.

                    Patients: 40
                  approver: 'Jane Doe, Privacy Officer'
                  approved: 2026-10-01
                #   description: x

                regions:
                """);
        jane.get("/2026-10/book/scope/system");
        assertThat(jane.page).contains(">\nClaims.\n\nPatients: 40</textarea>");
        jane.post("/2026-10/book/scope/system", fields("description", "", "approver", "", "approved", ""));
        jane.get("/2026-10/book");
        assertThat(jane.page).as("it is as it was on the disk").doesNotContain("<b>changed</b>");
    }

    private static final String PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n";

    @Test
    void aDocumentIsHandedInAndFiledWithTheBookThatNamesIt() throws Exception {
        serve(false);
        String digest = Sha256.hex(PDF.getBytes(StandardCharsets.UTF_8));
        Path filed = book.resolve("documents").resolve(digest + ".pdf");
        Browser jane = new Browser(JANE);
        jane.get("/2026-10/book/documents");
        assertThat(jane.page)
                .contains("MAN-21")
                .contains("nothing")
                .containsPattern(
                        "class=\"out\"><td><a class=\"mono\" href=\"[^\"]*\">MAN-[0-9]+</a><br><b>missing</b>");

        jane.get("/2026-10/book/documents/MAN-21");
        Map<String, String> fields =
                fields("title", "", "version", "5", "approver", JANE, "approved", "2026-10-01", "digest", "");
        jane.hand("/2026-10/book/documents/MAN-21", fields, "SEC-03.pdf", PDF);
        assertThat(jane.page)
                .as("what was handed in is not handed in again")
                .contains("id=\"d-title\"><b class=\"msg\">This is needed.")
                .contains("value=\"" + digest + "\"")
                .contains("/book/documents/MAN-21/file");
        fields.putAll(fields("title", "Authentication standard SEC-03", "digest", digest));
        jane.hand("/2026-10/book/documents/MAN-21", fields, "", "");
        assertThat(jane.at.getPath()).isEqualTo("/2026-10/book/documents");
        assertThat(drafted("documents.yaml")).isEqualTo("""
                - id: MAN-21
                  title: Authentication standard SEC-03
                  version: 5
                  approver: 'Jane Doe, Privacy Officer'
                  approved: 2026-10-01
                  digest: %s
                """.formatted(digest));
        assertThat(filed).as("a draft is not the book").doesNotExist();

        String draft = jane.draft();
        jane.post(draft + "approve", Map.of("reason", "Read"));
        jane.post(draft + "publish", Map.of());
        assertThat(jane.page).contains("Published as number 1.");
        assertThat(Files.readString(filed)).isEqualTo(PDF);
        jane.get("/2026-10/book/documents/MAN-21/file");
        assertThat(jane.page).isEqualTo(PDF);
        Files.writeString(book.resolve("documents/minutes.xlsx"), "no book");
        jane.get("/2026-10/book");
        assertThat(jane.page).as("nobody reads what is filed").doesNotContain("What is wrong");

        Files.writeString(filed, PDF + "\n");
        jane.get("/2026-10/book/documents/MAN-21/file");
        assertThat(jane.status).isEqualTo(409);
        assertThat(jane.page).contains("is not the one any more that the book names");
        jane.get("/2026-10/book/documents");
        assertThat(jane.page)
                .as("before all others")
                .containsPattern("<tbody><tr class=\"out\"><td><a [^>]*>MAN-21</a><br><b>its file was altered</b>")
                .contains("here, and not the one that the book names");
        jane.get("/2026-10/book/documents/MAN-21");
        assertThat(jane.page).contains("Hand the right one in below").doesNotContain("Save the file that is kept");
        jane.hand("/2026-10/book/documents/MAN-21", fields, "SEC-03.pdf", PDF);
        assertThat(Files.readString(filed)).as("put back").isEqualTo(PDF);
        assertThat(filed.resolveSibling(Sha256.hex((PDF + "\n").getBytes(StandardCharsets.UTF_8)) + ".pdf"))
                .as("and nothing is lost")
                .hasContent(PDF + "\n");
        jane.get("/2026-10/book/documents");
        assertThat(jane.page).doesNotContain("its file was altered");
    }
}
