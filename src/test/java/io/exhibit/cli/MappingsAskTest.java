package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.OneJdk;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.aws.AwsClients;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.settings.VaultPlace;
import io.exhibit.cli.terminal.ConsoleProgress;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Folders;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.AssessJson;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.control.BookChange;
import io.exhibit.evidence.RunRecord;
import io.exhibit.run.Edition;
import io.exhibit.run.PreviewRun;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an officer asks before she changes the book: what a test means, and what another one would find. */
@OneJdk
class MappingsAskTest {

    private static final String REPORT = "iam.credential-report";
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    /** The last night of the month. */
    private static final Instant NOW = Instant.parse("2026-10-31T02:15:00Z");

    @TempDir
    private static Path folder;

    private static Path settings;

    private final Consoles console = Consoles.listening();

    /** Two sealed and judged nights of one account, by the mappings as they are shipped. */
    @BeforeAll
    static void collect() throws IOException {
        SimulatedClock clock = new SimulatedClock(NOW);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withAccounts(1))) {
            settings = Files.writeString(
                    folder.resolve("exhibit.yaml"),
                    "aws: {endpoint: \"" + sandbox.endpoint() + "\", regions: [us-east-1]}\n");
            Wiring wiring = new Wiring(SettingsReader.read(settings), Consoles.quiet());
            Book book = wiring.book();
            try (AwsClients clients = wiring.simulatedClients(clock, sandbox.endpoint());
                    Vault vault = wiring.vaultToWrite(clock)) {
                for (Instant due : List.of(NOW.minus(Duration.ofDays(1)), NOW)) {
                    clock.begin(due);
                    RunRecord run = wiring.collectRun(vault, clients, clock, Pauses::none, book, "simulated")
                            .collect(due);
                    wiring.assessRun(vault, book).seal(run);
                }
            }
        }
    }

    @Test
    void aTestIsToldInWordsWithItsReasonsItsThresholdsItsPermissionsAndTheNewestNight() {
        assertThat(mappings("explain", "IAM-02")).isZero();

        assertThat(console.out().lines().map(line -> line.replaceAll(" +", " ")))
                .first()
                .asString()
                .startsWith("IAM-02 ");
        assertThat(console.out().replaceAll(" +", " "))
                .contains("\nLooks at access keys (iam.access-keys), in every account in scope\n")
                .contains("\nThreshold access_key_max_age_days = 90 days (tool default)\n")
                .contains("\nServes 164.312(d), supporting: ")
                .contains("\nMay read iam:GenerateCredentialReport, iam:GetCredentialReport\n")
                .containsPattern("\nNewest night 2026-10-31T021500Z: [A-Z ]+, [0-9]+ of [0-9]+ deviate")
                .containsPattern("\nStands at .*iam.yaml:[0-9]+:3\n");
    }

    @Test
    void aParagraphIsToldWithTheTestsAndDocumentsBehindIt() {
        assertThat(mappings("explain", "164.316(b)(2)(i)")).isZero();

        assertThat(console.out().replaceAll(" +", " "))
                .contains("for 6 years from the date of its creation")
                .contains("\nCOL-07 supporting: Every run of the period is locked")
                .contains("\nTests show what corroborates it (supporting)\n")
                .contains("\nMAN-17 document: ")
                .contains("\nNot seen ");
    }

    @Test
    void aDocumentIsToldWithWhatIsOnFile() {
        assertThat(mappings("explain", "MAN-17")).isZero();

        assertThat(console.out().replaceAll(" +", " "))
                .contains("\nCounts for 365 days from its approval\n", "\nOn file nothing\n", "\nServes 164.316(a): ");
    }

    @Test
    void whatTheBookDoesNotHaveIsToldWithTheNearest() {
        assertThat(mappings("explain", "IAM-2")).isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("no test, document or paragraph IAM-2. Did you mean IAM-02?");
    }

    @Test
    void anExpressionIsAskedOfTheSealedRecordsAndTheFirstThatDeviateAreShown() throws IOException {
        assertThat(mappings("try", "record.user == 'nobody'", "--source", REPORT, "--first", "1", "--json"))
                .isZero();

        JsonNode tried = new ObjectMapper().readTree(console.out());
        assertThat(tried.path("verdict").asText()).isEqualTo("fail");
        assertThat(tried.path("deviating").asInt())
                .isGreaterThan(1)
                .isEqualTo(tried.path("population").asInt());
        assertThat(tried.path("items")).hasSize(1);
        assertThat(tried.path("items").get(0).path("text").asText()).startsWith("user = ");
    }

    @Test
    void moreThanIsShownIsCounted() {
        assertThat(mappings("try", "false", "--source", REPORT, "--first", "1")).isZero();

        assertThat(console.out()).containsPattern("These are 1 of [0-9]+; --first N shows more");
    }

    @Test
    void aMistakeInAnExpressionIsToldOnceAndNothingIsAsked() {
        assertThat(mappings("try", "record.mfa_activ && record.usr == ''", "--source", REPORT))
                .isEqualTo(ExitCode.FILE);

        assertThat(console.out()).isEmpty();
        assertThat(console.err())
                .containsOnlyOnce("EXPRESSION:1:8: TRY: there is no member mfa_activ. Did you mean mfa_active?")
                .containsOnlyOnce("EXPRESSION:1:28: TRY: there is no member usr. Did you mean user?")
                .doesNotContain("*error*");
    }

    @Test
    void anEditedThresholdIsPreviewedAsTheMonthWouldBeBound() throws IOException {
        Path edited = edited("edited", "access_key_max_age_days: {value: 1, policy: SEC-03}\n");

        assertThat(preview(edited, Path.of("mappings"))).isZero();

        JsonNode month =
                new ObjectMapper().readTree(console.out()).path("months").get(0);
        assertThat(month.path("month").asText()).isEqualTo("2026-10");
        assertThat(month.path("judgedAgain").asInt()).as("one test, two nights").isEqualTo(2);
        JsonNode test = month.path("tests").get(0);
        assertThat(month.path("tests")).hasSize(1);
        assertThat(test.path("id").asText()).isEqualTo("IAM-02");
        assertThat(test.path("was").asText()).isEqualTo("PASS, 0 of 1 deviate");
        assertThat(test.path("is").asText()).isEqualTo("FAIL, 1 of 1 deviate");
        assertThat(test.path("more").get(0).asText()).contains("user/exhibit-collector#1");
        assertThat(month.path("paragraphs").findValuesAsText("id")).contains("164.312(d)");

        Wiring wiring = new Wiring(SettingsReader.read(edited), Consoles.quiet());
        PeriodAssessment previewed = previewed(wiring, wiring.book());
        assertThat(json(previewed)).isEqualTo(json(bound(wiring)));
    }

    /** Whatever is edited: judging again only what judges otherwise comes to the same as judging all of it again. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            parameters.yaml                | credential_unused_days: {value: 1, policy: SEC-03}
            scope.yaml                     | accounts: [{id: '111122223333', name: own, in_scope: yes, ephi: yes, approver: Jane Doe, approved: 2026-01-12}]
            registers/approved_admins.yaml | - {principal: 'arn:aws:iam::*:*', approver: Jane Doe, approved: 2026-01-12, reason: All of us, review: 2027-01-12}
            registers/identities.yaml      | []
            risk-acceptances.yaml          | - {id: RA-1, assertion: ROOT-04, item: '*3333', account: '*', approver: Jane Doe, approved: 2026-01-12, expires: 2027-01-12, reason: Because}
            """)
    void onlyWhatJudgesOtherwiseHasToBeJudgedAgain(String file, String text) throws IOException {
        Path edited = edited(file.replaceAll("[/.]", "-"), file, text + "\n");
        Wiring wiring = new Wiring(SettingsReader.read(edited), Consoles.quiet());
        Book shipped = new Wiring(SettingsReader.read(settings), Consoles.quiet()).book();

        assertThat(BookChange.judgedOtherwise(shipped, wiring.book())).isNotEmpty();
        PreviewRun.Month part = month(wiring, shipped);
        PreviewRun.Month whole = month(wiring, wiring.book());
        Set<String> looked = units(part.after());
        Set<String> others = new TreeSet<>(units(whole.after()));
        others.removeAll(looked);

        assertThat(json(part.after())).isEqualTo(json(whole.after(), looked));
        assertThat(json(whole.after(), others))
                .as("what is not looked at comes out as before")
                .isEqualTo(json(whole.before(), others));
        assertThat(others.isEmpty()).as("only tests changed").isEqualTo(file.equals("scope.yaml"));
    }

    /** Nothing is taken from a night that another book judged than the one that the preview is held against. */
    @Test
    void nightsOfAnUnknownBookAreJudgedAgainAsAWhole() throws IOException {
        Path edited = edited("unknown", "access_key_max_age_days: {value: 1, policy: SEC-03}\n");
        Wiring wiring = new Wiring(SettingsReader.read(edited), Consoles.quiet());
        Book book = wiring.book();

        assertThat(json(previewed(wiring, book))).isEqualTo(json(bound(wiring)));
        try (Vault vault = wiring.vaultToRead()) {
            assertThat(run(wiring, vault, book)
                            .month(OCTOBER, NOW.plusSeconds(3600))
                            .judged())
                    .isEqualTo(2L * book.assertions().size());
        }
    }

    @Test
    void theSameBookChangesNothing() throws IOException {
        Path same = edited("same", "access_key_max_age_days: {value: 90, policy: SEC-03}\n");

        assertThat(mappings(same, "preview", "--against", "mappings")).isZero();

        assertThat(console.out()).contains("Held against the book of mappings.", "2026-10: nothing changes.");
    }

    /** It names what the newest run found, and nothing of it counts before it is signed. */
    @Test
    void theSetToStartFromHasTheAccountsAndRegionsAndChangesNoTest() throws IOException {
        Path own = folder.resolve("started");
        assertThat(Main.run(
                        console.console(),
                        "sample",
                        "organization",
                        "--out",
                        own.toString(),
                        "--settings",
                        settings.toString()))
                .isZero();
        assertThat(console.out())
                .contains("Run 2026-10-31T021500Z found 1 account and ")
                .contains(own.toString());
        assertThat(own.resolve("scope.yaml"))
                .content()
                .contains("\naccounts:\n- id: '", "\n  ephi:\n  approver:\n", "\nregions:\n", "- name: us-east-1\n");

        Consoles previewed = Consoles.listening();
        Path started = Files.writeString(folder.resolve("started.yaml"), "organization: started\n");
        assertThat(Main.run(
                        previewed.console(),
                        "mappings",
                        "preview",
                        "--against",
                        "mappings",
                        "--json",
                        "--settings",
                        started.toString()))
                .isZero();
        JsonNode month =
                new ObjectMapper().readTree(previewed.out()).path("months").get(0);
        assertThat(month.path("judgedAgain").asInt()).isPositive();
        assertThat(month.path("tests")).isEmpty();
        assertThat(month.path("paragraphs")).isEmpty();
    }

    /** The exercise of the officer's page, with what the page says to write and to run; the keys here are a few days old. */
    @Test
    void fromADecisionToThePageAsTheOfficersPageTellsIt() throws IOException {
        Path own = folder.resolve("exercise");
        Path exercise =
                Files.writeString(folder.resolve("exercise.yaml"), "organization: exercise\npack: {folder: drafts}\n");
        run(exercise, "sample", "organization", "--out", own.toString());

        Files.writeString(
                own.resolve("parameters.yaml"), told("parameters.yaml").replace("60", "1"));
        assertThat(run(exercise, "mappings", "preview", "--against", "mappings"))
                .contains("was  PASS, 0 of 1 deviate", "is   FAIL, 1 of 1 deviate");
        String line = console.out()
                .lines()
                .filter(l -> l.startsWith("    +    ") && l.contains(":user/"))
                .findFirst()
                .orElseThrow();
        String item = line.split("  +")[3];

        String acceptance = told("risk-acceptances.yaml");
        Path acceptances = own.resolve("risk-acceptances.yaml");
        String sample = Files.readString(acceptances);
        Files.writeString(acceptances, sample + acceptance.replaceAll("item: .*", "item: " + item.replace("#1", "")));
        assertThat(run(exercise, "mappings", "preview", "--against", "mappings"))
                .contains("RA-002 accepts nothing of IAM-02 in this month, which has 1 that deviates. Did you mean "
                        + item + "?");
        String late = acceptance.replaceAll("item: .*", "item: " + item).replace("2026-10-12", "2026-11-30");
        assertThat(late).isNotEqualTo(acceptance.replaceAll("item: .*", "item: " + item));
        Files.writeString(acceptances, sample + late);
        assertThat(run(exercise, "mappings", "preview", "--against", "mappings"))
                .contains("RA-002 accepts nothing of IAM-02 in this month, which has 1 that deviates. "
                        + "It counts from 2026-11-30 on, when it was signed; the last day that was judged is 2026-10-")
                .doesNotContain("Did you mean");
        Files.writeString(acceptances, sample + acceptance.replaceAll("item: .*", "item: " + item));
        // 22 decisions and 32 documents to sign, and an account alone has no name.
        assertThat(run(exercise, "mappings", "check")).contains("No mistakes, 55 warnings");
        assertThat(run(exercise, "mappings", "preview", "--against", "mappings"))
                .contains("is   FAIL, 0 of 1 deviate, 1 accepted", item + "  accepted  ")
                .doesNotContain("accepts nothing");
        assertThat(run(exercise, "mappings", "explain", "IAM-02"))
                .contains("access_key_max_age_days = 1 days (SEC-03 section 4.2)")
                .contains("PASS, 0 of 1 deviate (by another book than this one; see: exhibit mappings preview)");

        run(exercise, "pack", "--month", "2026-10", "--draft");
        String page = text(folder.resolve("drafts/EH-2026-10.draft.pdf"));
        assertThat(page)
                .contains("access_key_max_age_days=1days(SEC-03section4.2)")
                .contains(
                        "RA-002,JaneDoe,SecurityOfficial,acceptedon2026-10-12,until2027-05-31:Thevendoroftheclaimsimporter")
                .containsPattern("key1of.{1,60}waslastrotatedon2026-.{1,200}RA-002");
    }

    /** What the page says to write into a file of the organization's book. */
    private static String told(String file) throws IOException {
        String page = Files.readString(Path.of("mappings/README.md"));
        String from = "```yaml\n# organization/" + file + "\n";
        String block = page.substring(page.indexOf(from) + from.length());
        return block.substring(0, block.indexOf("```"));
    }

    /** What a command that ends well prints. */
    private String run(Path settings, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--settings", settings.toString()));
        console.written().reset();
        assertThat(Main.run(console.console(), all.toArray(String[]::new)))
                .as(console.err())
                .isZero();
        return console.out();
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    @Test
    void withoutABookBeforeNothingIsPreviewed() {
        assertThat(mappings("preview")).isEqualTo(ExitCode.MISSING);
        assertThat(console.err()).contains("There is no pack in ", "--against PATH");
    }

    private static PreviewRun run(Wiring wiring, Vault vault, Book before) {
        Settings.Schedule schedule = wiring.settings().schedule();
        return new PreviewRun(
                vault,
                wiring.catalog(),
                schedule.collect(),
                schedule.zone(),
                before,
                wiring.book(),
                new ConsoleProgress(Consoles.quiet()));
    }

    private static PeriodAssessment previewed(Wiring wiring, Book before) throws IOException {
        return month(wiring, before).after();
    }

    private static PreviewRun.Month month(Wiring wiring, Book before) throws IOException {
        try (Vault vault = wiring.vaultToRead()) {
            return run(wiring, vault, before).month(OCTOBER, NOW.plusSeconds(3600));
        }
    }

    private static Set<String> units(PeriodAssessment assessment) {
        return assessment.controls().stream()
                .map(unit -> unit.control().citation())
                .collect(Collectors.toSet());
    }

    /** The month as a pack of it would be printed from, after a copy of the vault was judged again by that book. */
    private static PeriodAssessment bound(Wiring wiring) throws IOException {
        Path copy = Files.createTempDirectory(folder, "copy");
        Folders.delete(copy);
        copy(folder.resolve("vault"), copy);
        Wiring copied = new Wiring(
                wiring.settings()
                        .withVault(VaultPlace.of(
                                copy.toString(),
                                folder,
                                wiring.settings().vault().s3())),
                Consoles.quiet());
        SimulatedClock clock = new SimulatedClock(NOW.plusSeconds(3600));
        Book book = copied.book();
        try (Vault vault = copied.vaultToWrite(clock)) {
            for (String run : vault.runIds()) {
                copied.assessRun(vault, book).seal(vault.run(run));
            }
            return copied.packRun(vault, book, clock)
                    .soFar(
                            Edition.first("EH-2026-10"),
                            new Period(OCTOBER.atDay(1), OCTOBER.atEndOfMonth(), ZoneOffset.UTC))
                    .assessment();
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** Without the paragraphs of which the vault itself is asked, which a preview does not. */
    private static String json(PeriodAssessment assessment) throws IOException {
        return json(assessment, units(assessment));
    }

    private static String json(PeriodAssessment assessment, Set<String> units) throws IOException {
        JsonNode json = new ObjectMapper().readTree(AssessJson.of("month", assessment));
        List<String> controls = new ArrayList<>();
        json.path("controls").forEach(control -> {
            String citation = control.path("citation").asText();
            if (units.contains(citation) && !citation.startsWith("164.316(b)")) {
                controls.add(control.toPrettyString());
            }
        });
        return String.join("\n", controls);
    }

    private static Path edited(String name, String parameters) throws IOException {
        return edited(name, "parameters.yaml", parameters);
    }

    private static Path edited(String name, String file, String text) throws IOException {
        Path own = folder.resolve(name);
        copy(Path.of("mappings/organization"), own);
        Files.writeString(own.resolve(file), text);
        return Files.writeString(
                folder.resolve(name + ".yaml"),
                "mappings: " + Path.of("mappings").toAbsolutePath() + "\norganization: " + own + "\n");
    }

    private int preview(Path settings, Path against) {
        return mappings(settings, "preview", "--against", against.toString(), "--json");
    }

    private int mappings(String... arguments) {
        return mappings(settings, arguments);
    }

    private int mappings(Path settings, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "mappings";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--settings";
        all[arguments.length + 2] = settings.toString();
        return Main.run(console.console(), all);
    }
}
