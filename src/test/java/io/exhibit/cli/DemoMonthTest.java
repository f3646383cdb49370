package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import io.exhibit.OneJdk;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.cli.demo.Demo;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.packs.PackCommand;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.AssessJson;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.render.forms.Rfc4180;
import io.exhibit.run.ChangesJson;
import io.exhibit.run.Edition;
import io.exhibit.run.PackRun;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.seal.PackVault;
import io.exhibit.seal.Statement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The month of the demo through the whole job: what the story plants, the pack tells. */
@OneJdk
class DemoMonthTest {

    @TempDir
    private static Path folder;

    private static PackRun.Bound pack;
    private static PeriodAssessment month;
    private static String text;

    @BeforeAll
    static void collectTheMonth() throws IOException {
        pack = new Demo(folder.resolve("demo"), Consoles.quiet())
                .run(DemoMonth.nights().size());
        month = pack.assessment();
        try (PDDocument pdf = Loader.loadPDF(pack.file().toFile())) {
            text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
    }

    @Test
    void anOperatorWouldHaveBeenToldOnceOfWhatTheStoryPlants() throws IOException {
        List<String> told = new ToldMonth(folder.resolve("demo/exhibit.yaml")).of(Set.of(2, 12, 13, 16, 19, 20));

        String policy =
                "blind:scp_denied arn:aws:organizations::111122223333:policy/o-exh1b1torg/service_control_policy"
                        + "/p-quarant1";
        assertThat(told)
                .containsExactly(
                        "2 NEW entry:document:MAN-04",
                        "2 NEW report:ART-04",
                        "12 NEW certificate:TLS-04",
                        "12 NEW deadline:ENC-06",
                        "12 CHANGED entry:document:MAN-04",
                        "12 NEW finding:ENC-06",
                        "12 CHANGED report:ART-04",
                        "13 NEW " + policy,
                        "16 OVER " + policy,
                        "19 NEW collection:2026-10-19T02:15:00Z",
                        "19 CHANGED deadline:ENC-06",
                        "19 NEW finding:IAM-24",
                        "19 NEW report:ART-09",
                        "19 OVER report:ART-04",
                        "20 OVER collection:2026-10-19T02:15:00Z",
                        "20 CHANGED deadline:ENC-06");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amara.okafor",
                "j.lindqvist",
                "svc-claims-export",
                "p.ferreira",
                "claims-bastion",
                "portal-db",
                "claims-archive",
                "portal-legacy",
                "RA-2026-04",
                "vendor-monitoring",
                "888877776666",
                "audit-firm-read",
                "old-report-builder",
                "p-quarant1",
                "denied by a control policy of the organization",
                "BitcoinTool",
                "CVE-2026-22222",
                "CVE-2026-18180",
                "SOC 2 Type 2 Report, version 8",
                "intake-pilot",
                "HarborviewStaff",
                "=cmd-calc+A1@claims",
                "\\u{202E}<b>",
                "no run began",
                "SIMULATED, not AWS",
                "Default mapping, not professionally reviewed",
            })
    void whatTheStoryPlantsStandsInThePack(String planted) {
        assertThat(text).contains(planted.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30 runs with evidence, 1 missed",
                "In scope 15 calls brought no answer and 0 were not made",
                "Completeness tests",
                "no sealed collection for 2026-10-19",
                "The general rules of 164.306 are not units of their own",
                "7 identity providers and 12 roles of IAM Identity Center",
                "SHA-256 of templates",
                "evidence-format.md",
                "none in this log",
            })
    void whatThePackSaysOfItselfIsTrue(String said) {
        assertThat(text).contains(said.replace(" ", ""));
    }

    @Test
    void programsReadNoPassOrFailUnderAParagraph() throws IOException {
        JsonNode results = new ObjectMapper().readTree(AssessJson.of("2026-10", month));

        assertThat(results.path("controls")).hasSize(68);
        assertThat(results.path("controls").findValuesAsText("citation")).doesNotHaveDuplicates();
        for (JsonNode control : results.path("controls")) {
            String word = control.path("verdict").asText();
            assertThat(word)
                    .isIn(
                            "no-deviation",
                            "no-deviation-documents-not-current",
                            "mended",
                            "deviations",
                            "not-fully-evaluated",
                            "documents-only",
                            "documents-not-current",
                            "not-applicable");
            assertThat(word.equals("deviations"))
                    .as(control.path("citation").asText())
                    .isEqualTo(control.path("conclusion").asText().startsWith("Deviations"));
            if (word.equals("no-deviation")) {
                assertThat(control.path("tested").asInt()).isPositive();
            }
        }
        assertThat(word(results, "164.308(a)(2)")).isEqualTo("documents-only");
        assertThat(results.path("controls").findValues("assertions").toString())
                .contains("\"verdict\":\"pass\"")
                .contains("\"verdict\":\"fail\"");
    }

    /** The list that lies in the pack is the ground of each test: its things are those that the test counts, of the last day or of all. */
    @Test
    void whatATestIsOfCanBeCountedInItsList() throws IOException {
        List<List<String>> index = table("populations/index.csv");
        List<String> head = index.get(0);
        List<String> unlisted = new ArrayList<>();
        for (List<String> row : index.subList(1, index.size())) {
            TestResult test = month.tests().stream()
                    .filter(t -> t.assertion().id().equals(row.get(head.indexOf("test"))))
                    .findFirst()
                    .orElseThrow();
            long rows = Long.parseLong(row.get(head.indexOf("rows")));
            if (rows == 0 && test.things() > 0) {
                unlisted.add(test.assertion().id());
            } else {
                assertThat(rows - Long.parseLong(row.get(head.indexOf("places"))))
                        .as(test.assertion().id())
                        .isEqualTo(test.things());
                if (rows > 0 && !test.assertion().ofWholePeriod()) {
                    assertThat(states(test))
                            .as(test.assertion().id())
                            .isEqualTo(test.counted().deviating() + " "
                                    + test.counted().accepted() + " "
                                    + test.counted().inconclusive());
                }
            }
        }
        assertThat(unlisted).as("what the pack finds when it is bound").containsExactly("COL-03", "COL-04");
    }

    /** How many rows of its list deviate, are accepted, and could not be judged. */
    private static String states(TestResult test) throws IOException {
        List<List<String>> list = table("populations/" + test.assertion().id() + ".csv");
        List<String> states =
                list.stream().map(row -> row.get(list.get(0).indexOf("state"))).toList();
        return Collections.frequency(states, "deviates") + " " + Collections.frequency(states, "accepted") + " "
                + Collections.frequency(states, "inconclusive");
    }

    /** From a finding to its answer: the slice that the table names is zstd by itself, and has the item in it. */
    @Test
    void aFindingIsInTheSliceOfRawAnswersThatTheTableNames() throws IOException {
        List<List<String>> findings = table("findings.csv");
        List<String> head = findings.get(0);
        int looked = 0;
        for (List<String> row : findings.subList(1, findings.size())) {
            String key = row.get(head.indexOf("key"));
            if (key.matches("(vol|snap|vpc)-[0-9a-f]{17}")) {
                assertThat(slice(head, row)).contains(key);
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(10);
    }

    /** From any item to its answer, also one that conforms; a row without a slice says why. */
    @Test
    void anItemOfAPopulationIsInTheSliceThatItsRowNames() throws IOException {
        List<List<String>> volumes = table("populations/ENC-02.csv");
        List<String> head = volumes.get(0);
        assertThat(volumes).hasSizeGreaterThan(5);
        for (List<String> row : volumes.subList(1, volumes.size())) {
            if (row.get(head.indexOf("kind")).equals("thing")) {
                assertThat(slice(head, row)).contains(row.get(head.indexOf("key")));
            }
        }
        for (String name : List.of("findings.csv", "populations/GD-05.csv", "populations/IAM-16.csv")) {
            List<List<String>> rows = table(name);
            List<String> names = rows.get(0);
            assertThat(rows.subList(1, rows.size()))
                    .as(name)
                    .allSatisfy(row -> assertThat(
                                    row.get(names.indexOf("why_none")).isEmpty())
                            .isNotEqualTo(row.get(names.indexOf("length")).isEmpty()));
        }
        List<List<String>> detectors = table("populations/GD-05.csv");
        assertThat(slice(detectors.get(0), detectors.get(1)))
                .as("what an account and region is held against")
                .contains("Exhibit-Source: guardduty.detectors");
    }

    private static String slice(List<String> head, List<String> row) throws IOException {
        byte[] file = Files.readAllBytes(folder.resolve("demo/vault").resolve(row.get(head.indexOf("file"))));
        int offset = Integer.parseInt(row.get(head.indexOf("offset")));
        int length = Integer.parseInt(row.get(head.indexOf("length")));
        try (InputStream slice = new ZstdInputStream(new ByteArrayInputStream(file, offset, length))) {
            return new String(slice.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<List<String>> table(String name) throws IOException {
        try (ZipFile zip = new ZipFile(pack.zip().orElseThrow().toFile())) {
            return Rfc4180.parse(new String(
                    zip.getInputStream(zip.stream()
                                    .filter(e -> e.getName().endsWith("/" + name))
                                    .findFirst()
                                    .orElseThrow())
                            .readAllBytes(),
                    StandardCharsets.UTF_8));
        }
    }

    private static String word(JsonNode results, String citation) {
        for (JsonNode control : results.path("controls")) {
            if (control.path("citation").asText().equals(citation)) {
                return control.path("verdict").asText();
            }
        }
        throw new AssertionError("no control " + citation);
    }

    @Test
    void thePackNamesTheCommandThatChecksIt() {
        assertThat(text).contains("exhibitverifyEH-2026-10.zip").doesNotContain("1accountcouldnotberead");
    }

    @Test
    void theMissedNightIsADayOfThePeriodAndNothingElseSuffersFromIt() {
        assertThat(month.days()).hasSize(31);
        Day missed = month.days().get(DemoMonth.MISSED_NIGHT.getDayOfMonth() - 1);
        assertThat(missed.run())
                .hasValueSatisfying(run -> assertThat(run.outcome()).isEqualTo(Outcome.MISSED));
        assertThat(test("COL-03").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(test("ROOT-02").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void theThreeDaysOfTheDeniedRegionAreTheOnlyIncompleteOnes() {
        assertThat(month.days())
                .filteredOn(day -> day.run().orElseThrow().outcome() == Outcome.GAPS)
                .extracting(Day::date)
                .containsExactly(LocalDate.of(2026, 10, 13), LocalDate.of(2026, 10, 14), LocalDate.of(2026, 10, 15));
    }

    @Test
    void theJoinerWithoutMfaWasSeenAndItWasMended() {
        assertThat(test("IAM-01").histories())
                .filteredOn(history -> history.key().endsWith("amara.okafor"))
                .singleElement()
                .satisfies(history -> {
                    assertThat(history.firstSeen()).isEqualTo(LocalDate.of(2026, 10, 8));
                    assertThat(history.lastSeen()).isEqualTo(LocalDate.of(2026, 10, 12));
                    assertThat(history.closed()).isEqualTo(LocalDate.of(2026, 10, 13));
                });
    }

    @Test
    void anAnalyzerAndAScannerThatWereSwitchedOnCloseTheirFindingsOnThatDay() {
        assertThat(closed("AA-01", "555566667777/eu-west-1")).isEqualTo(LocalDate.of(2026, 10, 16));
        assertThat(closed("INS-01", "444455556666/us-west-2")).isEqualTo(LocalDate.of(2026, 10, 11));
    }

    private static LocalDate closed(String id, String key) {
        return test(id).histories().stream()
                .filter(history -> history.key().equals(key))
                .findFirst()
                .orElseThrow()
                .closed();
    }

    @Test
    void thePackComesOutTheSameFromTheSettingsThatTheDemoLeaves() throws IOException {
        Settings left = SettingsReader.read(folder.resolve("demo/exhibit.yaml"));
        SimulatedClock later = new SimulatedClock(DemoMonth.FIRST_RUN.plus(Duration.ofDays(40)));

        PackRun.Bound again = PackCommand.bind(new Wiring(left, Consoles.quiet()), DemoMonth.MONTH, later);

        assertThat(again.file()).isEqualTo(pack.file());
        assertThat(again.sha256()).isEqualTo(pack.sha256());
    }

    @Test
    void thePackAndTheVaultAreVerifiedWithTheKeyThatTheDemoLeaves() throws IOException {
        String key = folder.resolve("demo/keys/exhibit.pub.pem").toString();
        String zip = pack.zip().orElseThrow().toString();
        String vault = folder.resolve("demo/vault").toString();
        Path checkpoint = folder.resolve("demo/vault/checkpoint");
        assertThat(verify(zip, "--key", key)).isZero();
        assertThat(verify(vault, "--key", key, "--since", checkpoint.toString()))
                .isZero();
        assertThat(verify(zip)).as("nobody says whose it is").isEqualTo(ExitCode.VERIFICATION_INCOMPLETE);
        assertThat(verify(pack.file().toString(), "--key", key)).isEqualTo(ExitCode.VERIFICATION_FAILED);
        assertThat(verify(zip, "--key", zip)).isEqualTo(ExitCode.FILE);
        assertThat(verify(zip, "--key", key, "--since", key)).isEqualTo(ExitCode.FILE);
        assertThat(verify(folder.resolve("nothing.zip").toString())).isEqualTo(ExitCode.MISSING);
    }

    /** What was approved is what the nights after it were judged by, and no entry of a book is younger than its approval. */
    @Test
    void eachBookOfTheMonthIsToldWithItsApprovalItsNightsAndItsChanges() {
        assertThat(month.bookChanges()).extracting(LocalDate::getDayOfMonth).containsExactly(6, 14, 22, 27, 31);
        assertThat(text)
                .contains(
                        "2026-10-0515:40UTC,effectivefrom2026-10-06",
                        "2026-10-14to2026-10-18,2026-10-20to2026-10-21",
                        "Thresholdsoc2_max_gap_daysis120days(VEN-02section3,revisedon2026-10-21),andwas190days",
                        "DocumentsofOctober,seenandfiled")
                .doesNotContain("Nobodyapprovedthisbook");
    }

    /** What no reading tells is the entity's word, with its person and day. */
    @Test
    void thePackSaysWhyNobodyCollectedAndWhoAcceptedTermsAndWhetherTheListOfDutiesIsWhole() {
        assertThat(text)
                .contains(
                        "Causebytheentity'sregistermissed_runs:Thehostofthecollectorwasbeingpatched",
                        "EnteredbyMaraDelacroix,PlatformLeadon2026-10-19,CHG-2236.",
                        "byitsregisteraccepted_terms,byOttoFiction,GeneralCounselon2025-11-18",
                        "version8ofSOC2Type2ReportwasreadbyPaulPlaceholder,ComplianceManager(enteredon2026-10-21),who"
                                + "counted7dutiesinit.Allofthemareonthislist.")
                .contains("Fetchedon2026-10-3102:15UTCfromAWSArtifactin");
    }

    /** Between the last night on which a list was read and the first on which it was otherwise. */
    @Test
    void everyChangeOfTheStoryStandsInThePackBetweenItsNights() throws IOException {
        JsonNode told = changes();
        List<String> changes = new ArrayList<>();
        told.path("changes")
                .forEach(change -> changes.add(String.join(
                        " ",
                        day(change, "before"),
                        day(change, "seen"),
                        change.path("kind").asText() + ":",
                        change.path("name").asText(),
                        change.path("change").asText(),
                        change.path("approval").path("reference").asText("-"))));
        assertThat(changes)
                .containsExactlyInAnyOrder(
                        "17 18 Accounts: intake-pilot removed ",
                        "12 13 Service control policies: QuarantineEuWest1 added CHG-2203",
                        "15 16 Service control policies: QuarantineEuWest1 changed CHG-2203",
                        "17 18 Service control policies: FullAWSAccess changed -",
                        "17 18 Resource control policies: RCPFullAWSAccess changed -",
                        "26 27 Resource control policies: OurPrincipalsOnly changed CHG-2247",
                        "27 28 Resource control policies: OurPrincipalsOnly changed CHG-2247",
                        "14 15 Delegated administrators: sandbox added CHG-2238",
                        "16 17 Delegated administrators: sandbox removed CHG-2238",
                        "07 08 IAM users: amara.okafor added -",
                        "13 14 IAM users: p.ferreira changed -",
                        "15 16 IAM users: p.ferreira changed -",
                        "16 17 IAM users: tmp-migration removed -",
                        "11 12 IAM roles: vendor-monitoring added -",
                        "24 25 IAM roles: vendor-monitoring removed -",
                        "05 06 Passwords and MFA of users: j.lindqvist changed -",
                        "12 13 Passwords and MFA of users: amara.okafor changed -",
                        "25 26 Passwords and MFA of users: <root_account> changed -",
                        "02 03 Access keys: svc-backup added -",
                        "06 07 Access keys: svc-backup changed -",
                        "16 17 Access keys: tmp-migration removed -",
                        "21 22 Access keys: j.lindqvist changed -",
                        "26 27 Access keys: svc-claims-export added -",
                        "27 28 Access keys: svc-claims-export changed -",
                        "05 06 Virtual MFA devices: j.lindqvist removed -",
                        "12 13 Virtual MFA devices: amara.okafor added -",
                        "25 26 Virtual MFA devices:  added -",
                        "13 14 Credentials for one service: c.oyelaran added -",
                        "22 23 Credentials for one service: c.oyelaran changed -",
                        "20 21 Password policies:  changed -",
                        "18 20 Identity Center assignments:  added -",
                        "23 24 Identity Center assignments:  removed -",
                        "07 08 Identity Center users: amara.okafor added -",
                        "12 13 Identity Center users: j.lindqvist changed -",
                        "07 08 Members of groups that open accounts: amara.okafor added -",
                        "12 13 Members of groups that open accounts: j.lindqvist removed -",
                        "08 09 KMS keys: alias/trial changed -",
                        "18 20 KMS keys: alias/claims-intake added CHG-2231",
                        "20 21 KMS keys: alias/claims-archive changed -",
                        "09 10 Security group rules: claims-bastion added -",
                        "12 13 Security group rules: claims-bastion removed -",
                        "22 23 Security group rules: portal-db added -",
                        "23 24 Security group rules: portal-db removed -",
                        "22 23 Network ACL entries:  added -",
                        "23 24 Network ACL entries:  removed -",
                        "08 09 Web ACLs: portal-edge changed CHG-2199",
                        "10 11 Web ACLs: portal-edge changed CHG-2199",
                        "17 18 Web ACLs: portal-edge changed CHG-2199");
        assertThat(text).contains("48changeswereseenbetween30sealednights", "AdaExemplar,SecurityOfficial,2026-07-20");
    }

    /** What changed on the first night of a period is told from the night before it, which is in the pack for that. */
    @Test
    void aPeriodThatBeginsInTheMiddleCarriesTheNightThatItsChangesAreCountedFrom() throws IOException {
        Path zip = bound(SettingsReader.read(folder.resolve("demo/exhibit.yaml")), 13, 14);
        try (PackVault vault = PackVault.open(zip, Optional.empty())) {
            assertThat(vault.meaning().baseline()).isEqualTo("2026-10-12T021500Z");
            assertThat(vault.meaning().runs())
                    .extracting(Statement.Ran::id)
                    .containsExactly("2026-10-13T021500Z", "2026-10-14T021500Z");
            assertThat(new ObjectMapper().readTree(vault.file(ChangesJson.NAME)).findValuesAsText("name"))
                    .contains("QuarantineEuWest1", "claims-bastion");
        }
        Consoles console = Consoles.listening();
        int code = deep(console, zip);
        assertThat(code).as(console.out()).isEqualTo(ExitCode.DONE);
    }

    /** An account that left unapproved a week before the period deviates in it, and no day of the pack shows that it was ever there. */
    @Test
    void whatHadGoneBeforeThePeriodCannotBeJudgedFromThePackAlone() throws IOException {
        Path unapproved = folder.resolve("unapproved");
        try (Stream<Path> files = Files.walk(folder.resolve("demo/organization"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = unapproved.resolve(
                        folder.resolve("demo/organization").relativize(file).toString());
                Files.createDirectories(to.getParent());
                if (!to.endsWith("account_closures.yaml")) {
                    Files.copy(file, to);
                }
            }
        }
        Path zip =
                bound(SettingsReader.read(folder.resolve("demo/exhibit.yaml")).withOrganization(unapproved), 24, 24);
        Consoles console = Consoles.listening();
        int code = deep(console, zip);
        assertThat(console.out()).containsPattern("NOT CHECKED +MONTH .*ORG-05");
        assertThat(code).isEqualTo(ExitCode.VERIFICATION_INCOMPLETE);
    }

    private static Path bound(Settings settings, int first, int last) throws IOException {
        Wiring wiring = new Wiring(settings, Consoles.quiet());
        Period days = new Period(
                DemoMonth.MONTH.atDay(first),
                DemoMonth.MONTH.atDay(last),
                settings.schedule().zone());
        return PackCommand.bind(
                        wiring,
                        Edition.first(settings.packSeries(), days),
                        days,
                        new SimulatedClock(DemoMonth.FIRST_RUN.plus(Duration.ofDays(40))))
                .zip()
                .orElseThrow();
    }

    private static int deep(Consoles console, Path zip) {
        return Main.run(
                console.console(),
                "verify",
                zip.toString(),
                "--key",
                folder.resolve("demo/keys/exhibit.pub.pem").toString(),
                "--deep");
    }

    private static String day(JsonNode change, String night) {
        return change.path(night).path("day").asText().replace("2026-10-", "");
    }

    private static JsonNode changes() throws IOException {
        try (ZipFile zip = new ZipFile(pack.zip().orElseThrow().toFile())) {
            return new ObjectMapper().readTree(zip.getInputStream(zip.getEntry("EH-2026-10/data/" + ChangesJson.NAME)));
        }
    }

    /** Under the control policy the filters of GuardDuty could not be read on three nights; none of them was removed. */
    @Test
    void whatASourceCouldNotReadHasNotGone() throws IOException {
        List<JsonNode> denied = new ArrayList<>();
        changes().path("unread").forEach(spell -> {
            if (!spell.path("why").asText().contains("not active")) {
                denied.add(spell);
            }
        });
        assertThat(denied).singleElement().satisfies(spell -> {
            assertThat(spell.path("reading").asText()).isEqualTo("guardduty.filters");
            assertThat(spell.path("last").asText()).isEqualTo("2026-10-12");
            assertThat(spell.path("from").asText()).isEqualTo("2026-10-13");
            assertThat(spell.path("until").asText()).isEqualTo("2026-10-15");
            assertThat(spell.path("again").asText()).isEqualTo("2026-10-16");
        });
        assertThat(changes().path("changes").findValuesAsText("kind")).doesNotContain("Suppression rules");
    }

    private static int verify(String... arguments) {
        return Main.run(
                Consoles.quiet(),
                Stream.concat(Stream.of("verify"), Stream.of(arguments)).toArray(String[]::new));
    }

    /** The row of the summary and the sentence on the unit's page come from the same month by two ways. */
    @Test
    void theSummaryCountsForEachUnitWhatItsSentenceSays() {
        Pattern sentence = Pattern.compile("Deviations in (\\d+ of \\d+) tests?: .*");
        Pattern documents = Pattern.compile(".*; (\\d+ of \\d+) documents? not current .*");
        int rows = 0;
        for (ControlResult unit : month.controls()) {
            Matcher deviations = sentence.matcher(unit.conclusion());
            if (deviations.matches()) {
                Matcher wanting = documents.matcher(unit.conclusion());
                String row = unit.control().citation() + unit.control().title()
                        + unit.control().owner() + "Deviations";
                String counts = deviations.group(1) + "[0-9]+ of [0-9]+"
                        + (wanting.matches() ? wanting.group(1) : "(0 of [0-9]+|–)");
                assertThat(text)
                        .containsPattern(Pattern.quote(row.replaceAll("\\s", "")) + "(critical|high|medium|low)"
                                + counts.replace(" ", ""));
                rows++;
            }
        }
        assertThat(rows).isGreaterThan(25);
    }

    @Test
    void noConclusionPutsPassOrFailUnderAParagraphOfLaw() {
        assertThat(month.controls()).hasSize(68);
        assertThat(month.controls())
                .extracting(ControlResult::conclusion)
                .noneMatch(conclusion -> conclusion.matches("(?i).*\\b(pass|fail|compliant)(ed|s)?\\b.*"));
    }

    private static TestResult test(String id) {
        return month.tests().stream()
                .filter(test -> test.assertion().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
