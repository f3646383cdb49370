package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Receipt;
import io.exhibit.disk.Watch;
import io.exhibit.disk.WatchedFileSystem;
import io.exhibit.evidence.Sha256;
import io.exhibit.run.SamplePack;
import io.exhibit.seal.Checkpoint;
import io.exhibit.seal.Discrepancy;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.PackVerifier;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Step;
import io.exhibit.seal.Trust;
import io.exhibit.seal.Vault;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold of a folder after anything may have happened to whoever wrote there. */
final class CrashOracle {

    private CrashOracle() {}

    /** A folder in which nothing waits for the disk, as for one who will not be broken off. */
    static Path unforced(Path place) {
        return WatchedFileSystem.path(place, new Watch() {});
    }

    /**
     * What was acknowledged is there, whoever looks; and the next act comes to its end, with a vault in which nothing is wrong.
     *
     * @param place for the next act
     */
    static void nothingIsLost(CrashScenario scenario, Path place, List<String> acknowledged) throws IOException {
        // What nothing sealed and what nothing covers may lie there until the next one opens the vault.
        isThere(place, acknowledged, Set.of(Discrepancy.Code.FILE_UNKNOWN, Discrepancy.Code.LOG_LONGER));
        List<String> told = new ArrayList<>(acknowledged);
        scenario.act(place, told::add);
        assertThat(told).as("acknowledged by the next one").hasSizeGreaterThan(acknowledged.size());
        isThere(place, told, Set.of());
    }

    private static void isThere(Path place, List<String> acknowledged, Set<Discrepancy.Code> allowed)
            throws IOException {
        if (acknowledged.isEmpty()) {
            return;
        }
        Path vault = place.resolve("vault");
        assertThat(new Verifier(CrashScenario.KEY.publicKey()).check(vault))
                .filteredOn(found -> !allowed.contains(found.code()))
                .isEmpty();
        try (Vault sealed = FileVault.read(vault)) {
            for (String each : acknowledged) {
                String[] words = each.split(" ");
                switch (words[0]) {
                    case "run" -> assertThat(sealed.digest(words[1])).as(each).contains(words[2]);
                    case "day" ->
                        assertThat(sealed.assessment(words[1])).as(each).isPresent();
                    case "key" ->
                        assertThat(Sha256.hex(SigningKey.load(place.resolve("keys/exhibit.pem"))
                                        .publicPem()))
                                .isEqualTo(words[1]);
                    case "mirror" -> mirrorIsThere(place, words[1], words[2], allowed);
                    default -> packIsThere(place, sealed, words[1], words[2]);
                }
            }
        }
    }

    /** It is whole, and its log begins with what was acknowledged. */
    private static void mirrorIsThere(Path place, String name, String checkpoint, Set<Discrepancy.Code> allowed)
            throws IOException {
        Path kept = Files.write(
                place.resolve("checkpoint-of-" + name.replace('/', '-')),
                Base64.getDecoder().decode(checkpoint));
        List<Step> steps = new Verifier(Trust.of(CrashScenario.KEY.publicKey()))
                .steps(place.resolve(name), Optional.of(Checkpoint.read(kept)));
        assertThat(steps)
                .filteredOn(step -> step.name() == Step.Name.SINCE)
                .extracting(Step::status)
                .containsExactly(Step.Status.OK);
        assertThat(steps)
                .flatExtracting(Step::found)
                .filteredOn(found -> !allowed.contains(found.code()))
                .isEmpty();
    }

    private static void packIsThere(Path place, Vault sealed, String pack, String sha256) throws IOException {
        assertThat(sealed.packs()).containsEntry(pack, sha256);
        for (String folder : List.of("packs", "delivered")) {
            Path zip = place.resolve(folder).resolve(pack + ".zip");
            assertThat(Sha256.hex(Files.readAllBytes(zip))).as(zip.toString()).isEqualTo(sha256);
            assertThat(place.resolve(folder).resolve(pack + ".pdf")).hasContent(SamplePack.REPORT);
        }
        assertThat(place.resolve("packs").resolve(pack + ".issue.json"))
                .content()
                .contains(sha256);
        assertThat(place.resolve("delivered").resolve(pack + ".receipt.json"))
                .content()
                .contains(sha256);
        assertThat(sealed.receipts())
                .as("one receipt of each channel, whoever died")
                .filteredOn(receipt -> receipt.pack().equals(pack))
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.files())
                        .extracting(Receipt.Item::sha256)
                        .contains(sha256));
        assertThat(new PackVerifier(Trust.of(CrashScenario.KEY.publicKey()), Optional.empty())
                        .check(place.resolve("packs").resolve(pack + ".zip")))
                .flatExtracting(Step::found)
                .isEmpty();
    }
}
