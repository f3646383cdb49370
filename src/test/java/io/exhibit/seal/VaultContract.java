package io.exhibit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Channel;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Verdict;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every vault must do, wherever it keeps its bytes. */
public abstract class VaultContract {

    private Vault vault;

    /** A new vault, open for writing. */
    protected abstract Vault create() throws IOException;

    /** The same vault as it is found after the first one was closed. */
    protected abstract Vault reopen() throws IOException;

    @BeforeEach
    void begin() throws IOException {
        vault = create();
    }

    @AfterEach
    void end() throws IOException {
        vault.close();
    }

    private void again() throws IOException {
        vault.close();
        vault = reopen();
    }

    @Test
    void newVaultHasNoRunsAndNoCheckpoint() throws IOException {
        assertThat(SealedRuns.of(vault)).isEmpty();
        assertThat(vault.checkpoint()).isNull();
    }

    /** A month is seen against a year before it: a year of whole records would fill the memory. */
    @Test
    void anOutlineSaysWhoWasAskedForWhatAndWhatHadNoAnswerAndIsHeldOnce() throws IOException {
        RunRecord first = SampleRun.seal(vault, "r1");
        SampleRun.seal(vault, "r2");

        RunRecord outline = vault.outline("r1");
        assertThat(outline.with(first.units())).isEqualTo(first);
        assertThat(asked(outline)).isEqualTo(asked(first)).isNotEmpty();
        assertThat(outline.units()).hasSameSizeAs(vault.outline("r2").units());
        for (int n = 0; n < outline.units().size(); n++) {
            assertThat(outline.units().get(n))
                    .isSameAs(vault.outline("r2").units().get(n));
        }
    }

    private static List<String> asked(RunRecord run) {
        return run.units().stream()
                .flatMap(unit ->
                        unit.parts().stream().map(part -> unit.target() + " " + part.source() + " " + part.gaps()))
                .toList();
    }

    @Test
    void sealedRunComesBackAsItWas() throws IOException {
        RunRecord sealed = SampleRun.seal(vault, "r1");
        assertThat(SealedRuns.of(vault)).containsExactly(sealed);
        assertThat(vault.digest("r1"))
                .hasValueSatisfying(digest -> assertThat(digest).matches("[0-9a-f]{64}"));
        assertThat(vault.digest("r2")).isEmpty();
        again();
        assertThat(SealedRuns.of(vault)).containsExactly(sealed);
    }

    /** A vault of years is asked every night which runs it holds: that must not cost the reading of all of them. */
    @Test
    void namesItsRunsInTheOrderOfTheLogAndGivesOutOneAlone() throws IOException {
        RunRecord second = SampleRun.seal(vault, "r2");
        RunRecord first = SampleRun.seal(vault, "r1");
        again();
        assertThat(vault.runIds()).containsExactly("r2", "r1");
        assertThat(vault.run("r1")).isEqualTo(first);
        assertThat(vault.run("r2")).isEqualTo(second);
        assertThatThrownBy(() -> vault.run("r3"))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("r3");
    }

    @Test
    void namesTheRunsThatNoAssessmentIsOf() throws IOException {
        SampleRun.seal(vault, "r1");
        SampleRun.seal(vault, "r2");
        assertThat(vault.unassessed()).containsExactly("r1", "r2");
        vault.assess("r1", items -> assessment("r1"));
        again();
        assertThat(vault.unassessed()).containsExactly("r2");
    }

    /** What a process that died behind its leaf has left is sealed once more by the next one. */
    @Test
    void visitsAreSealedOnceHoweverOftenTheyAreBrought() throws IOException {
        byte[] lines = "{\"path\":\"/2026-10\"}\n".getBytes(StandardCharsets.UTF_8);
        vault.sealVisits(lines);
        vault.sealVisits(lines);
        assertThat(vault.leaves()).containsEntry("visits", 1L);
        again();
        vault.sealVisits(lines);
        vault.sealVisits("{\"path\":\"/2026-11\"}\n".getBytes(StandardCharsets.UTF_8));
        assertThat(vault.leaves()).containsEntry("visits", 2L);
    }

    @Test
    void exchangesComeBackByteForByteAndInOrder() throws IOException {
        RunRecord run = SampleRun.seal(vault, "r1");
        again();
        assertSame(exchanges(run, SampleRun.GLOBAL, SampleRun.USERS), SampleRun.users());
        assertSame(exchanges(run, SampleRun.REGION, SampleRun.KEYS), SampleRun.keys());
    }

    @Test
    void sourceWithoutExchangesGivesNone() throws IOException {
        RunRecord run = SampleRun.seal(vault, "r1");
        assertThat(exchanges(run, SampleRun.GLOBAL, SampleRun.POLICY)).isEmpty();
        assertThat(exchanges(run, SampleRun.GLOBAL, "never.asked")).isEmpty();
        assertThat(exchanges(run, Target.global("999999999999"), SampleRun.USERS))
                .isEmpty();
    }

    @Test
    void missedRunIsALeafToo() throws IOException {
        RunRecord missed = SampleRun.record("r1", RunRecord.Outcome.MISSED, "the collector did not run", List.of());
        vault.seal(missed);
        again();
        assertThat(SealedRuns.of(vault)).containsExactly(missed);
        assertThat(vault.checkpoint().size()).isEqualTo(1);
    }

    @Test
    void unitWithoutExchangesHasNoFile() throws IOException {
        try (RunWriter run = vault.begin("r1")) {
            RunRecord.Unit unit;
            try (RunWriter.UnitWriter writer = run.unit(SampleRun.GLOBAL)) {
                unit = writer.commit(List.of(SampleRun.part(writer, SampleRun.USERS, List.of())));
            }
            RunRecord.Unit neverBegun = new RunRecord.Unit(SampleRun.REGION, "", 0, "", List.of());
            run.seal(SampleRun.record("r1", RunRecord.Outcome.GAPS, "", List.of(neverBegun, unit)));
            assertThat(unit.file()).isEmpty();
            assertThat(unit.sha256()).isEmpty();
        }
        assertThat(exchanges(SealedRuns.of(vault).get(0), SampleRun.GLOBAL, SampleRun.USERS))
                .isEmpty();
    }

    @Test
    void runClosedWithoutSealingIsNoRun() throws IOException {
        try (RunWriter run = vault.begin("r1")) {
            SampleRun.units(run);
        }
        assertThat(SealedRuns.of(vault)).isEmpty();
        assertThat(vault.checkpoint()).isNull();
        again();
        assertThat(SampleRun.seal(vault, "r1").id()).isEqualTo("r1");
    }

    @Test
    void sameIdTwiceIsRefused() throws IOException {
        SampleRun.seal(vault, "r1");
        assertThatThrownBy(() -> vault.begin("r1"))
                .isInstanceOf(VaultException.class)
                .hasMessage("The run r1 is in the vault already.");
        again();
        assertThatThrownBy(() -> vault.seal(SampleRun.record("r1", RunRecord.Outcome.MISSED, "x", List.of())))
                .isInstanceOf(VaultException.class);
        assertThat(vault.checkpoint().size()).isEqualTo(1);
    }

    @Test
    void idThatIsAPathIsRefused() {
        for (String id : List.of("../r1", "a/b", "", ".", "..", "a\nb", "-r", "\u0131")) {
            assertThatThrownBy(() -> vault.begin(id)).as(id).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void targetThatIsAPathIsRefused() throws IOException {
        try (RunWriter run = vault.begin("r1")) {
            assertThatThrownBy(() -> run.unit(new Target("../../x", "eu-west-1")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> run.unit(new Target("111122223333", "a/b")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void recordThatNamesOtherUnitsIsRefused() throws IOException {
        try (RunWriter run = vault.begin("r1")) {
            List<RunRecord.Unit> units = SampleRun.units(run);
            assertThatThrownBy(() -> run.seal(SampleRun.record("r1", RunRecord.Outcome.GAPS, "", units.subList(0, 1))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> run.seal(SampleRun.record("r2", RunRecord.Outcome.GAPS, "", units)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(SealedRuns.of(vault)).isEmpty();
    }

    @Test
    void partThatLiesElsewhereIsRefused() throws IOException {
        try (RunWriter run = vault.begin("r1");
                RunWriter.UnitWriter unit = run.unit(SampleRun.GLOBAL)) {
            RunRecord.Part part = SampleRun.part(unit, SampleRun.USERS, SampleRun.users());
            RunRecord.Part shifted = new RunRecord.Part(
                    part.source(),
                    1,
                    1,
                    0,
                    RunRecord.Lists.NONE,
                    List.of(),
                    List.of(),
                    part.offset() + 1,
                    part.length());
            assertThatThrownBy(() -> unit.commit(List.of(shifted))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void twoVaultsOfTheSameRunHoldTheSameDigests() throws IOException {
        RunRecord first = SampleRun.seal(vault, "r1");
        vault.close();
        vault = create();
        assertThat(SampleRun.seal(vault, "r1")).isEqualTo(first);
    }

    @Test
    void assessmentComesBackWithItsItemsInOrder() throws IOException {
        SampleRun.seal(vault, "r1");
        Assessment sealed = vault.assess("r1", items -> {
            items.accept("IAM-02", item(SampleRun.REGION, "b"));
            items.accept("IAM-01", item(SampleRun.REGION, "\u0130\r\n\ud83d\ude00"));
            items.accept("IAM-01", item(SampleRun.GLOBAL, "a"));
            items.accept("IAM-01", item(SampleRun.REGION, "a"));
            return assessment("r1");
        });
        again();
        assertThat(vault.assessment("r1")).contains(sealed);
        assertThat(items("r1", "IAM-01"))
                .containsExactly(
                        item(SampleRun.REGION, "a"),
                        item(SampleRun.REGION, "\u0130\r\n\ud83d\ude00"),
                        item(SampleRun.GLOBAL, "a"));
        assertThat(items("r1", "IAM-02")).containsExactly(item(SampleRun.REGION, "b"));
        assertThat(items("r1", "IAM-03")).isEmpty();
    }

    @Test
    void runJudgedAgainKeepsBothDaysAndTheLastCounts() throws IOException {
        SampleRun.seal(vault, "r1");
        vault.assess("r1", items -> assessment("r1"));
        vault.assess("r1", items -> {
            items.accept("IAM-01", item(SampleRun.GLOBAL, "again"));
            return assessment("r1");
        });
        again();
        assertThat(items("r1", "IAM-01")).containsExactly(item(SampleRun.GLOBAL, "again"));
        assertThat(vault.checkpoint().size()).isEqualTo(3);
    }

    @Test
    void judgementThatFailsSealsNothing() throws IOException {
        SampleRun.seal(vault, "r1");
        assertThatThrownBy(() -> vault.assess("r1", items -> {
                    items.accept("IAM-01", item(SampleRun.GLOBAL, "a"));
                    throw new IOException("could not be judged");
                }))
                .hasMessage("could not be judged");
        assertThat(vault.assessment("r1")).isEmpty();
        assertThat(vault.checkpoint().size()).isEqualTo(1);
    }

    @Test
    void runThatIsNotThereCannotBeJudged() {
        assertThatThrownBy(() -> vault.assess("r9", items -> assessment("r9"))).isInstanceOf(VaultException.class);
        assertThatThrownBy(() -> vault.items("r9", "IAM-01", item -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void packIsALeafAndItsCheckpointComesBack() throws IOException {
        SampleRun.seal(vault, "r1");
        Checkpoint before = vault.checkpoint();
        Checkpoint after = vault.sealPack("2026-10", "ab".repeat(32));
        assertThat(after.size()).isEqualTo(before.size() + 1);
        assertThat(after.root()).isNotEqualTo(before.root());
        again();
        assertThat(vault.checkpoint()).isEqualTo(after);
    }

    @Test
    void whomPacksAreForAndWhoGotThemComesBack() throws IOException {
        vault.nameChannel("auditor", "folder /srv/a");
        vault.sealPack("2026-10", "ab".repeat(32));
        Receipt receipt = new Receipt(
                "2026-10",
                "auditor",
                "folder /srv/a",
                SampleRun.AT,
                List.of(new Receipt.Item("2026-10.zip", 7, "ab".repeat(32), Receipt.State.ARRIVED)),
                "v1",
                "");
        vault.sealReceipt(receipt);
        again();
        assertThat(vault.receipts()).containsExactly(receipt);
        assertThat(vault.packsSince("auditor")).containsOnlyKeys("2026-10");
        assertThat(vault.channels()).extracting(Channel::to).containsExactly("folder /srv/a");
    }

    static Assessment assessment(String run) {
        return new Assessment(
                run, SampleRun.AT, "book", List.of(new Judgement("IAM-01", Verdict.FAIL, 2, 1, 1, 0, 0, 0, "")));
    }

    static Item item(Target target, String key) {
        return new Item(target, key, Item.State.DEVIATES, "0123456789abcdef", "says \"no\"", "");
    }

    private List<Item> items(String run, String assertion) {
        List<Item> items = new ArrayList<>();
        vault.items(run, assertion, items::add);
        return items;
    }

    private List<Exchange> exchanges(RunRecord run, Target target, String source) throws IOException {
        List<Exchange> exchanges = new ArrayList<>();
        vault.exchanges(run, target, source, exchanges::add);
        return exchanges;
    }

    /** Records compare arrays by identity, so the bodies are compared on their own. */
    static void assertSame(List<Exchange> found, List<Exchange> written) {
        assertThat(found).usingRecursiveComparison().isEqualTo(written);
    }
}
