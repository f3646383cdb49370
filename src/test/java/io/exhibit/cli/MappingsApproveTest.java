package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.OneJdk;
import io.exhibit.assessment.Period;
import io.exhibit.aws.AwsClients;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.evidence.RunRecord;
import io.exhibit.run.Edition;
import io.exhibit.run.PackRun;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.Profile;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The officer changes a book within a month and has it approved: the pack tells both. The book is a small one. */
@OneJdk
class MappingsApproveTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Period OCTOBER_DAYS = new Period(OCTOBER.atDay(1), OCTOBER.atEndOfMonth(), ZoneOffset.UTC);
    private static final Instant NOW = Instant.parse("2026-10-31T02:15:00Z");
    private static final String OFFICER = "Jane Doe, Security Official";

    @TempDir
    private static Path folder;

    private static Path before;
    private static Path after;
    private static String printed;
    private static Path zip;

    private final Consoles console = Consoles.listening();

    /** Two nights by the book as it is shipped, then one by an edited book that was approved the day before it was judged by. */
    @BeforeAll
    static void month() throws IOException {
        SimulatedClock clock = new SimulatedClock(NOW);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withAccounts(1))) {
            before = settings(sandbox, "before", "# nothing\n");
            after = settings(sandbox, "after", "access_key_max_age_days: {value: 60, policy: SEC-03 section 4.2}\n");
            night(before, sandbox, clock, NOW.minus(Duration.ofDays(2)));
            night(before, sandbox, clock, NOW.minus(Duration.ofDays(1)));
            Wiring edited = new Wiring(SettingsReader.read(after), Consoles.quiet());
            try (Vault vault = edited.vaultToWrite(clock)) {
                vault.approve(edited.book().digest(), OFFICER, LocalDate.parse("2026-11-01"), "Keys are 60 days");
            }
            night(after, sandbox, clock, NOW);
            clock.begin(Instant.parse("2026-11-02T06:00:00Z"));
            try (Vault vault = edited.vaultToWrite(clock)) {
                PackRun.Bound pack = edited.packRun(vault, edited.book(), clock).bind("EH-2026-10", OCTOBER_DAYS);
                printed = text(pack.file());
                zip = pack.zip().orElseThrow();
            }
        }
    }

    private static Path settings(Sandbox sandbox, String name, String parameters) throws IOException {
        Path own = folder.resolve(name);
        MappingsAskTest.copy(TinyBook.FOLDER.resolve("organization"), own);
        Files.writeString(own.resolve("parameters.yaml"), parameters);
        return Files.writeString(
                folder.resolve(name + ".yaml"),
                TinyBook.SETTINGS + "organization: " + name + "\naws: {endpoint: \"" + sandbox.endpoint()
                        + "\", regions: [us-east-1]}\n");
    }

    private static void night(Path settings, Sandbox sandbox, SimulatedClock clock, Instant due) throws IOException {
        clock.begin(due);
        Wiring wiring = new Wiring(SettingsReader.read(settings), Consoles.quiet());
        Book book = wiring.book();
        try (AwsClients clients = wiring.simulatedClients(clock, sandbox.endpoint());
                Vault vault = wiring.vaultToWrite(clock)) {
            RunRecord run = wiring.collectRun(vault, clients, clock, Pauses::none, book, "simulated")
                    .collect(due);
            wiring.assessRun(vault, book).seal(run);
        }
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void thePackSaysWhatChangedWhoApprovedItAndWhichNightsNobodyApproved() {
        assertThat(printed)
                .contains("approved for this entity by " + OFFICER
                        + " on 2026-10-30 02:15 UTC, effective from 2026-11-01")
                .contains("Not approved. Nobody approved this book in the log.")
                .contains("Approved by " + OFFICER
                        + " on 2026-10-30 02:15 UTC, effective from 2026-11-01: Keys are 60 days.")
                .contains("It was used on 1 day before that.")
                .contains("1 change: Threshold access_key_max_age_days is 60 days (SEC-03 section 4.2), and was 90 days"
                        + " (tool default).");
    }

    @Test
    void whatNobodyApprovedIsSaidOnTheCover() throws IOException {
        Wiring wiring = new Wiring(SettingsReader.read(before), Consoles.quiet());
        try (Vault vault = wiring.vaultToRead()) {
            PackRun.Bound draft = wiring.packRun(vault, wiring.book(), new SimulatedClock(NOW.plusSeconds(3600)))
                    .draft(Edition.first("EH-2026-10"), OCTOBER_DAYS);
            assertThat(text(draft.file())).contains("not approved for this entity");
        }
    }

    @Test
    void aPublicPackTellsHowMuchChangedAndNothingOfIt() throws IOException {
        Wiring wiring = new Wiring(
                SettingsReader.read(after)
                        .withPackFolder(folder.resolve("public"))
                        .withProfile(Profile.PUBLIC),
                Consoles.quiet());
        try (Vault vault = wiring.vaultToRead()) {
            PackRun.Bound draft = wiring.packRun(vault, wiring.book(), new SimulatedClock(NOW.plusSeconds(3600)))
                    .draft(Edition.first("EH-public-2026-10"), OCTOBER_DAYS);
            assertThat(text(draft.file()))
                    .contains("1 change from the book before it, which this pack does not tell.")
                    .doesNotContain("SEC-03", OFFICER, "Keys are 60 days");
        }
    }

    /** Issued, a verdict stays that of the night, so the threshold of the pack's own book must not stand beside it unexplained. */
    @Test
    void aMonthThatIsBoundByAnotherBookThanItsLastNightSaysWhichTestsThatChanges() throws IOException {
        Path own = Files.createTempDirectory(folder, "bound");
        MappingsAskTest.copy(folder.resolve("vault"), own.resolve("vault"));
        MappingsAskTest.copy(folder.resolve("keys"), own.resolve("keys"));
        MappingsAskTest.copy(folder.resolve("before"), own.resolve("before"));
        Files.copy(before, own.resolve("exhibit.yaml"));
        Wiring wiring = new Wiring(SettingsReader.read(own.resolve("exhibit.yaml")), Consoles.quiet());
        SimulatedClock clock = new SimulatedClock(Instant.parse("2026-11-02T06:00:00Z"));
        try (Vault vault = wiring.vaultToWrite(clock)) {
            PackRun.Bound pack = wiring.packRun(vault, wiring.book(), clock).bind("NEW-2026-10", OCTOBER_DAYS);
            assertThat(text(pack.file()))
                    .contains(
                            "The last sealed day was judged by the book of that day. In the book of this pack the test, its"
                                    + " thresholds or its registers are otherwise: the section on method tells how.")
                    .contains("Threshold access_key_max_age_days is 90 days (tool default), and was 60 days");
        }
        assertThat(printed).doesNotContain("In the book of this pack the test");
    }

    @Test
    void theVaultAndThePackVerify() throws IOException {
        SigningKey key = SigningKey.load(folder.resolve("keys/exhibit.pem"));
        assertThat(new Verifier(key.publicKey()).check(folder.resolve("vault"))).isEmpty();
        assertThat(run(
                        "verify",
                        zip.toString(),
                        "--key",
                        folder.resolve("keys/exhibit.pub.pem").toString()))
                .as(console.out())
                .isZero();
        Consoles deep = Consoles.listening();
        Main.run(
                deep.console(),
                "verify",
                zip.toString(),
                "--deep",
                "--key",
                folder.resolve("keys/exhibit.pub.pem").toString());
        assertThat(deep.out().replaceAll(" +", " "))
                .as("each night by its own book")
                .contains("\nOK VERDICTS 3 runs judged again", "\nOK MONTH ");
        try (FileVault vault = FileVault.read(folder.resolve("vault"))) {
            assertThat(vault.books(vault.runIds())).hasSize(2);
        }
    }

    @Test
    void twoBooksAreHeldAgainstEachOtherInWords() throws IOException {
        assertThat(run("mappings", "diff", folder.resolve("before").toString(), "--settings", after.toString()))
                .isZero();
        assertThat(console.out()).contains(": 1 change.", "  Threshold access_key_max_age_days is 60 days");

        Consoles other = Consoles.listening();
        assertThat(Main.run(
                        other.console(), "mappings", "diff", zip.toString(), "--json", "--settings", before.toString()))
                .isZero();
        JsonNode json = new ObjectMapper().readTree(other.out());
        assertThat(json.path("changes").findValuesAsText("about")).containsExactly("threshold access_key_max_age_days");
        assertThat(json.path("before").path("name").asText()).isEqualTo("EH-2026-10.zip");
    }

    @Test
    void anApprovalIsSealedOnceAndNotForThePast() throws IOException {
        Path own = Files.createTempDirectory(folder, "own");
        Files.copy(before, own.resolve("exhibit.yaml"));
        MappingsAskTest.copy(folder.resolve("before"), own.resolve("before"));
        MappingsAskTest.copy(folder.resolve("vault"), own.resolve("vault"));
        MappingsAskTest.copy(folder.resolve("keys"), own.resolve("keys"));
        String settings = own.resolve("exhibit.yaml").toString();

        assertThat(approve(settings, "--as", OFFICER, "--reason", "As shipped")).isZero();
        assertThat(approve(settings, "--as", OFFICER, "--reason", "As shipped")).isZero();
        assertThat(console.out()).contains("Approved: the book ", "It was approved already: the book ");
        try (FileVault vault = FileVault.read(own.resolve("vault"))) {
            assertThat(vault.approvals()).hasSize(2);
        }

        assertThat(approve(settings, "--as", OFFICER, "--reason", "x", "--effective", "2026-01-01"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(approve(settings, "--as", " ", "--reason", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(approve(settings, "--as", OFFICER, "--reason", "two\nlines")).isEqualTo(ExitCode.USAGE);
        assertThat(console.err())
                .contains("--effective is today, ", "--as is one line", "--reason is one line")
                .doesNotContain("Exception");
    }

    @Test
    void withoutAVaultNothingIsApproved() throws IOException {
        Path empty = Files.createTempDirectory(folder, "empty");
        assertThat(approve(
                        before.toString(),
                        "--as",
                        OFFICER,
                        "--reason",
                        "x",
                        "--vault",
                        empty.resolve("v").toString()))
                .isEqualTo(ExitCode.MISSING);
        assertThat(console.err()).contains("There is no vault at ");
        assertThat(empty).isEmptyDirectory();
    }

    private int approve(String settings, String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(new String[] {"mappings", "approve", "--settings", settings}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return run(all);
    }

    private int run(String... arguments) {
        return Main.run(console.console(), arguments);
    }
}
