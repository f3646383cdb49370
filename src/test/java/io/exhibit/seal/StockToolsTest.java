package io.exhibit.seal;

import static io.exhibit.seal.FileVaultTest.CLOCK;
import static io.exhibit.seal.FileVaultTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.assessment.Receipt;
import io.exhibit.evidence.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows the page on the evidence format to the letter, without any of our code. */
@OneJdk
class StockToolsTest {

    private static final Path PAGE = Path.of("src/site/markdown/evidence-format.md");

    @TempDir
    Path temporary;

    private Path vault;
    private String output;

    @BeforeEach
    void fill() throws IOException {
        Shell.needs(List.of("bash", "sha256sum", "openssl", "zstd"));
        vault = temporary.resolve("vault");
        Files.writeString(temporary.resolve("key.pem"), KEY.publicPem());
        try (Vault writer = FileVault.create(vault, "example.org/evidence", KEY, CLOCK)) {
            for (String id : List.of("r1", "r2", "r3")) {
                SampleRun.seal(writer, id);
                writer.assess(id, items -> {
                    items.accept("IAM-01", VaultContract.item(SampleRun.GLOBAL, "a"));
                    items.accept("IAM-02", VaultContract.item(SampleRun.GLOBAL, "b"));
                    return VaultContract.assessment(id);
                });
            }
            writer.seal(SampleRun.record("r4", RunRecord.Outcome.MISSED, "it slept", List.of()));
            writer.nameChannel("auditor", "folder /srv/\"sha256\":\"" + "0".repeat(64) + "\"");
            writer.sealPack("a \"name\" with \"sha256\":\"" + "0".repeat(64) + "\"", "ab".repeat(32));
            writer.sealPack("2026-10", "cd".repeat(32));
            writer.sealReceipt(new Receipt("2026-10", "auditor", "folder", CLOCK.instant(), List.of(), "", ""));
            Checkpoint now = writer.checkpoint();
            writer.release(
                    "2026-11",
                    "ef".repeat(32),
                    new Statement.Head(now.origin(), now.size(), now.root()),
                    "Jane Doe",
                    "Read");
        }
    }

    private int follow() throws IOException {
        return follow(0);
    }

    /** @param number which of the page's blocks, from 0 */
    private int follow(int number) throws IOException {
        Matcher block = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        for (int i = 0; i <= number; i++) {
            assertThat(block.find()).isTrue();
        }
        Path work = Files.createTempDirectory(temporary, "work");
        Shell shell = Shell.run(
                block.group(1),
                vault,
                Map.of("KEY", temporary.resolve("key.pem").toString(), "WORK", work.toString()));
        output = shell.output();
        return shell.code();
    }

    @Test
    void commandsOfThePageFindNothingWrong() throws IOException {
        assertThat(follow()).as(() -> output).isZero();
        assertThat(output)
                .contains("Signature Verified Successfully")
                .contains("runs/r3/run.json: OK")
                .contains("runs/r4/run.json: OK")
                .contains("runs/r2/units/111122223333_eu-west-1.warc.zst: OK")
                .contains("runs/r3/items.ndjson.zst: OK");
    }

    @Test
    void commandsOfThePageTakeTheKeyOfToday() throws IOException {
        SigningKey next = SigningKey.of(new byte[32]);
        try (FileVault writer = FileVault.open(vault, KEY, CLOCK)) {
            writer.rotate(next);
        }
        assertThat(follow()).as("with the key of before").isNotZero();
        Files.writeString(temporary.resolve("key.pem"), next.publicPem());
        assertThat(follow()).as(() -> output).isZero();
        assertThat(output).contains("rotations/" + Envelope.keyId(next.publicKey()) + ".dsse.json: OK");
    }

    @Test
    void commandsOfThePageCutAPartOutOfAUnit() throws IOException {
        assertThat(follow(1)).as(() -> output).isZero();
        assertThat(output).matches("(?s)(WARC-Payload-Digest: sha256:[0-9a-f]{64}\\r?\n)+");
    }

    @Test
    void commandsOfThePageFindAnEditedCheckpoint() throws IOException {
        replace("checkpoint", "\n12\n", "\n11\n");
        assertThat(follow()).isNotZero();
        assertThat(output).contains("Signature Verification Failure");
    }

    @Test
    void commandsOfThePageFindAnEditedLeaf() throws IOException {
        replace("log/leaves", "2026-10-05T02:17:00", "2026-10-04T02:17:00");
        assertThat(follow()).isNotZero();
        assertThat(output).contains("Signature Verified Successfully").doesNotContain(": OK");
    }

    @Test
    void commandsOfThePageFindAnEditedRunRecord() throws IOException {
        replace("runs/r2/run.json", "GAPS", "COMPLETE");
        assertThat(follow()).isNotZero();
        assertThat(output).contains("runs/r2/run.json: FAILED");
    }

    @Test
    void commandsOfThePageFindAnEditedUnitAndEditedItems() throws IOException {
        Path items = vault.resolve("runs/r3/items.ndjson.zst");
        byte[] sealed = Files.readAllBytes(items);
        Files.writeString(items, "x", StandardOpenOption.APPEND);
        assertThat(follow()).isNotZero();
        assertThat(output).contains("runs/r3/items.ndjson.zst: FAILED");
        Files.write(items, sealed);
        Files.writeString(vault.resolve("runs/r1/units/111122223333_global.warc.zst"), "x", StandardOpenOption.APPEND);
        assertThat(follow()).isNotZero();
        assertThat(output).contains("runs/r1/units/111122223333_global.warc.zst: FAILED");
    }

    private void replace(String file, String old, String changed) throws IOException {
        String text = Files.readString(vault.resolve(file));
        assertThat(text).contains(old);
        Files.writeString(vault.resolve(file), text.replace(old, changed));
    }
}
