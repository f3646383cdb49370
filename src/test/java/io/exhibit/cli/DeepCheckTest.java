package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.OneJdk;
import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.Verdict;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.desk.ConsoleCommand;
import io.exhibit.cli.desk.InvitationShelf;
import io.exhibit.cli.desk.PackRooms;
import io.exhibit.cli.desk.VaultDesk;
import io.exhibit.cli.desk.VisitFile;
import io.exhibit.cli.packs.PackCommand;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.AssessJson;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.console.Browser;
import io.exhibit.console.ConsoleServer;
import io.exhibit.console.Hand;
import io.exhibit.console.PageList;
import io.exhibit.console.PageLook;
import io.exhibit.console.Shown;
import io.exhibit.console.door.Doorway;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.render.PackContent;
import io.exhibit.run.PackRun;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.seal.Checkpoint;
import io.exhibit.seal.Content;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.Meanings;
import io.exhibit.seal.PackVault;
import io.exhibit.seal.PackWriter;
import io.exhibit.seal.Profile;
import io.exhibit.seal.SealedContent;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Statement;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A pack whose signer holds the genuine key and lies: everything fits but what the evidence says. */
@OneJdk
class DeepCheckTest {

    private static final String LIE = "ROOT-01";

    /** What one framework says of its units, and no other. */
    private static final Pattern FOREIGN = Pattern.compile("164\\.3\\d\\d|45 CFR|OCR|[Pp]aragraph|[Aa]ddressable"
            + "|[Ii]mplementation specification|[Bb]usiness associate|words of the law|of the rule");

    @TempDir
    private static Path folder;

    private static Path demo;
    private static Path genuine;
    private static Path small;

    @BeforeAll
    static void bind() throws IOException {
        demo = folder.resolve("demo");
        MadeDemo.copy(demo);
        genuine = demo.resolve("packs/EH-2026-10.zip");
        // As it was, before tests lie in its vault.
        copy(demo, folder.resolve("elsewhere"));
        small = boundWithout();
    }

    @Test
    void aGenuinePackIsJudgedTheSame() {
        Map<String, String> steps = steps(ExitCode.DONE, genuine);

        assertThat(steps)
                .containsEntry("PAYLOADS", "OK")
                .containsEntry("VERDICTS", "OK")
                .containsEntry("MONTH", "OK")
                .containsEntry("CHANGES", "OK");
    }

    /** An auditor who was invited sees the month as the pack has it, whatever the log has by now. */
    @Test
    void theRoomOfAPackShowsWhatThePackSays() throws Exception {
        Settings settings = SettingsReader.read(demo.resolve("exhibit.yaml"));
        Wiring wiring = new Wiring(settings, Consoles.quiet());
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-02T09:00:00Z"));
        PackRooms rooms = new PackRooms(wiring, new VaultDesk(wiring, clock), clock);

        PackContent shown = Shown.of(rooms.standing("EH-2026-10"));
        try (PackVault pack = PackVault.open(genuine, Optional.empty())) {
            assertThat(AssessJson.of(
                            pack.meaning().first() + "/" + pack.meaning().last(), shown.assessment()))
                    .isEqualTo(new String(pack.file("assessment.json"), StandardCharsets.UTF_8));
            assertThat(rooms.<Long>reading(
                            "EH-2026-10",
                            then -> then.leaves().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()))
                    .isEqualTo(pack.meaning().log().size());
        }
        assertThatThrownBy(() -> rooms.standing("EH-2026-09")).hasMessageContaining("The log has no pack EH-2026-09.");
    }

    /** By keyboard alone, from the link to the answer of AWS in the room, and nowhere else; each page of the room as every page. */
    @Test
    void whoIsInvitedFollowsAClaimDownToTheRawAnswerInTheRoomOfThePack() throws Exception {
        Settings settings = SettingsReader.read(demo.resolve("exhibit.yaml"));
        Wiring wiring = new Wiring(settings, Consoles.quiet());
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-02T09:00:00Z"));
        InvitationShelf shelf = new InvitationShelf(settings, clock);
        String ticket = shelf.invite(
                "Ann Auditor, Example LLP",
                Set.of(PageList.PACK),
                clock.instant().plusSeconds(60),
                new byte[32]);
        try (Browser browser = Browser.open();
                ConsoleServer server = ConsoleCommand.server(
                        wiring,
                        settings.serving().console().at(0),
                        Doorway.HandedLinks.NONE,
                        new VisitFile(wiring, clock, new byte[32]),
                        clock,
                        Consoles.quiet())) {
            Hand keys = Hand.keyboard(browser);
            PageLook look = new PageLook(browser, server.base());
            browser.go(server.base() + "/enter?ticket=" + ticket);
            browser.untilFocused("button.main");
            browser.enter();
            assertThat(browser.text(By.id("main"))).contains("as it was issued at");
            assertThat(browser.text(By.className("who"))).contains("Ann Auditor, Example LLP");
            keys.press("form[action$='/verify'] button");
            assertThat(browser.all("table[aria-labelledby=steps] .st"))
                    .isNotEmpty()
                    .noneMatch(step -> step.getText().equals("FAIL"));
            keys.press("header a[href$='/units']");
            keys.press(".overview a[href$='/units/164.312%28d%29'], .overview a[href$='/units/164.312(d)']");
            assertThat(browser.text(By.tagName("main"))).as("it was issued").doesNotContain("so far");
            keys.press("main a[href*='/tests/IAM-01?show=deviating']");
            assertThat(browser.text(By.tagName("main"))).doesNotContain("so far");
            // It is laid out to be paged through, and comes when it is.
            browser.untilSays("main td", "kiosk-demo");
            keys.press("td a[href*='kiosk-demo']");
            assertThat(browser.address()).startsWith(server.base() + "/packs/" + PageList.PACK + "/tests/IAM-01/item?");
            assertThat(browser.text(By.cssSelector("section[aria-labelledby=raw]")))
                    .contains("kiosk-demo");
            assertThat(browser.text(By.id("digest"))).hasSize(64);
            String item = browser.address().replaceFirst(".*[?]", "");

            for (Map.Entry<String, String> page : PageList.ofPack().entrySet()) {
                look.at(page.getKey(), page.getValue().matches(".*[?&]$") ? page.getValue() + item : page.getValue());
            }
            for (String elsewhere : List.of("/2026-10", "/2026-10/book", "/visits", "/packs/EH-2026-09")) {
                browser.go(server.base() + elsewhere);
                assertThat(browser.text(By.tagName("h1"))).as(elsewhere).isEqualTo("Not shown");
            }
            shelf.revoke(shelf.all().get(0).id(), "Jane Roe, Privacy Officer");
            browser.go(server.base() + "/packs/" + PageList.PACK);
            assertThat(browser.text(By.id("main"))).contains("You are not in");
        }
    }

    /** Without a library of AWS's or of what prints, in a process of its own. */
    @Test
    void theSmallClassPathJudgesTheSame() throws Exception {
        VerifyClassPath small = new VerifyClassPath(Files.createDirectories(folder.resolve("small")));
        VerifyClassPath.Ended pack = small.run("verify", genuine.toString(), "--key", key(), "--deep", "--json");
        assertThat(pack.code()).as(pack.err()).isEqualTo(ExitCode.DONE);
        assertThat(statuses(pack.out())).isEqualTo(steps(ExitCode.DONE, genuine));
        VerifyClassPath.Ended vault =
                small.run("verify", demo.resolve("vault").toString(), "--key", key(), "--deep", "--json");
        assertThat(vault.code()).as(vault.err()).isEqualTo(ExitCode.VERIFICATION_INCOMPLETE);
        assertThat(statuses(vault.out())).containsEntry("EVIDENCE", "OK").containsEntry("PAYLOADS", "OK");
    }

    @Test
    void withoutAKeyNothingIsJudged() throws IOException {
        Consoles console = Consoles.listening();
        int code = Main.run(console.console(), "verify", genuine.toString(), "--deep", "--json");

        assertThat(code).isEqualTo(ExitCode.VERIFICATION_INCOMPLETE);
        assertThat(statuses(console.out())).containsEntry("PAYLOADS", "NOT_CHECKED");
    }

    @Test
    void whoDoesNotAskForItIsTold() throws IOException {
        Consoles console = Consoles.listening();
        int code = Main.run(console.console(), "verify", genuine.toString(), "--key", key(), "--json");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(statuses(console.out())).containsEntry("VERDICTS", "NOT_ASKED");
    }

    @Test
    void aMonthThatDoesNotFollowFromItsDaysIsFound() throws IOException {
        Path forged = forge(
                genuine,
                "assessment.json",
                text -> text.replaceFirst("\"verdict\" : \"deviations\"", "\"verdict\" : \"no-deviation\""));

        assertThat(steps(ExitCode.VERIFICATION_FAILED, forged))
                .containsEntry("SUBJECTS", "OK")
                .containsEntry("VERDICTS", "OK")
                .containsEntry("MONTH", "FAIL");
    }

    @Test
    void resultsInOscalThatDoNotFollowFromTheDaysAreFound() throws IOException {
        Path forged = forge(
                genuine,
                "oscal-assessment-results.json",
                text -> text.replaceFirst(
                        "\"not-satisfied\",\\s+\"reason\" : \"fail\"", "\"satisfied\", \"reason\" : \"pass\""));

        assertThat(steps(ExitCode.VERIFICATION_FAILED, forged))
                .containsEntry("SUBJECTS", "OK")
                .containsEntry("VERDICTS", "OK")
                .containsEntry("MONTH", "FAIL");
    }

    @Test
    void aChangeThatTheNightsDoNotTellIsFound() throws IOException {
        Path forged = forge(
                genuine,
                "changes.json",
                text -> text.replaceFirst(
                        "\"changes\" : \\[ \\]",
                        "\"changes\" : [ {\"kind\": \"KMS keys\", \"before\": {\"run\": \"2026-10-01T021500Z\"}} ]"));

        assertThat(steps(ExitCode.VERIFICATION_FAILED, forged))
                .containsEntry("MONTH", "OK")
                .containsEntry("CHANGES", "FAIL");
    }

    @Test
    void aLookAtTheVaultThatIsOfOtherRunsIsNoLook() throws IOException {
        Path forged = forge(genuine, "keeping.json", text -> text.replaceFirst("(\"run\" : \"2026)-10", "$1-11"));

        assertThat(steps(ExitCode.VERIFICATION_FAILED, forged))
                .containsEntry("VERDICTS", "OK")
                .containsEntry("MONTH", "FAIL");
    }

    /** A night is judged by the book that the log holds of it, and the month by the pack's. */
    @Test
    void aBookThatWasChangedInThePackDoesNotTouchTheNights() throws IOException {
        Path forged =
                forge(genuine, "book/organization/parameters.yaml", text -> text.replace("{value: 90", "{value: 1"));

        assertThat(steps(ExitCode.VERIFICATION_FAILED, forged))
                .containsEntry("VERDICTS", "OK")
                .containsEntry("MONTH", "FAIL");
    }

    @Test
    void aMonthIsBoundForAnotherFrameworkFromTheSameNights() throws IOException {
        Path copy = folder.resolve("elsewhere");
        byte[] own = Files.readAllBytes(copy.resolve("packs/EH-2026-10.zip"));
        Settings settings = SettingsReader.read(copy.resolve("exhibit.yaml"));
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-01T08:00:00Z"));

        Wiring wiring = new Wiring(settings.withFramework("nist-800-53-r5"), Consoles.quiet());
        PackRun.Bound bound = PackCommand.bind(wiring, YearMonth.of(2026, 10), clock);
        Path zip = bound.zip().orElseThrow();

        assertThat(zip).hasFileName("EH-nist-800-53-r5-2026-10.zip");
        assertThat(steps(ExitCode.DONE, zip))
                .containsEntry("LOG", "OK")
                .containsEntry("VERDICTS", "OK")
                .containsEntry("MONTH", "OK");
        assertThat(text(bound.file())).contains("Units of the catalog").doesNotContainPattern(FOREIGN);
        try (PackVault pack = PackVault.open(zip, Optional.empty())) {
            assertThat(pack.meaning().previous()).isEmpty();
        }

        assertThat(Files.readAllBytes(copy.resolve("packs/EH-2026-10.zip"))).isEqualTo(own);
        assertThat(settings.packName(YearMonth.of(2026, 10))).isEqualTo("EH-2026-10");
    }

    /** It carries no book of the log, and with the raw answers at hand every night is judged again all the same. */
    @Test
    void aMaskedPackIsJudgedAgainWithWhatTheEntityHolds() throws IOException {
        Path copy = folder.resolve("elsewhere");
        Settings settings = SettingsReader.read(copy.resolve("exhibit.yaml")).withProfile(Profile.AUDITOR);
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-01T08:00:00Z"));
        Path zip = PackCommand.bind(new Wiring(settings, Consoles.quiet()), YearMonth.of(2026, 10), clock)
                .zip()
                .orElseThrow();

        assertThat(steps(
                        ExitCode.VERIFICATION_INCOMPLETE,
                        zip,
                        "--held",
                        copy.resolve("vault").toString()))
                .containsEntry("PAYLOADS", "OK")
                .containsEntry("VERDICTS", "OK")
                .containsEntry("MONTH", "NOT_CHECKED");
    }

    @Test
    void aBookThatCannotBeReadIsAFailure() throws IOException {
        Path forged = forge(genuine, "book/organization/parameters.yaml", text -> text + "\tno: yaml\n");

        assertThat(steps(ExitCode.VERIFICATION_FAILED, forged))
                .containsEntry("PAYLOADS", "OK")
                .containsEntry("VERDICTS", "FAIL")
                .containsEntry("MONTH", "NOT_CHECKED");
    }

    /** The operator judges a day again in his own way, and binds what follows from that. */
    @Test
    void aDeviationThatWasSealedAsConformingIsFound() throws IOException {
        SigningKey key = SigningKey.load(demo.resolve("keys/exhibit.pem"));
        Statement.Meaning meaning;
        SortedMap<String, Content> files = new TreeMap<>();
        try (PackVault pack = PackVault.open(genuine, Optional.empty())) {
            meaning = pack.meaning();
            pack.payload("").forEach((name, bytes) -> files.put(name, Content.of(bytes)));
        }
        Path forged = folder.resolve("lie.zip");
        try (Vault vault = FileVault.open(demo.resolve("vault"), key, meaning::issued)) {
            String run = vault.runIds().get(0);
            lie(vault, run);
            List<String> runs = meaning.runs().stream().map(Statement.Ran::id).toList();
            for (Map.Entry<String, SealedContent> file : vault.files(runs).entrySet()) {
                files.put("vault/" + file.getKey(), file.getValue().content());
            }
            files.put("vault/checkpoint", Content.of(vault.checkpoint().note().getBytes(StandardCharsets.UTF_8)));
            write(forged, under(meaning, vault), files, key);
        }

        Consoles console = Consoles.listening();
        int code = Main.run(console.console(), "verify", forged.toString(), "--key", key(), "--deep");

        assertThat(code).isEqualTo(ExitCode.VERIFICATION_FAILED);
        assertThat(console.out())
                .contains("OK           PAYLOADS")
                .contains("FAIL         VERDICTS")
                .contains("VERDICT_DIFFERS  runs/")
                .containsPattern("Sealed was Judgement\\[assertion=" + LIE + ", verdict=PASS.*the evidence says"
                        + " Judgement\\[assertion=" + LIE + ", verdict=FAIL");
    }

    /** Somebody sealed results for a run that has no evidence: nothing can be judged again, and it is not passed over. */
    @Test
    void aRunWithoutEvidenceThatAnotherBookJudgedIsNotCalledJudged() throws IOException {
        SigningKey key = SigningKey.load(demo.resolve("keys/exhibit.pem"));
        Path forged = folder.resolve("without-evidence.zip");
        try (PackVault pack = PackVault.open(genuine, Optional.empty());
                Vault vault = FileVault.create(folder.resolve("other"), "o", key, pack.meaning()::issued)) {
            Instant due = pack.meaning().issued().minus(Duration.ofHours(12));
            String run = pack.meaning().runs().get(0).id();
            vault.seal(SealedRuns.without(run, due, Outcome.MISSED, "asleep"));
            vault.assess(run, items -> new Assessment(run, due, "ab".repeat(32), List.of()));
            SortedMap<String, Content> files = new TreeMap<>();
            pack.payload("").forEach((file, bytes) -> files.put(file, Content.of(bytes)));
            files.keySet().removeIf(file -> file.startsWith("vault/"));
            vault.files(List.of(run)).forEach((file, held) -> files.put("vault/" + file, held.content()));
            files.put("vault/checkpoint", Content.of(vault.checkpoint().note().getBytes(StandardCharsets.UTF_8)));
            Statement.Meaning meaning = Meanings.with(
                    pack.meaning(),
                    under(pack.meaning(), vault).log(),
                    List.of(new Statement.Ran(run, Outcome.MISSED.name())),
                    List.of(),
                    List.of(),
                    pack.meaning().timestamp());
            write(forged, meaning, files, key);
        }

        assertThat(steps(ExitCode.VERIFICATION_FAILED, forged))
                .containsEntry("EVIDENCE", "OK")
                .containsEntry("PAYLOADS", "OK")
                .containsEntry("VERDICTS", "NOT_CHECKED")
                .containsEntry("MONTH", "FAIL");
    }

    /** Raw answers beyond the size that the settings allow stay in the vault, and whoever gets them can tell that they are the ones. */
    @Test
    void whatStaysWithTheEntityIsListedAndCanBeMatched() throws IOException {
        Map<String, String> alone = steps(ExitCode.VERIFICATION_INCOMPLETE, small);
        assertThat(alone)
                .containsEntry("SUBJECTS", "OK")
                .containsEntry("EVIDENCE", "NOT_CHECKED")
                .containsEntry("PAYLOADS", "NOT_CHECKED")
                .containsEntry("VERDICTS", "NOT_CHECKED")
                .containsEntry("MONTH", "OK");
        assertThat(Files.size(small)).isLessThan(Files.size(genuine) - 500_000);

        Path held = folder.resolve("held");
        String file;
        try (PackVault pack = PackVault.open(small, Optional.empty())) {
            assertThat(pack.meaning().leftOut()).hasSizeGreaterThan(10);
            file = pack.meaning().leftOut().get(0).file();
            for (Statement.LeftOut away : pack.meaning().leftOut()) {
                Files.createDirectories(held.resolve(away.file()).getParent());
                Files.copy(demo.resolve("vault").resolve(away.file()), held.resolve(away.file()));
            }
        }
        assertThat(steps(ExitCode.DONE, small, "--held", held.toString()))
                .containsEntry("EVIDENCE", "OK")
                .containsEntry("PAYLOADS", "OK")
                .containsEntry("VERDICTS", "OK");

        Path unit = held.resolve(file);
        byte[] bytes = Files.readAllBytes(unit);
        bytes[bytes.length / 2] ^= 1;
        Files.write(unit, bytes);
        assertThat(steps(ExitCode.VERIFICATION_FAILED, small, "--held", held.toString()))
                .containsEntry("EVIDENCE", "FAIL")
                .containsEntry("VERDICTS", "NOT_CHECKED");
    }

    /** A statement may leave out only what was sealed, as it was sealed. */
    @Test
    void aFileThatWasNeverSealedCannotBeLeftOut() throws IOException {
        try (PackVault pack = PackVault.open(small, Optional.empty())) {
            Statement.LeftOut genuine = pack.meaning().leftOut().get(0);
            Statement.LeftOut other = new Statement.LeftOut(genuine.file(), genuine.bytes(), "ab".repeat(32));
            Statement.LeftOut unknown = new Statement.LeftOut("runs/x/units/y", 1, "ab".repeat(32));
            SortedMap<String, Content> files = new TreeMap<>();
            pack.payload("").forEach((file, bytes) -> files.put(file, Content.of(bytes)));
            List<Statement.LeftOut> lies = new ArrayList<>(pack.meaning().leftOut());
            lies.set(0, other);
            lies.add(unknown);
            Path forged = folder.resolve("left-out.zip");
            write(
                    forged,
                    saying(pack.meaning(), pack.meaning().log(), lies),
                    files,
                    SigningKey.load(demo.resolve("keys/exhibit.pem")));

            Consoles console = Consoles.listening();
            int code = Main.run(console.console(), "verify", forged.toString(), "--key", key());

            assertThat(code).isEqualTo(ExitCode.VERIFICATION_FAILED);
            assertThat(console.out())
                    .contains("The statement leaves another file out than was sealed.")
                    .contains("FILE_UNKNOWN  runs/x/units/y");
        }
    }

    /** The demo's night bound once more, without its raw answers. */
    private static Path boundWithout() throws IOException {
        Path settings = demo.resolve("small.yaml");
        String text = Files.readString(demo.resolve("exhibit.yaml"));
        Files.writeString(settings, text.replace("pack:", "pack:\n  evidence: 0 MB"));
        Wiring wiring = new Wiring(SettingsReader.read(settings), Consoles.quiet());
        SimulatedClock clock = new SimulatedClock(DemoMonth.FIRST_RUN);
        LocalDate night = DemoMonth.nights().get(0);
        Period period = new Period(night, night, ZoneOffset.UTC);
        clock.begin(period.end().plusSeconds(3600));
        try (Vault vault = wiring.vaultToWrite(clock)) {
            return wiring.packRun(vault, wiring.book(), clock)
                    .bind("SM-2026-10", period)
                    .zip()
                    .orElseThrow();
        }
    }

    private static void lie(Vault vault, String run) throws IOException {
        Assessment told = vault.assessment(run).orElseThrow();
        List<Judgement> judgements = new ArrayList<>();
        for (Judgement judged : told.judgements()) {
            judgements.add(
                    judged.assertion().equals(LIE)
                            ? new Judgement(
                                    LIE,
                                    Verdict.PASS,
                                    judged.population(),
                                    judged.population(),
                                    0,
                                    0,
                                    0,
                                    judged.leftOut(),
                                    "")
                            : judged);
        }
        vault.assess(run, sink -> {
            for (Judgement judged : told.judgements()) {
                vault.items(
                        run,
                        judged.assertion(),
                        item -> sink.accept(
                                judged.assertion(),
                                judged.assertion().equals(LIE)
                                        ? new Item(
                                                item.target(), item.key(), Item.State.CONFORMS, item.digest(), "", "")
                                        : item));
            }
            return new Assessment(run, told.at(), told.book(), judgements);
        });
    }

    private static Statement.Meaning under(Statement.Meaning meaning, Vault vault) throws IOException {
        Checkpoint log = vault.checkpoint();
        return saying(meaning, new Statement.Head(log.origin(), log.size(), log.root()), meaning.leftOut());
    }

    private static Statement.Meaning saying(
            Statement.Meaning meaning, Statement.Head log, List<Statement.LeftOut> leftOut) {
        return Meanings.with(meaning, log, meaning.runs(), meaning.previous(), leftOut, meaning.timestamp());
    }

    private static Path forge(Path zip, String name, UnaryOperator<String> change) throws IOException {
        Path forged = Files.createTempFile(folder, "forged", ".zip");
        try (PackVault pack = PackVault.open(zip, Optional.empty())) {
            SortedMap<String, Content> files = new TreeMap<>();
            pack.payload("").forEach((file, bytes) -> files.put(file, Content.of(bytes)));
            String was = new String(pack.file(name), StandardCharsets.UTF_8);
            assertThat(change.apply(was)).isNotEqualTo(was);
            files.put(name, Content.of(change.apply(was).getBytes(StandardCharsets.UTF_8)));
            write(forged, pack.meaning(), files, SigningKey.load(demo.resolve("keys/exhibit.pem")));
        }
        return forged;
    }

    private static void write(Path zip, Statement.Meaning meaning, Map<String, Content> files, SigningKey key)
            throws IOException {
        PackWriter pack = new PackWriter(meaning);
        for (Map.Entry<String, Content> file : files.entrySet()) {
            pack.add(file.getKey(), file.getValue());
        }
        try (OutputStream out = Files.newOutputStream(zip)) {
            pack.write(key, "", out);
        }
    }

    private static String key() {
        return demo.resolve("keys/exhibit.pub.pem").toString();
    }

    private static Map<String, String> steps(int expected, Path zip, String... more) {
        Consoles console = Consoles.listening();
        List<String> words = new ArrayList<>(List.of("verify", zip.toString(), "--key", key(), "--deep", "--json"));
        words.addAll(List.of(more));
        int code = Main.run(console.console(), words.toArray(String[]::new));
        assertThat(code).as(console.out()).isEqualTo(expected);
        try {
            return statuses(console.out());
        } catch (IOException e) {
            throw new AssertionError(console.out(), e);
        }
    }

    private static Map<String, String> statuses(String json) throws IOException {
        Map<String, String> statuses = new TreeMap<>();
        for (JsonNode step : new ObjectMapper().readTree(json).path("steps")) {
            statuses.put(step.path("step").asText(), step.path("status").asText());
        }
        return statuses;
    }

    private static String text(Path report) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(report.toFile())) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
