package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.aws.AwsClients;
import io.exhibit.control.Book;
import io.exhibit.evidence.RunRecord;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an officer asks before she changes the book: what a test means, and what another one would find. */
class MappingsAskTest {

    private static final String REPORT = "iam.credential-report";

    @TempDir
    private static Path folder;

    private static Path settings;

    private final Consoles console = Consoles.listening();

    /** One sealed and judged night of one account. */
    @BeforeAll
    static void collect() throws IOException {
        SimulatedClock clock = new SimulatedClock(DemoMonth.FIRST_RUN);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withAccounts(1))) {
            settings = Files.writeString(
                    folder.resolve("exhibit.yaml"),
                    "aws: {endpoint: \"" + sandbox.endpoint() + "\", regions: [us-east-1]}\n");
            Wiring wiring = new Wiring(SettingsReader.read(settings), Consoles.quiet());
            Book book = wiring.book();
            try (AwsClients clients = wiring.simulatedClients(clock, sandbox.endpoint());
                    Vault vault = wiring.vaultToWrite(clock)) {
                RunRecord run = wiring.collectRun(vault, clients, clock, Pauses::none, book, "simulated")
                        .collect(DemoMonth.FIRST_RUN);
                wiring.assessRun(vault, book).seal(run);
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
                .containsPattern("\nNewest night 2026-10-01T021500Z: [A-Z ]+, [0-9]+ of [0-9]+ deviate")
                .containsPattern("\nStands at .*iam.yaml:[0-9]+:3\n");
    }

    @Test
    void aParagraphIsToldWithTheTestsAndDocumentsBehindIt() {
        assertThat(mappings("explain", "164.316(b)(2)(i)")).isZero();

        assertThat(console.out().replaceAll(" +", " "))
                .contains("for 6 years from the date of its creation")
                .contains("\nCOL-07 supporting: Every run of the period is locked")
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

    private int mappings(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "mappings";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--settings";
        all[arguments.length + 2] = settings.toString();
        return Main.run(console.console(), all);
    }
}
