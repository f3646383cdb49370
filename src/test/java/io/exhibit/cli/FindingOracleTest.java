package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Findings;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.SincePrevious;
import io.exhibit.assessment.TestResult;
import io.exhibit.aws.AwsClients;
import io.exhibit.cli.FindingOracle.Case;
import io.exhibit.cli.UserScenario.Night;
import io.exhibit.cli.UserScenario.Wrong;
import io.exhibit.cli.demo.Demo;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Link;
import io.exhibit.control.Assertion.Strength;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Framework;
import io.exhibit.control.Parameter;
import io.exhibit.control.Severity;
import io.exhibit.evaluate.Evaluator;
import io.exhibit.render.PackContent;
import io.exhibit.render.PrintedModel;
import io.exhibit.run.Asking;
import io.exhibit.run.AssessRun;
import io.exhibit.run.CollectRun;
import io.exhibit.run.MissedRuns;
import io.exhibit.run.PackContents;
import io.exhibit.run.PackRun;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Days covered, findings, their times and what changed from pack to pack are what an oracle works out from the scenario alone: three months of
 * nights, collected over HTTP from the sandbox that plays it, sealed, judged and made the models of three packs. One scenario here,
 * fifty with {@code -Dexhibit.oracle=50}.
 */
@SuppressWarnings("unchecked")
@OneJdk
class FindingOracleTest {

    private static final int SEEDS = Integer.getInteger("exhibit.oracle", 1);
    private static final Map<Wrong, String> TESTS = Map.of(Wrong.NO_MFA, "IAM-01", Wrong.OLD_KEY, "IAM-02");
    private static final Map<Wrong, Severity> GRAVE =
            Map.of(Wrong.NO_MFA, Severity.HIGH, Wrong.OLD_KEY, Severity.MEDIUM);
    private static final Map<String, ConclusionKind> KINDS = Map.of(
            "FAIL", ConclusionKind.DEVIATIONS,
            "INCONCLUSIVE", ConclusionKind.NOT_FULLY_EVALUATED,
            "MENDED", ConclusionKind.MENDED,
            "PASS", ConclusionKind.NO_DEVIATION,
            "NOT APPLICABLE", ConclusionKind.NOT_APPLICABLE);
    private static final SigningKey KEY = SigningKey.of(new byte[32]);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> packsSayWhatTheScenarioWas() {
        return IntStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> play(seed)));
    }

    private void play(int seed) throws IOException {
        UserScenario scenario = new UserScenario(seed);
        Path place = Files.createDirectories(folder.resolve("seed-" + seed));
        try (Sandbox sandbox =
                Sandbox.start(SandboxOptions.defaults().withAccounts(1).withRegions(2))) {
            Path file = place.resolve("exhibit.yaml");
            Files.writeString(
                    file,
                    "aws: {endpoint: \"" + sandbox.endpoint() + "\", accounts: caller, regions: [us-east-1]}\n"
                            + "schedule: {zone: UTC}\n");
            Wiring wiring = new Wiring(SettingsReader.read(file), Consoles.quiet());
            SimulatedClock clock = new SimulatedClock(due(UserScenario.FIRST));
            Book book = book(wiring.book());
            try (Vault vault = FileVault.create(place.resolve("vault"), "example/log", KEY, clock);
                    AwsClients clients = wiring.simulatedClients(clock, sandbox.endpoint())) {
                Asking all = wiring.asking(clients, Pauses::none, Demo.ENDPOINT);
                Asking asking = new Asking(
                        all.endpoint(),
                        all.home(),
                        all.plan(),
                        all.landscape(),
                        all.collectors().stream()
                                .filter(c -> c.source().key().equals("iam.credential-report"))
                                .toList(),
                        all.line(),
                        all.guard(),
                        all.causes(),
                        all.limits(),
                        1);
                AssessRun assess = new AssessRun(
                        vault, wiring.catalog(), new Evaluator(book, wiring.catalog(), ZoneOffset.UTC), book);
                Played played = new Played(scenario, vault, wiring, clock, sandbox, asking, assess);
                for (YearMonth month = YearMonth.from(UserScenario.FIRST);
                        !month.isAfter(YearMonth.from(UserScenario.LAST));
                        month = month.plusMonths(1)) {
                    played.month(month);
                }
            }
        }
    }

    private static Instant due(LocalDate night) {
        return night.atTime(2, 15).toInstant(ZoneOffset.UTC);
    }

    /** Two tests of the shipped book, two units, and limits that can be missed within three months. */
    private static Book book(Book shipped) {
        List<Assertion> tests = shipped.assertions().stream()
                .filter(test -> TESTS.containsValue(test.id()))
                .map(FindingOracleTest::serving)
                .toList();
        Map<String, Parameter> parameters = new HashMap<>(shipped.parameters());
        GRAVE.forEach((wrong, severity) -> parameters.computeIfPresent(
                "mend_days_" + severity.name().toLowerCase(java.util.Locale.ROOT),
                (name, p) ->
                        new Parameter(name, (long) FindingOracle.limit(wrong), p.unit(), p.policy(), p.position())));
        return new Book(
                new Framework("rule", "A rule", "as printed", "", List.of(unit("1(a)"), unit("1(b)"))),
                tests,
                List.of(),
                List.of(),
                shipped.scope(),
                parameters,
                shipped.registers(),
                List.of(),
                List.of(),
                Map.of(),
                "b00c".repeat(16));
    }

    private static Control unit(String citation) {
        return new Control(citation, "", "", "A unit", Obligation.REQUIRED, "", "", Map.of(), "", "", "");
    }

    private static Assertion serving(Assertion t) {
        Link link = new Link(Strength.DIRECT, "it does");
        Map<String, Link> serves = t.id().equals("IAM-01") ? Map.of("1(a)", link, "1(b)", link) : Map.of("1(b)", link);
        return new Assertion(
                t.id(),
                t.says(),
                t.timing(),
                t.source(),
                t.with(),
                t.where(),
                t.expect(),
                t.across(),
                t.vanished(),
                t.deviation(),
                t.remedy(),
                t.severity(),
                t.limit(),
                t.proof(),
                t.parameters(),
                serves,
                t.position(),
                t.places());
    }

    /** A scenario as it is played, and what is checked of each month. */
    private record Played(
            UserScenario scenario,
            Vault vault,
            Wiring wiring,
            SimulatedClock clock,
            Sandbox sandbox,
            Asking asking,
            AssessRun assess) {

        void month(YearMonth month) throws IOException {
            for (LocalDate night : scenario.nights()) {
                if (YearMonth.from(night).equals(month) && scenario.kind(night) != Night.MISSED) {
                    collect(night);
                }
            }
            Period period = new Period(month.atDay(1), month.atEndOfMonth(), ZoneOffset.UTC);
            clock.begin(period.end());
            PackRun pack = wiring.packRun(vault, assess.book(), assess, clock);
            PackContent content = PackContents.of(pack, "EH-" + month, period, vault, period.end());
            check(month, content);
            vault.sealPack("EH-" + month, "5e".repeat(32));
        }

        private void collect(LocalDate night) throws IOException {
            clock.begin(due(night));
            sandbox.now(due(night));
            sandbox.cast(Map.of("111122223333", scenario.users(night)));
            sandbox.faults(scenario.faults(night));
            MissedRuns.seal(vault, wiring.settings().schedule().collect(), due(night));
            CollectRun run = wiring.collectRun(vault, asking, clock, assess.book());
            assess.seal(run.collect(due(night)));
        }

        private void check(YearMonth month, PackContent content) {
            FindingOracle oracle = new FindingOracle(scenario);
            List<Case> cases = oracle.cases(month);
            Map<String, Object> model = PrintedModel.of(content);
            findings(cases, content);
            coverage(oracle, month, content, model);
            printed(cases, month, (Map<String, Object>) model.get("times"));
            changes(oracle, month, content);
        }

        /** Each one by name: since when, when closed, how long, how much beyond its limit. */
        private void findings(List<Case> cases, PackContent content) {
            LocalDate end = content.assessment().period().last();
            Map<String, String> expected = new TreeMap<>();
            cases.forEach(c -> expected.put(
                    TESTS.get(c.wrong()) + " " + c.user(),
                    c.since() + " " + c.censored() + " " + c.closed() + " " + c.days(end) + " " + c.beyond(end) + " "
                            + c.stretches().stream()
                                    .map(s -> s.from() + "/" + s.until() + "/" + s.gone())
                                    .toList()));
            Map<String, String> found = new TreeMap<>();
            for (Finding f : new Findings(content.assessment()).all()) {
                found.put(
                        f.test().assertion().id() + " " + f.history().key().replaceAll("^.*user/(u\\d\\d).*$", "$1"),
                        f.history().firstSeen() + " " + f.history().orBefore() + " "
                                + f.history().closed() + " "
                                + f.days() + " " + f.daysLate() + " "
                                + f.history().spells().stream()
                                        .map(s -> s.opened() + "/" + s.closed() + "/" + s.gone())
                                        .toList());
            }
            assertThat(found).isEqualTo(expected);
        }

        private void coverage(FindingOracle oracle, YearMonth month, PackContent content, Map<String, Object> model) {
            long read = oracle.count(month, Night.READ);
            long blind = oracle.count(month, Night.BLIND);
            Map<String, Object> summary = (Map<String, Object>) model.get("summary");
            Map<String, String> days = new HashMap<>();
            ((List<Map<String, String>>) summary.get("calendar"))
                    .forEach(row -> days.put(row.get("kind"), row.get("count")));
            assertThat(summary.get("sealed")).isEqualTo(String.valueOf(read + blind));
            assertThat(days.getOrDefault("COMPLETE", "0")).isEqualTo(String.valueOf(read));
            assertThat(days.getOrDefault("PARTLY", "0")).isEqualTo(String.valueOf(blind));
            assertThat(days.getOrDefault("NOT_COLLECTED", "0"))
                    .isEqualTo(String.valueOf(oracle.count(month, Night.MISSED)));
            for (Wrong wrong : Wrong.values()) {
                TestResult test = test(content, wrong);
                assertThat(test.daysJudged()).isEqualTo((int) (read + blind));
                assertThat(test.daysUnknown()).isEqualTo((int) blind);
                assertThat(test.daysDeviating()).isEqualTo((int) oracle.wrongNights(month, wrong));
                assertThat(test.verdict().words()).isEqualTo(oracle.verdict(month, wrong));
            }
        }

        private static TestResult test(PackContent content, Wrong wrong) {
            return content.assessment().tests().stream()
                    .filter(t -> t.assertion().id().equals(TESTS.get(wrong)))
                    .findFirst()
                    .orElseThrow();
        }

        /** What stands in the tables of the pack. */
        private static void printed(List<Case> cases, YearMonth month, Map<String, Object> times) {
            LocalDate end = month.atEndOfMonth();
            for (Wrong wrong : Wrong.values()) {
                List<Case> of = cases.stream().filter(c -> c.wrong() == wrong).toList();
                assertThat(row(times.get("balance"), wrong, "start found opened reopened closed open gone"))
                        .isEqualTo(FindingOracle.account(of, month.atDay(1), end));
                assertThat(row(times.get("took"), wrong, "closed gone within late notKnown timed median ninety"))
                        .isEqualTo(FindingOracle.times(of, end));
            }
            List<String> weeks = new ArrayList<>();
            for (Map<String, String> week :
                    (List<Map<String, String>>) ((Map<String, Object>) times.get("weeks")).get("rows")) {
                weeks.add(month.getYear() + "-" + week.get("days").substring(0, 5) + " " + week.get("came") + " "
                        + week.get("found") + " " + week.get("closed") + " " + week.get("open"));
            }
            assertThat(weeks).isEqualTo(FindingOracle.weeks(cases, month));
            assertThat(((Map<String, Object>) times.get("lateOpen")).get("count"))
                    .isEqualTo(String.valueOf(cases.stream()
                            .filter(c -> c.closed() == null && c.beyond(end) > 0)
                            .count()));
        }

        private static String row(Object rows, Wrong wrong, String columns) {
            Map<String, Object> row = ((List<Map<String, Object>>) rows)
                    .stream()
                            .filter(r ->
                                    r.get("name").equals(GRAVE.get(wrong).name().toLowerCase(java.util.Locale.ROOT)))
                            .findFirst()
                            .orElseThrow();
            return String.join(
                    " ",
                    Stream.of(columns.split(" ")).map(c -> (String) row.get(c)).toList());
        }

        private void changes(FindingOracle oracle, YearMonth month, PackContent content) {
            YearMonth before = month.minusMonths(1);
            if (month.equals(YearMonth.from(UserScenario.FIRST))) {
                assertThat(content.since()).isEmpty();
                return;
            }
            SincePrevious since = content.since().orElseThrow();
            List<String> tests = new ArrayList<>();
            for (Wrong wrong : List.of(Wrong.NO_MFA, Wrong.OLD_KEY)) {
                String change =
                        TESTS.get(wrong) + " " + oracle.verdict(before, wrong) + " " + oracle.verdict(month, wrong);
                if (!oracle.verdict(before, wrong).equals(oracle.verdict(month, wrong))) {
                    tests.add(change);
                }
                assertThat(since.findings().get(GRAVE.get(wrong)).open())
                        .isEqualTo(oracle.cases(month).stream()
                                .filter(c -> c.wrong() == wrong && c.closed() == null)
                                .count());
                assertThat(since.findings().get(GRAVE.get(wrong)).start())
                        .isEqualTo(oracle.cases(before).stream()
                                .filter(c -> c.wrong() == wrong && c.closed() == null)
                                .count());
            }
            assertThat(since.tests())
                    .extracting(t -> t.assertion() + " " + t.before().verdict().words() + " "
                            + t.after().verdict().words())
                    .isEqualTo(tests);
            assertThat(since.units())
                    .extracting(u -> u.citation() + " " + u.before() + " " + u.after())
                    .isEqualTo(units(oracle, before, month));
            assertThat(since.populations().orElseThrow())
                    .extracting(p -> p.reading() + " " + p.before() + " " + p.after())
                    .isEqualTo(populations(oracle, before, month));
        }

        /** 1(a) stands on the first test, 1(b) on the graver of both. */
        private static List<String> units(FindingOracle oracle, YearMonth before, YearMonth month) {
            List<String> changed = new ArrayList<>();
            String one = oracle.conclusion(before, Wrong.NO_MFA);
            if (!one.equals(oracle.conclusion(month, Wrong.NO_MFA))) {
                changed.add("1(a) " + KINDS.get(one) + " " + KINDS.get(oracle.conclusion(month, Wrong.NO_MFA)));
            }
            if (!graver(oracle, before).equals(graver(oracle, month))) {
                changed.add("1(b) " + KINDS.get(graver(oracle, before)) + " " + KINDS.get(graver(oracle, month)));
            }
            return changed;
        }

        private static String graver(FindingOracle oracle, YearMonth month) {
            List<String> both =
                    List.of(oracle.conclusion(month, Wrong.NO_MFA), oracle.conclusion(month, Wrong.OLD_KEY));
            return Stream.of("FAIL", "INCONCLUSIVE", "MENDED", "PASS", "NOT APPLICABLE")
                    .filter(both::contains)
                    .findFirst()
                    .orElseThrow();
        }

        /** A user here has one key, and the root user none, but a row of the report; of what could not be judged at the end there is nothing. */
        private List<String> populations(FindingOracle oracle, YearMonth before, YearMonth month) {
            List<String> changes = new ArrayList<>();
            for (int root = 0; root < 2; root++) {
                long then = rows(oracle, before, root);
                long now = rows(oracle, month, root);
                if (then != now) {
                    changes.add((root == 0 ? "iam.access-keys " : "iam.credential-report ") + then + " " + now);
                }
            }
            return changes;
        }

        private long rows(FindingOracle oracle, YearMonth month, int root) {
            return oracle.verdict(month, Wrong.NO_MFA).equals("INCONCLUSIVE")
                    ? 0
                    : root + scenario.users(oracle.last(month)).size();
        }
    }
}
