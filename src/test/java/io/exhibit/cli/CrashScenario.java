package io.exhibit.cli;

import io.exhibit.evidence.Sha256;
import io.exhibit.run.SamplePack;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.KeyFiles;
import io.exhibit.seal.SampleRun;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Store;
import io.exhibit.seal.Vault;
import io.exhibit.seal.VaultCopy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * What may be under way when a disk fails, a process is killed or the power goes: one line each. What is done is done by the product's
 * own classes; doing it once more does what is left of it. What was acknowledged is told, as {@code run ID SHA-256} and the like.
 */
enum CrashScenario {
    /** Nothing is there. The vault is made, and a first night sealed and judged. */
    FIRST_NIGHT((place, told) -> {}, (place, told) -> night(place, "2026-10-05T021500Z", told)),

    /** Collect and commit: one more night. */
    NIGHT(CrashScenario::oneNight, (place, told) -> night(place, "2026-10-06T021500Z", told)),

    /** A vault in which a writer died: it is repaired, and the night is gone on with. */
    REPAIR(CrashScenario::died, (place, told) -> night(place, "2026-10-06T021500Z", told)),

    /** Pack and publish: the pack is bound, sealed and delivered. */
    BIND(CrashScenario::oneNight, CrashScenario::bind),

    /** The log goes on with another key. */
    ROTATE(CrashScenario::signed, CrashScenario::rotate),

    /** A mirror is brought up to date with a night and a pack, and another one made. */
    MIRROR(CrashScenario::mirrored, CrashScenario::mirrors);

    static final SigningKey KEY =
            SigningKey.of(Sha256.streaming().digest("a key for tests".getBytes(StandardCharsets.US_ASCII)));

    private static final SigningKey NEXT =
            SigningKey.of(Sha256.streaming().digest("another key for tests".getBytes(StandardCharsets.US_ASCII)));
    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");

    private final Act before;
    private final Act act;

    /** Changes a vault below a folder, and tells what is durable by then. */
    @FunctionalInterface
    interface Act {
        void in(Path place, Consumer<String> told) throws IOException;
    }

    CrashScenario(Act before, Act act) {
        this.before = before;
        this.act = act;
    }

    /** What is there before. */
    void prepare(Path place, Consumer<String> told) throws IOException {
        before.in(place, told);
    }

    void act(Path place, Consumer<String> told) throws IOException {
        act.in(place, told);
    }

    private static Vault open(Path place) throws IOException {
        Path vault = place.resolve("vault");
        return Files.exists(vault.resolve("FORMAT"))
                ? FileVault.open(vault, KEY, () -> NOW)
                : FileVault.create(vault, "example.org/evidence", KEY, () -> NOW);
    }

    private static void oneNight(Path place, Consumer<String> told) throws IOException {
        night(place, "2026-10-05T021500Z", told);
    }

    private static void night(Path place, String run, Consumer<String> told) throws IOException {
        try (Vault vault = open(place)) {
            SampleRun.sealOnce(vault, run);
            told.accept("run " + run + " " + vault.digest(run).orElseThrow());
            SampleRun.judgeOnce(vault, run);
            told.accept("day " + run);
        }
    }

    /** With a unit that can be gone on with, and everything that cannot. */
    private static void died(Path place, Consumer<String> told) throws IOException {
        oneNight(place, told);
        Path vault = place.resolve("vault");
        try (Vault dying = open(place)) {
            SampleRun.breakOff(dying, "2026-10-06T021500Z");
        }
        Files.createDirectories(vault.resolve("runs/2026-10-04T021500Z/units"));
        Files.writeString(vault.resolve("runs/2026-10-04T021500Z/units/111122223333_global.warc.zst"), "not noted");
        Files.writeString(vault.resolve("runs/2026-10-05T021500Z/items-2.ndjson.zst"), "not logged");
        Files.writeString(vault.resolve(".tmp-checkpoint"), "torn");
        Files.writeString(vault.resolve("log/leaves"), "{\"file\":\"runs/2026-10-0", StandardOpenOption.APPEND);
    }

    private static void bind(Path place, Consumer<String> told) throws IOException {
        try (Vault vault = open(place)) {
            told.accept("pack " + SamplePack.PACK + " " + SamplePack.bind(vault, place, KEY));
        }
    }

    private static void signed(Path place, Consumer<String> told) throws IOException {
        KEY.save(key(place));
        oneNight(place, told);
    }

    private static void rotate(Path place, Consumer<String> told) throws IOException {
        Path vault = place.resolve("vault");
        KeyFiles files = new KeyFiles(key(place), vault);
        files.finish();
        if (SigningKey.load(key(place)).publicKey().equals(KEY.publicKey())) {
            files.rotate(NEXT, () -> NOW);
        }
        SigningKey now = SigningKey.load(key(place));
        told.accept("key " + Sha256.hex(now.publicPem()));
        FileVault.open(vault, now, () -> NOW).close();
    }

    private static void mirrored(Path place, Consumer<String> told) throws IOException {
        oneNight(place, told);
        mirror(place, "mirror", told);
        night(place, "2026-10-06T021500Z", told);
        bind(place, told);
    }

    private static void mirrors(Path place, Consumer<String> told) throws IOException {
        mirror(place, "mirror", told);
        mirror(place, "mirrors/new", told);
    }

    private static void mirror(Path place, String name, Consumer<String> told) throws IOException {
        try (Store vault = FileVault.look(place.resolve("vault"));
                Store mirror = FileVault.mirror(place.resolve(name))) {
            new VaultCopy(vault, "vault", mirror, (done, all) -> {}).copy();
            told.accept("mirror " + name + " " + Base64.getEncoder().encodeToString(vault.content("checkpoint")));
        }
    }

    private static Path key(Path place) {
        return place.resolve("keys").resolve("exhibit.pem");
    }
}
