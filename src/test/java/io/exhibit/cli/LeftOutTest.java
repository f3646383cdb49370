package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.exhibit.OneJdk;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.aws.AwsClients;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.runs.CollectSummary;
import io.exhibit.cli.runs.PreflightReport;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.control.Scope;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import io.exhibit.run.Preflight;
import io.exhibit.run.Reliance;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings leave out, and what they ask for in vain: both stand in the sealed record, and no test passes by them. */
@OneJdk
class LeftOutTest {

    private static final String CALLER = "111122223333";
    private static final String SECURITY = "222233334444";
    private static final String CLAIMS = "333344445555";
    private static final String STRANGER = "999988887777";
    private static final Scope EVERYTHING = new Scope("", "", "", Map.of(), Map.of());

    private static Sandbox sandbox;

    @TempDir
    private Path folder;

    private final Consoles console = Consoles.listening();
    private final SimulatedClock clock = new SimulatedClock(DemoMonth.FIRST_RUN);

    @BeforeAll
    static void open() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withAccounts(3));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void everyAccountAndRegionThatWasNotAskedStandsInTheSealedRecordAndNoTestPassesWithoutIt() throws IOException {
        Wiring wiring = wiring("""
                accounts: ['%s', '%s', '%s'], exclude: [{account: '%s', reason: moves out in May}],
                regions: [us-east-1, af-south-1]""".formatted(CALLER, CLAIMS, STRANGER, CLAIMS));
        Book book = wiring.book();
        RunRecord run = run(wiring, book);

        assertThat(run.outcome()).isEqualTo(Outcome.GAPS);
        assertThat(run.accounts()).extracting(Account::id, Account::state).contains(tuple(STRANGER, "NOT_LISTED"));
        assertThat(why(run))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        SECURITY + "/global", "LEFT_OUT aws.accounts: not named",
                        CLAIMS + "/global", "LEFT_OUT aws.exclude: moves out in May",
                        STRANGER + "/global", "NOT_LISTED aws.accounts names it",
                        CALLER + "/af-south-1",
                                "REGION_DISABLED aws.regions names it, and AWS does not list it among the account's enabled regions",
                        CALLER + "/eu-west-1", "LEFT_OUT aws.regions: not named",
                        CALLER + "/us-west-2", "LEFT_OUT aws.regions: not named"));
        Reliance reliance = new Reliance(book);
        CollectSummary summary =
                new CollectSummary(run, EVERYTHING, wiring.catalog().sources(), reliance);
        assertThat(String.join("\n", summary.lines()))
                .contains(CLAIMS + " claims-prod", "left out by the settings (aws.exclude: moves out in May)")
                .containsOnlyOnce("in " + CALLER + "/af-south-1")
                .contains("eu-west-1: left out by the settings (aws.regions: not named), in 1 account")
                .contains(" calls in scope have no answer, ", " were not made: left out by the settings.");
        assertThat(passed(wiring, book, run)).isEmpty();
    }

    @Test
    void aRegionThatWasSignedOutOfTheScopeIsNoGapAndOneThatIsInItStaysOne() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        String signed = "in_scope: no, reason: Nothing runs there, approver: Dana Reyes, approved: 2026-01-12}";
        Files.writeString(
                own.resolve("scope.yaml"),
                "accounts:\n- {id: '" + SECURITY + "', name: security, " + signed + "\n- {id: '" + CLAIMS
                        + "', name: claims, " + signed
                        + "\nregions:\n- name: us-east-1\n- name: us-west-2\n- {name: '*', " + signed + "\n");
        String aws = "accounts: caller, regions: [us-east-1%s]}\norganization: own #";
        Wiring some = wiring(aws.formatted(""));
        RunRecord gaps = run(some, some.book());
        assertThat(gaps.outcome()).isEqualTo(Outcome.GAPS);

        Wiring wiring = wiring(aws.formatted(", us-west-2"));
        Book book = wiring.book();
        RunRecord run = run(wiring, book);

        assertThat(why(run)).containsEntry(CALLER + "/eu-west-1", "LEFT_OUT aws.regions: not named");
        assertThat(run.outcome()).isEqualTo(Outcome.COMPLETE);
        List<String> lines =
                new CollectSummary(run, book.scope(), wiring.catalog().sources(), new Reliance(book)).lines();
        assertThat(lines)
                .contains("  eu-west-1, out of scope, not in the table: Nothing runs there (Dana Reyes, 2026-01-12)");
        assertThat(String.join("\n", lines)).contains("Nothing is blind.").doesNotContain("in 1 account");
    }

    @Test
    void theOrganizationIsAskedThroughACallerThatIsItselfLeftOut() throws IOException {
        Wiring wiring =
                wiring("accounts: caller, exclude: [{account: '%s', reason: only lists}, {account: '%s', reason: typo}]"
                        .formatted(CALLER, STRANGER));
        RunRecord run = run(wiring, wiring.book());

        assertThat(run.organization()).isNotEmpty();
        assertThat(run.units()).extracting(unit -> unit.target().account()).containsExactly(CALLER, SECURITY, CLAIMS);
        assertThat(run.units().get(0).parts())
                .filteredOn(part -> part.calls() > 0)
                .extracting(Part::source)
                .containsExactlyElementsOf(wiring.catalog().sources().stream()
                        .filter(source -> source.scope() == Source.Scope.ORGANIZATION)
                        .map(Source::key)
                        .toList());
        assertThat(console.err()).contains("aws.exclude of the settings names the account " + STRANGER);
    }

    @Test
    void whatIsListedIsAskedWhereTheOrganizationMayNotBeListed() throws IOException {
        sandbox.faults(List.of(FaultSpec.parse("organizations.ListAccounts=denied")));
        try {
            Wiring wiring = wiring("accounts: ['" + CLAIMS + "', '" + STRANGER + "'], regions: [us-east-1]");
            Preflight.View view = look(wiring);

            assertThat(view.asked()).extracting(Object::toString).contains(CLAIMS + "/global", CLAIMS + "/us-east-1");
            assertThat(view.leftOut())
                    .hasToString("{" + CALLER + "/global=aws.accounts: not named, " + CLAIMS
                            + "/eu-west-1=aws.regions: not named, " + CLAIMS + "/us-west-2=aws.regions: not named}");
            assertThat(view.blind())
                    .filteredOn(blind -> blind.target().account().equals(STRANGER))
                    .isNotEmpty()
                    .extracting(blind -> blind.gap().cause())
                    .containsOnly(Cause.ASSUME_ROLE_DENIED);
            PreflightReport report = new PreflightReport(view, wiring.book().scope(), new Reliance(wiring.book()));
            assertThat(report.lines())
                    .contains("Not asked: " + CALLER + ", left out by the settings (aws.accounts: not named).")
                    .containsOnlyOnce("Not asked: us-west-2, left out by the settings (aws.regions: not named).");
        } finally {
            sandbox.faults(List.of());
        }
    }

    @Test
    void aRegionThatAwsDoesNotListIsToldWithTheNearestNameAndIsNoGoodNews() throws IOException {
        Wiring wiring = wiring("accounts: caller, regions: [us-east-1, eu-west-9]");
        Book book = wiring.book();
        RunRecord run = run(wiring, book);

        assertThat(run.outcome()).isEqualTo(Outcome.GAPS);
        assertThat(why(run))
                .containsEntry(
                        CALLER + "/eu-west-9",
                        "REGION_DISABLED aws.regions names it, and AWS lists no region of this name");
        assertThat(passed(wiring, book, run)).isEmpty();
        String said = "aws.regions of the settings names the region eu-west-9, and AWS lists none of this name. Did you"
                + " mean eu-west-1?";
        assertThat(console.err()).containsOnlyOnce(said);
        look(wiring);
        assertThat(console.err().split(Pattern.quote(said), -1)).hasSize(3);
    }

    /** Why a unit was not asked, where one reason holds for all of it. */
    private static Map<String, String> why(RunRecord run) {
        return run.units().stream()
                .filter(unit -> unit.parts().stream().allMatch(part -> part.calls() == 0))
                .collect(Collectors.toMap(unit -> unit.target().toString(), LeftOutTest::reason));
    }

    private static String reason(Unit unit) {
        return unit.parts().stream()
                .flatMap(part -> part.gaps().stream())
                .map(gap -> gap.cause() + " " + gap.message())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** Tests of accounts or regions that pass. */
    private static Set<String> passed(Wiring wiring, Book book, RunRecord run) throws IOException {
        try (Vault vault = wiring.vaultToRead()) {
            return wiring
                    .assessRun(vault, book)
                    .day(run, wiring.settings().schedule().zone())
                    .tests()
                    .stream()
                    .filter(test -> test.verdict() == Verdict.PASS)
                    .map(TestResult::assertion)
                    .filter(test -> !test.source().startsWith("organizations.")
                            // The calendar and the vault's files are known without asking AWS.
                            && !test.source().equals("collection.schedule")
                            && !test.source().equals("collection.fixity"))
                    .map(test -> test.id() + " " + test.source())
                    .collect(Collectors.toSet());
        }
    }

    private Wiring wiring(String aws) throws IOException {
        Path settings = Files.writeString(
                folder.resolve("exhibit.yaml"),
                "aws: {endpoint: \"" + sandbox.endpoint() + "\", parallel: 9, " + aws + "}\n");
        return new Wiring(SettingsReader.read(settings), console.console());
    }

    private Preflight.View look(Wiring wiring) throws IOException {
        try (AwsClients clients = wiring.simulatedClients(clock, sandbox.endpoint())) {
            return wiring.preflight(clients, clock).look();
        }
    }

    /** The run as the vault gives it back. */
    private RunRecord run(Wiring wiring, Book book) throws IOException {
        try (AwsClients clients = wiring.simulatedClients(clock, sandbox.endpoint());
                Vault vault = wiring.vaultToWrite(clock)) {
            RunRecord run = wiring.collectRun(vault, clients, clock, Pauses::none, book, "simulated")
                    .collect(DemoMonth.FIRST_RUN);
            return vault.run(run.id());
        }
    }
}
