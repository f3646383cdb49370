package io.exhibit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.Release;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.Sha256;
import io.exhibit.seal.PackVerifier;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Step;
import io.exhibit.seal.Trust;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is issued that nobody approved, and nothing else is issued than what was approved. */
@OneJdk
class ApprovalGateTest {

    private static final String PACK = "EH-2026-10";
    private static final Edition EDITION = Edition.first(PACK);
    private static final Period OCTOBER =
            new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), ZoneOffset.UTC);
    private static final String JANE = "Jane Doe, Security Official";

    @TempDir
    private Path folder;

    private Binding binding;
    private Path draft;

    @BeforeEach
    void collectTwoNights() throws IOException {
        binding = new Binding(folder);
        binding.gated = true;
        binding.night("2026-10-01");
        binding.night("2026-10-02");
        binding.now("2026-11-01T06:00:00Z");
        draft = folder.resolve("packs/EH-2026-10.draft.pdf");
    }

    @AfterEach
    void close() throws IOException {
        binding.close();
    }

    private PackRun.Bound approve(String seen) throws IOException {
        return binding.run().approve(EDITION, OCTOBER, JANE, "Read and discussed", seen);
    }

    /** Each printing takes long, so that this is one story. */
    @Test
    void nothingIsIssuedBeforeItIsApprovedAndThenWhatWasShown() throws IOException {
        PackRun.Bound drawn = binding.run().bind(EDITION, OCTOBER);
        String shown = drawn.sha256();
        long size = binding.vault.checkpoint().size();

        assertThat(drawn.zip()).isEmpty();
        assertThat(drawn.file()).isEqualTo(draft);
        assertThat(Binding.text(drawn)).contains("DRAFT. It waits for the approval of a named person");
        assertThat(binding.vault.packs()).isEmpty();
        assertThat(folder.resolve("packs/EH-2026-10.pdf")).doesNotExist();
        assertThat(binding.run().waiting(PACK)).contains(draft);

        assertThatThrownBy(() -> binding.run().draft(EDITION, OCTOBER))
                .as("a draft of the days so far in its place")
                .isInstanceOf(PackRefused.class)
                .hasMessageContaining(draft + " is the draft of EH-2026-10 that was drawn up to be approved")
                .hasMessageContaining("--out");
        assertThat(Sha256.hex(Files.readAllBytes(draft))).isEqualTo(shown);

        binding.now("2026-11-01T09:00:00Z");
        assertThat(binding.run().bind(EDITION, OCTOBER).sha256())
                .as("drawn up once, whenever it is asked for")
                .isEqualTo(shown);
        assertThat(binding.vault.checkpoint().size()).isEqualTo(size);

        binding.now("2026-11-02T10:30:00Z");
        binding.night("2026-10-03");
        PackRun.Bound bound = approve(shown);

        assertThat(binding.vault.releases())
                .containsExactly(new Release(
                        PACK, shown, size, JANE, "Read and discussed", Instant.parse("2026-11-02T10:30:00Z")));
        assertThat(binding.vault.packs()).containsEntry(PACK, bound.sha256());
        assertThat(Binding.text(bound))
                .contains("Approved by", JANE, "2026-11-02 10:30 UTC. Read and discussed.")
                .doesNotContain("DRAFT");
        assertThat(bound.assessment().days())
                .as("a night that came in between does not slip in")
                .filteredOn(day -> day.run()
                        .filter(run -> run.outcome() == Outcome.COMPLETE)
                        .isPresent())
                .hasSize(2);
        assertThat(Sha256.hex(Files.readAllBytes(draft)))
                .as("what was approved stays")
                .isEqualTo(shown);
        assertThat(new Verifier(SigningKey.of(new byte[32]).publicKey()).check(folder.resolve("vault")))
                .isEmpty();
        assertThat(new PackVerifier(Trust.of(SigningKey.of(new byte[32]).publicKey()), Optional.empty())
                        .check(bound.zip().orElseThrow()))
                .flatExtracting(Step::found)
                .isEmpty();
        assertThat(binding.run().waiting(PACK)).isEmpty();

        assertThatThrownBy(() -> approve("")).isInstanceOf(PackRefused.class).hasMessageContaining("issued already");
        assertThat(binding.vault.releases()).hasSize(1);

        binding.now("2027-01-01T00:00:00Z");
        binding.gated = false;
        assertThat(binding.run().bind(EDITION, OCTOBER).sha256())
                .as("a reprint names the same person, whatever the settings say by now")
                .isEqualTo(bound.sha256());
    }

    @Test
    void whatIsNotTheDraftThatWasShownIsNotApproved() throws IOException {
        assertThatThrownBy(() -> approve(""))
                .isInstanceOf(PackRefused.class)
                .hasMessageContaining("There is no draft of EH-2026-10 to approve");
        binding.run().bind(EDITION, OCTOBER);

        assertThatThrownBy(() -> approve("ab".repeat(32)))
                .isInstanceOf(PackRefused.class)
                .hasMessageContaining("another one than was looked at");
        assertThatThrownBy(
                        () -> binding.runOf("Exhibit of another version").approve(EDITION, OCTOBER, JANE, "Read", ""))
                .isInstanceOf(PackRefused.class)
                .hasMessageContaining("would not come out as it was shown")
                .hasMessageContaining("delete " + folder.resolve("packs/EH-2026-10.draft.json"));
        Files.writeString(folder.resolve("packs/EH-2026-10.draft.json"), "{");
        assertThatThrownBy(() -> approve(""))
                .isInstanceOf(PackRefused.class)
                .hasMessageContaining("it is torn, or somebody changed it");

        assertThat(binding.vault.releases()).isEmpty();
        assertThat(binding.vault.packs()).isEmpty();
    }

    /** The process died between the approval and the pack: the next bind issues what was approved, and asks nobody again. */
    @Test
    void whoDiesAfterTheApprovalIssuesItWithTheNextBind() throws IOException {
        String shown = binding.run().bind(EDITION, OCTOBER).sha256();
        Path blocked = Files.createDirectory(folder.resolve("packs/EH-2026-10.pdf"));
        Files.writeString(blocked.resolve("x"), "");
        assertThatThrownBy(() -> approve(shown)).isInstanceOf(IOException.class);
        assertThat(binding.vault.releases()).hasSize(1);
        assertThat(binding.vault.packs()).isEmpty();
        Files.delete(blocked.resolve("x"));
        Files.delete(blocked);

        PackRun.Bound bound = binding.run().bind(EDITION, OCTOBER);

        assertThat(bound.zip()).isPresent();
        assertThat(binding.vault.packs()).containsOnlyKeys(PACK);
        assertThat(binding.vault.releases()).hasSize(1);
        assertThat(Binding.text(bound)).contains(JANE);
    }
}
