package io.exhibit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.exhibit.OneJdk;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.KeyFace;
import io.exhibit.seal.LocalTsa;
import io.exhibit.seal.LoggedVault;
import io.exhibit.seal.PackVault;
import io.exhibit.seal.PackVerifier;
import io.exhibit.seal.SampleRun;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Statement;
import io.exhibit.seal.Step;
import io.exhibit.seal.Trust;
import io.exhibit.seal.Trust.Authority;
import io.exhibit.seal.Vault;
import io.exhibit.seal.VaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OneJdk
class PackRunTest {

    @TempDir
    private Path folder;

    private Binding binding;

    @BeforeEach
    void collectTwoNights() throws IOException {
        binding = new Binding(folder);
        binding.night("2026-10-01");
        binding.night("2026-10-02");
    }

    @AfterEach
    void close() throws IOException {
        binding.close();
    }

    /** A month of another framework is bound by what the nights of the first are judged by, so that it cannot lose a test. */
    @Test
    void aNightIsSealedByTheBookOfNightsWhateverIsBound(@TempDir Path folder) throws IOException {
        try (Binding binding = new Binding(folder)) {
            String run = binding.night("2026-01-05", "aws").id();

            assertThat(binding.assessElsewhere().sealUnjudged()).hasSize(1);

            assertThat(binding.vault.assessment(run).orElseThrow().book()).isEqualTo("b00c".repeat(16));
        }
    }

    @Test
    void theNextMonthIsHeldAgainstTheOneBeforeItAndComesOutTheSameAgain() throws IOException {
        binding.now("2026-12-05T08:00:00Z");
        assertThat(Binding.text(binding.bind("2026-10"))).contains("None: this is the first pack in this log.");
        binding.night("2026-11-30");

        PackRun.Bound november = binding.bind("2026-11");

        assertThat(Binding.text(november))
                .contains("The previous pack is EH-2026-10, of 1 to 31 October 2026.")
                .contains("No change: units by the kind of their conclusion, tests by their result");
        assertThat(binding.bind("2026-11").sha256()).isEqualTo(november.sha256());
    }

    @Test
    void aMonthThatIsNotOverIsRefusedAndCanBeBoundAfterwards() throws IOException {
        binding.now("2026-10-31T23:59:59Z");
        String before = binding.vault.checkpoint().note();

        assertThatThrownBy(() -> binding.bind("2026-10"))
                .hasMessageContaining("from 2026-11-01T00:00:00Z on")
                .hasMessageContaining("--draft")
                .asInstanceOf(type(PackRefused.class))
                .extracting(PackRefused::reason)
                .isEqualTo(PackRefused.Reason.RUNNING);
        assertThat(binding.vault.checkpoint().note()).isEqualTo(before);

        binding.now("2026-11-01T00:00:00Z");
        assertThat(binding.bind("2026-10").assessment().days()).hasSize(31);
    }

    @Test
    void aDraftSaysSoAndIssuesAndSealsNothing() throws IOException {
        binding.now("2026-10-03T12:00:00Z");
        String before = binding.vault.checkpoint().note();

        PackRun.Bound draft = binding.run().draft(Edition.first("EH-2026-10"), Binding.month("2026-10"));

        assertThat(binding.vault.checkpoint().note()).isEqualTo(before);
        assertThat(names(folder.resolve("packs"))).containsExactly("EH-2026-10.draft.pdf");
        assertThat(Binding.text(draft))
                .contains("DRAFT of the days so far", "DRAFT, not issued", "1 to 3 October 2026")
                .doesNotContain("issue 1", "sealed as a leaf of the log after");
        assertThat(draft.assessment().days()).hasSize(3);
    }

    @Test
    void missedDaysAreLoggedBeforeTheyArePrinted() throws IOException {
        binding.now("2026-11-02T00:00:00Z");

        binding.bind("2026-10");

        assertThat(SealedRuns.of(binding.vault))
                .filteredOn(run -> run.outcome() == Outcome.MISSED)
                .hasSize(29);
    }

    @Test
    void anIssuedPackComesOutTheSameWhateverWasLoggedSince() throws IOException {
        binding.now("2026-11-02T00:00:00Z");
        PackRun.Bound first = binding.bind("2026-10");
        binding.now("2026-11-20T00:00:00Z");
        binding.night("2026-10-01", "aws");
        binding.night("2026-11-19");
        MissedRuns.seal(binding.vault, Binding.NIGHTLY, Instant.parse("2026-11-20T00:00:00Z"));
        long size = binding.vault.checkpoint().size();

        PackRun.Bound again = binding.bind("2026-10");

        assertThat(again.sha256()).isEqualTo(first.sha256());
        assertThat(binding.vault.checkpoint().size()).as("and is sealed once").isEqualTo(size);
    }

    /** Which key signed is read from the log of then: nobody can have an issued pack say another one. */
    @Test
    void anIssuedPackPrintsTheKeyThatSignedItAlsoWhenTheLogHasAnotherByNow() throws IOException {
        SigningKey second = SigningKey.of(Arrays.copyOf(new byte[] {2}, 32));
        String before = new KeyFace(SigningKey.of(new byte[32]).publicKey()).id();
        binding.now("2026-11-02T00:00:00Z");
        PackRun.Bound first = binding.bind("2026-10");
        assertThat(line(first))
                .contains("One key signed the log")
                .contains("Ed25519 " + before + " 1 on the beginning of the log example/log")
                .contains("grep " + Edition.first("EH-2026-10").again(2, "why").pack())
                .contains("The entity names no contact");
        byte[] printed = Files.readAllBytes(first.file());
        ((LoggedVault) binding.vault).rotate(second);
        binding.close();
        Instant now = Instant.parse("2026-11-20T00:00:00Z");
        try (Vault vault = FileVault.open(folder.resolve("vault"), second, () -> now)) {
            PackRun.Bound again = binding.run(vault).bind("EH-2026-10", Binding.month("2026-10"));

            assertThat(again.sha256()).isEqualTo(first.sha256());
            assertThat(Files.readAllBytes(again.file())).isEqualTo(printed);
        }
    }

    /** Its text as one line. */
    private static String line(PackRun.Bound pack) throws IOException {
        return Binding.text(pack).replaceAll("\\s+", " ");
    }

    @Test
    void aPackKeepsTheTimeStampThatItWasIssuedWith() throws IOException {
        binding.now("2026-11-01T06:00:00Z");
        LocalTsa tsa = new LocalTsa("tsa.example");
        Stamping stamping = (note, newest) -> Optional.of(tsa.token(note, Instant.parse("2026-11-01T06:00:00Z")));
        PackRun.Bound first = binding.run(binding.vault, stamping).bind("EH-2026-10", Binding.month("2026-10"));
        List<Authority> known = List.of(
                new Authority("tsa", tsa.certificate(), Instant.parse("2026-01-01T00:00:00Z"), Optional.empty()));
        Trust trust = new Trust("", 0, List.of(), known);
        assertThat(timestamp(first, trust)).isEqualTo("The checkpoint was there at 2026-11-01T06:00:00Z, says tsa.");
        assertThat(Binding.text(first).replaceAll("\\s+", " "))
                .contains("A time stamping service stamped the checkpoint (RFC 3161).")
                .doesNotContain("no third party vouches");
        // Asked anew, the service would give another token.
        assertThat(binding.run(binding.vault, stamping)
                        .bind("EH-2026-10", Binding.month("2026-10"))
                        .sha256())
                .isEqualTo(first.sha256());
        assertThat(binding.bind("2026-10").sha256()).isEqualTo(first.sha256());
    }

    @Test
    void aPackWithoutTheTimeStampThatWasAskedForIsBoundAndSaysSo() throws IOException {
        binding.now("2026-11-01T06:00:00Z");
        Stamping failing = (note, newest) -> {
            assertThat(newest).contains(Instant.parse("2026-11-01T06:00:00Z"));
            throw new IOException("it answered with HTTP status 500");
        };
        PackRun.Bound pack = binding.run(binding.vault, failing).bind("EH-2026-10", Binding.month("2026-10"));
        assertThat(timestamp(pack, Trust.nobody()))
                .endsWith("It was asked for: failed: it answered with HTTP status 500");
        assertThat(Binding.text(pack).replaceAll("\\s+", " "))
                .contains("the time stamping service that was asked gave none (it answered with HTTP status 500)");
    }

    private static String timestamp(PackRun.Bound pack, Trust trust) {
        return new PackVerifier(trust, Optional.empty())
                .check(pack.zip().orElseThrow()).stream()
                        .filter(step -> step.name() == Step.Name.TIMESTAMP)
                        .findFirst()
                        .orElseThrow()
                        .says();
    }

    @Test
    void aFileThatWasChangedInTheVaultIsToldAndLeftOutAndFitsWhenItIsBroughtBack() throws IOException {
        String run =
                "runs/" + SampleRun.seal(binding.vault, "2026-10-05T021500Z").id();
        binding.night("2026-10-06");
        binding.now("2026-11-02T00:00:00Z");
        String name = "units/111122223333_global.warc.zst";
        Path file = folder.resolve("vault").resolve(run).resolve(name);
        byte[] sealed = Files.readAllBytes(file);
        byte[] changed = sealed.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(file, changed);

        PackRun.Bound bound = binding.bind("2026-10");

        Path zip = bound.zip().orElseThrow();
        try (PackVault pack = PackVault.open(zip, Optional.empty())) {
            assertThat(new String(pack.file("keeping.json"), StandardCharsets.UTF_8))
                    .containsOnlyOnce("\"changed\" : [ \"" + name + "\" ]")
                    .doesNotContain("lock");
            assertThat(pack.missing()).extracting(Statement.LeftOut::file).containsExactly(run + "/" + name);
        }
        Path held = Files.createDirectories(folder.resolve("held").resolve(run).resolve("units"));
        Files.write(held.resolve(file.getFileName()), changed);
        assertThat(evidence(zip)).isEqualTo(Step.Status.FAIL);
        Files.write(held.resolve(file.getFileName()), sealed);
        assertThat(evidence(zip)).isEqualTo(Step.Status.OK);
        Files.write(file, sealed);
        assertThat(binding.bind("2026-10").sha256())
                .as("it says how the file was found when it was issued")
                .isEqualTo(bound.sha256());
    }

    private Step.Status evidence(Path zip) {
        return new PackVerifier(
                        Trust.of(SigningKey.of(new byte[32]).publicKey()),
                        Optional.empty(),
                        Optional.of(folder.resolve("held")))
                .check(zip).stream()
                        .filter(step -> step.name() == Step.Name.EVIDENCE)
                        .findFirst()
                        .orElseThrow()
                        .status();
    }

    @Test
    void aPackWhoseLeafWasLostWhenTheProcessDiedIsSealedByTheNextBind() throws IOException {
        binding.now("2026-11-02T00:00:00Z");
        MissedRuns.seal(binding.vault, Binding.NIGHTLY, Instant.parse("2026-11-01T00:00:00Z"));
        // A vault that cannot be written dies where the process did: after the issue was stored, before the leaf.
        assertThatThrownBy(() -> binding.run(FileVault.read(folder.resolve("vault")))
                        .bind("EH-2026-10", Binding.month("2026-10")))
                .isInstanceOf(VaultException.class);
        assertThat(names(folder.resolve("packs"))).contains("EH-2026-10.issue.json");
        assertThat(binding.vault.packs()).isEmpty();

        PackRun.Bound bound = binding.bind("2026-10");

        assertThat(binding.vault.packs()).containsEntry("EH-2026-10", bound.sha256());
    }

    /** The process died before the leaf, and the book changed: nothing was issued, and nobody says so. */
    @Test
    void aPackThatWasBegunWithAnotherBookIsNotCalledIssued() throws IOException {
        binding.now("2026-11-02T00:00:00Z");
        MissedRuns.seal(binding.vault, Binding.NIGHTLY, Instant.parse("2026-11-01T00:00:00Z"));
        assertThatThrownBy(() -> binding.run(FileVault.read(folder.resolve("vault")))
                        .bind("EH-2026-10", Binding.month("2026-10")))
                .isInstanceOf(VaultException.class);
        Path issue = folder.resolve("packs/EH-2026-10.issue.json");
        String genuine = Files.readString(issue);
        Files.writeString(issue, genuine.replaceFirst("\"book\" : \"..", "\"book\" : \"xx"));

        assertThatThrownBy(() -> binding.bind("2026-10"))
                .isInstanceOf(PackRefused.class)
                .hasMessageContaining("was begun on 2026-11-02T00:00:00Z with another book")
                .hasMessageContaining("was not issued")
                .hasMessageContaining("delete " + issue);

        Files.writeString(issue, genuine);
        binding.bind("2026-10");
        Files.writeString(issue, genuine.replaceFirst("\"book\" : \"..", "\"book\" : \"xx"));
        assertThatThrownBy(() -> binding.bind("2026-10"))
                .hasMessageContaining("was issued on 2026-11-02T00:00:00Z with");
    }

    /** Nothing was due then; a reader would take it for a month without evidence. */
    @Test
    void aMonthBeforeTheLogBeginsHasNoPack() throws IOException {
        binding.now("2026-11-02T00:00:00Z");

        assertThatThrownBy(() -> binding.bind("2026-09"))
                .isInstanceOf(PackRefused.class)
                .hasMessageContaining("The log begins with 2026-10-01T", "the period of EH-2026-09");
        assertThat(binding.vault.packs()).isEmpty();
        assertThat(folder.resolve("packs/EH-2026-09.pdf")).doesNotExist();
    }

    @Test
    void anIssueThatIsTornIsToldWithItsFileAndWhatToDo() throws IOException {
        binding.now("2026-11-02T00:00:00Z");
        Path issue = folder.resolve("packs/EH-2026-10.issue.json");
        Files.createDirectories(issue.getParent());
        for (String torn : List.of("", "{\n \"pack\": \"EH-20", "[]", "{\"pack\": \"EH-2026-10\", \"at\": \"now\"}")) {
            Files.writeString(issue, torn);
            assertThatThrownBy(() -> binding.bind("2026-10"))
                    .as(torn)
                    .asInstanceOf(type(PackRefused.class))
                    .returns(PackRefused.Reason.TORN, PackRefused::reason)
                    .extracting(PackRefused::getMessage)
                    .asString()
                    .startsWith(issue.toString())
                    .endsWith("it was not issued: delete the file, and bind it anew.");
        }
        Files.delete(issue);
        binding.bind("2026-10");
        Files.writeString(issue, "{\n \"pack\": \"EH-20");
        assertThatThrownBy(() -> binding.bind("2026-10"))
                .hasMessageStartingWith(issue + ":2:")
                .hasMessageEndingWith("put it back from a copy.");
    }

    @Test
    void anIssuedPackIsNotReplacedWhenItsFilesAreGone() throws IOException {
        binding.now("2026-11-02T00:00:00Z");
        String sha256 = binding.bind("2026-10").sha256();
        Files.delete(folder.resolve("packs/EH-2026-10.issue.json"));

        assertThatThrownBy(() -> binding.bind("2026-10"))
                .isInstanceOf(PackRefused.class)
                .hasMessageContaining(sha256);
    }

    @Test
    void aPackNamesTheOneBeforeItWithItsDigest() throws IOException {
        binding.night("2026-11-01");
        binding.now("2026-12-02T00:00:00Z");
        PackRun.Bound october = binding.bind("2026-10");

        String text = Binding.text(binding.bind("2026-11")).replaceAll("\\s", "");

        assertThat(Binding.text(october)).contains("none in this log");
        assertThat(text).contains("EH-2026-10,SHA-256" + october.sha256());
    }

    @Test
    void aRunThatWasSealedAndNeverJudgedIsJudgedBeforeItIsBound() throws IOException {
        RunRecord unjudged = binding.night("2026-10-03", "aws");
        binding.now("2026-11-02T00:00:00Z");

        binding.bind("2026-10");

        assertThat(binding.vault.assessment(unjudged.id())).isPresent();
    }

    @Test
    void aMonthWithoutRunsOfASimulatedLogSaysSimulated() throws IOException {
        binding.night("2026-10-03", "http://127.0.0.1:4566");
        binding.now("2026-12-02T00:00:00Z");

        assertThat(Binding.text(binding.bind("2026-11"))).contains("SIMULATED, not AWS");
    }

    @Test
    void aMonthWithoutRunsClaimsNoTestAndNoCollector() throws IOException {
        binding.now("2026-12-02T00:00:00Z");

        assertThat(Binding.text(binding.bind("2026-11")))
                .contains("on 0 of 30 days", "0 of the 1 units were tested automatically")
                .doesNotContain("by could not be read");
    }

    @Test
    void packsThatWereDueAndAreNotInTheLogAreOwedOldestFirst() throws IOException {
        binding.now("2026-12-02T00:00:00Z");
        DueTimes monthly = (from, to) -> Stream.of("2026-10-01", "2026-11-01", "2026-12-01", "2027-01-01")
                .map(day -> Instant.parse(day + "T06:00:00Z"))
                .filter(due -> !due.isBefore(from) && due.isBefore(to))
                .toList();

        assertThat(owed(monthly, "2026-12-01T06:00:00Z"))
                .as("none from before the first run, none that is not due yet")
                .containsExactly(YearMonth.of(2026, 10), YearMonth.of(2026, 11));
        assertThat(owed(monthly, "2026-12-01T05:59:59Z")).containsExactly(YearMonth.of(2026, 10));

        binding.bind("2026-10");

        assertThat(owed(monthly, "2026-12-01T06:00:00Z")).containsExactly(YearMonth.of(2026, 11));
    }

    private List<YearMonth> owed(DueTimes monthly, String now) throws IOException {
        return OwedPacks.months(binding.vault, monthly, ZoneOffset.UTC, month -> "EH-" + month, Instant.parse(now));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
