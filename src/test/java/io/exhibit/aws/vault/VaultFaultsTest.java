package io.exhibit.aws.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.aws.vault.Retention.Mode;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Sha256;
import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.Discrepancy;
import io.exhibit.seal.FixityException;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.SampleRun;
import io.exhibit.seal.Step;
import io.exhibit.seal.Store;
import io.exhibit.seal.Vault;
import io.exhibit.seal.VaultException;
import io.exhibit.seal.VaultException.Reason;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** What S3 and the way to it can do to a vault. */
@OneJdk
class VaultFaultsTest {

    private static final Retention SIX_YEARS = new Retention(Mode.COMPLIANCE, Retention.SIX_YEARS);
    private static final String BUCKET = "exhibit-vault";

    private static Sandbox sandbox;
    private static int made;

    private String prefix;
    private S3Settings settings;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        sandbox.objects().make("unversioned", false, false);
        sandbox.objects().make("unlocked", true, false);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void place() {
        prefix = "f" + made++;
        settings = at(BUCKET, SIX_YEARS);
    }

    @AfterEach
    void noFaults() {
        sandbox.watch(kind -> {});
        sandbox.faults(List.of());
    }

    private S3Settings at(String bucket, Retention retention) {
        return Vaults.at(sandbox.endpoint(), "s3://" + bucket + "/" + prefix, retention);
    }

    private S3Vault create() throws IOException {
        return S3Vault.create(settings, Vaults.ORIGIN, Vaults.KEY, Vaults.CLOCK, Vaults.NO_WAIT);
    }

    private S3Vault open(String holder, InstantSource clock) throws IOException {
        return S3Vault.open(settings.heldBy(holder), Vaults.KEY, clock, Vaults.NO_WAIT);
    }

    private S3Vault open() throws IOException {
        return open("another", Vaults.CLOCK);
    }

    private static void fault(String spec) {
        sandbox.faults(List.of(FaultSpec.parse(spec)));
    }

    private List<Discrepancy> check() throws IOException {
        try (Store store = S3Vault.look(settings, Vaults.NO_WAIT)) {
            List<Step> steps = new Verifier(Vaults.KEY.publicKey()).steps(store, Optional.empty());
            return steps.stream().flatMap(step -> step.found().stream()).toList();
        }
    }

    /** Whichever put it is whose answer is lost: the same put again makes no second version, and nobody hears of it. */
    @Test
    void aLostAnswerMakesNoDuplicateAndNoError() throws IOException {
        boolean struck = true;
        int puts = 0;
        for (int n = 1; struck; n++, puts++) {
            place();
            AtomicBoolean lost = new AtomicBoolean();
            sandbox.watch(kind -> {
                lost.set(true);
                sandbox.faults(List.of());
            });
            fault("s3.PutObject=dropped#" + n);
            try (Vault vault = create()) {
                SampleRun.seal(vault, "r1");
                vault.sealPack("2026-10", "ab".repeat(32));
            }
            struck = lost.get();
            assertThat(check()).as("put " + n).isEmpty();
            List<String> keys = sandbox.objects().keys(BUCKET).stream()
                    .filter(key -> key.startsWith(prefix + "/"))
                    .toList();
            assertThat(keys).hasSize(10);
            for (String key : keys) {
                int versions = key.endsWith("/checkpoint") ? 3 : key.endsWith("/lock") ? 4 : 1;
                assertThat(sandbox.objects().versions(BUCKET, key))
                        .as(n + " " + key)
                        .isEqualTo(versions);
            }
        }
        assertThat(puts).isEqualTo(16 + 1);
    }

    /** Whoever dies while the first files are laid leaves a place at which the next one makes the vault. */
    @Test
    void aVaultThatWasNotMadeToItsEndIsMadeByTheNext() throws IOException {
        int cut = 0;
        for (int n = 2; n <= 4; n++) {
            place();
            fault("s3.PutObject=denied#" + n);
            assertThatThrownBy(this::create).as("put " + n).isInstanceOf(VaultException.class);
            cut++;
            sandbox.faults(List.of());
            // Its lock could not be let go either.
            InstantSource later = InstantSource.fixed(Vaults.CLOCK.instant().plus(Duration.ofHours(13)));
            try (Vault vault =
                    S3Vault.create(settings.heldBy("the next"), Vaults.ORIGIN, Vaults.KEY, later, Vaults.NO_WAIT)) {
                SampleRun.seal(vault, "r1");
            }
            assertThat(check()).as("put " + n).isEmpty();
        }
        assertThat(cut).isEqualTo(3);
    }

    @Test
    void aSecondVaultIsNotLaidOverTheFirst() throws IOException {
        try (Vault vault = create()) {
            SampleRun.seal(vault, "r1");
        }
        assertThatThrownBy(this::create).hasMessageContaining("already");
        assertThat(check()).isEmpty();
    }

    /** Without versions nothing could be had back that a writer who was passed over puts in the place of sealed lines. */
    @Test
    void aWriterWhoWasPassedOverReplacesNothing() throws IOException {
        settings = at("unversioned", Retention.NONE);
        InstantSource later = InstantSource.fixed(Vaults.CLOCK.instant().plus(Duration.ofHours(13)));
        try (S3Vault slow = create()) {
            try (Vault next = open("the next", later)) {
                SampleRun.seal(next, "r1");
            }
            assertThatThrownBy(() -> SampleRun.seal(slow, "r2")).isInstanceOf(VaultException.class);
        }
        assertThat(check()).noneMatch(found -> !found.file().contains("r2"));
        try (Vault vault = S3Vault.read(settings, Vaults.NO_WAIT)) {
            assertThat(vault.runIds()).containsExactly("r1");
        }
    }

    /** A copy that began without a lock goes on with one. */
    @Test
    void whatLiesThereUnlockedIsLockedWhenTheSettingsSaySo() throws IOException {
        settings = at(BUCKET, Retention.NONE);
        try (Store store = S3Vault.mirror(settings, Vaults.CLOCK, Vaults.NO_WAIT)) {
            store.put("runs/r1/run.json", new byte[] {1});
        }
        settings = at(BUCKET, SIX_YEARS);
        try (Store store = S3Vault.mirror(settings, Vaults.CLOCK, Vaults.NO_WAIT)) {
            store.put("runs/r1/run.json", new byte[] {1});
        }
        assertThat(sandbox.objects().versions(BUCKET, prefix + "/runs/r1/run.json"))
                .isEqualTo(1);
    }

    @Test
    void aConflictIsTriedAgain() throws IOException {
        try (Vault vault = create()) {
            sandbox.objects()
                    .refusePut(
                            409,
                            "ConditionalRequestConflict",
                            "The conditional request cannot succeed due to a conflicting operation against this"
                                    + " resource.");
            assertThat(SampleRun.seal(vault, "r1").id()).isEqualTo("r1");
        }
        assertThat(check()).isEmpty();
    }

    @Test
    void aBusyServerIsAskedAgainAndThenSaidToBeBusy() throws IOException {
        try (Vault vault = create()) {
            fault("s3.PutObject=throttled-once");
            SampleRun.seal(vault, "r1");
            fault("s3.PutObject=throttled");
            assertThatThrownBy(() -> SampleRun.seal(vault, "r2"))
                    .isInstanceOfSatisfying(
                            VaultException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE))
                    .hasMessageContaining("SlowDown");
            sandbox.faults(List.of());
            assertThat(vault.runIds()).containsExactly("r1");
        }
        assertThat(check()).isEmpty();
    }

    @Test
    void aBodyThatBreaksOffIsNoEvidence() throws IOException {
        RunRecord run;
        try (Vault vault = create()) {
            run = SampleRun.seal(vault, "r1");
        }
        try (Vault vault = S3Vault.read(settings, Vaults.NO_WAIT)) {
            vault.run("r1");
            fault("s3.GetObject=cut");
            assertThatThrownBy(() -> vault.exchanges(run, SampleRun.REGION, SampleRun.KEYS, each -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("could not be read to its end");
            fault("s3.GetObject=truncated");
            assertThatThrownBy(() -> vault.exchanges(run, SampleRun.REGION, SampleRun.KEYS, each -> {}))
                    .isInstanceOf(FixityException.class);
        }
    }

    @Test
    void aSmallObjectWhoseBodyBreaksOffIsAskedForAgain() throws IOException {
        try (Vault vault = create()) {
            SampleRun.seal(vault, "r1");
        }
        for (int n = 1; n <= 4; n++) {
            AtomicBoolean struck = new AtomicBoolean();
            sandbox.watch(kind -> {
                struck.set(true);
                sandbox.faults(List.of());
            });
            fault("s3.GetObject=cut#" + n);
            try (Vault vault = S3Vault.read(settings, Vaults.NO_WAIT)) {
                assertThat(vault.run("r1").id()).isEqualTo("r1");
            }
            assertThat(struck).as("read " + n).isTrue();
        }
        sandbox.watch(kind -> {});
        fault("s3.GetObject=cut");
        assertThatThrownBy(() -> S3Vault.read(settings, Vaults.NO_WAIT))
                .hasMessageContaining("could not be read to its end");
    }

    @Test
    void aSmallObjectThatIsLargerThanItCanBeIsNotRead() throws Exception {
        create().close();
        String large = "x".repeat((16 << 20) + 1);
        assertThat(new Raw(sandbox.endpoint(), BUCKET).send("PUT", prefix + "/FORMAT", large, Map.of()))
                .isEqualTo(200);
        assertThatThrownBy(() -> S3Vault.read(settings, Vaults.NO_WAIT))
                .isInstanceOfSatisfying(
                        VaultException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED))
                .hasMessage("FORMAT at s3://exhibit-vault/" + prefix
                        + " has more than the 16777216 bytes that such an object can have, and was not read.");
    }

    @Test
    void bytesThatRotAreNoticedBeforeAnyIsHandedOut() throws IOException {
        RunRecord run;
        try (Vault vault = create()) {
            run = SampleRun.seal(vault, "r1");
        }
        String unit = run.units().get(0).file();
        sandbox.objects().rot(BUCKET, prefix + "/runs/r1/" + unit);
        try (Vault vault = S3Vault.read(settings, Vaults.NO_WAIT)) {
            assertThatThrownBy(() -> vault.exchanges(run, SampleRun.REGION, SampleRun.KEYS, each -> {
                        throw new AssertionError("handed out");
                    }))
                    .isInstanceOf(FixityException.class)
                    .hasMessageContaining(unit);
        }
        assertThat(check()).extracting(found -> found.code().name()).containsExactly("DIGEST_DIFFERS");
    }

    @Test
    void bytesThatAreNotThoseOfTheirChecksumAreRefusedByTheServer() {
        try (Bucket bucket = Connection.of(settings, Vaults.NO_WAIT)) {
            assertThatThrownBy(() -> bucket.put(
                            "x",
                            RequestBody.fromString("other"),
                            Sha256.hex(SampleRun.bytes("these")),
                            Condition.ABSENT,
                            Bucket.Lock.NONE,
                            Map.of()))
                    .isInstanceOfSatisfying(
                            VaultException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED))
                    .hasMessageContaining("BadDigest");
        }
    }

    @Test
    void aBucketThatProtectsNothingIsRefusedUnlessTheSettingsSayNone() throws IOException {
        settings = at("unversioned", SIX_YEARS);
        assertThatThrownBy(this::create)
                .isInstanceOfSatisfying(
                        VaultException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNPROTECTED))
                .hasMessage("The bucket unversioned keeps no versions, and the settings ask for s3.lock: compliance."
                        + " Switch versioning on, or write s3.lock: none.");
        settings = at("unlocked", SIX_YEARS);
        assertThatThrownBy(this::create)
                .hasMessage("The bucket unlocked has no Object Lock, and the settings ask for s3.lock: compliance."
                        + " Switch Object Lock on, or write s3.lock: none.");
        for (String bucket : List.of("unversioned", "unlocked")) {
            settings = at(bucket, Retention.NONE);
            try (Vault vault = create()) {
                SampleRun.seal(vault, "r1");
            }
            assertThat(check()).as(bucket).isEmpty();
        }
    }

    @Test
    void whatIsDeniedOrNotThereIsSaidInASentence() throws IOException {
        create().close();
        fault("s3.PutObject=denied");
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        VaultException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DENIED))
                .hasMessageStartingWith(
                        "PutObject lock at s3://exhibit-vault/" + prefix + " was denied (AccessDenied): ");
        fault("s3.GetObject=denied");
        assertThatThrownBy(() -> S3Vault.read(settings, Vaults.NO_WAIT))
                .isInstanceOfSatisfying(
                        VaultException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DENIED));
        sandbox.faults(List.of());
        settings = at("no-such-bucket", SIX_YEARS);
        assertThatThrownBy(this::create)
                .isInstanceOfSatisfying(
                        VaultException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MISSING))
                .hasMessage("There is no bucket no-such-bucket. Make it first, or check vault of the settings.");
        settings = at(BUCKET, SIX_YEARS);
        prefix = "nowhere";
        settings = at(BUCKET, SIX_YEARS);
        assertThatThrownBy(() -> S3Vault.read(settings, Vaults.NO_WAIT))
                .hasMessageContaining("There is no vault at s3://exhibit-vault/nowhere");
    }

    /** Whoever may write can put a newer version on top, and hide it all under markers; what was sealed is read all the same. */
    @Test
    void whatIsPutOnTopOfASealedObjectChangesNothing() throws Exception {
        RunRecord run;
        try (Vault vault = create()) {
            run = SampleRun.seal(vault, "r1");
        }
        String record = prefix + "/runs/r1/run.json";
        Raw raw = new Raw(sandbox.endpoint(), BUCKET);
        assertThat(raw.send("PUT", record, "{}", Map.of())).isEqualTo(200);
        assertThat(raw.send("DELETE", prefix + "/runs/r1/" + run.units().get(0).file(), "", Map.of()))
                .isEqualTo(204);
        try (Vault vault = open()) {
            assertThat(vault.run("r1")).isEqualTo(run);
            vault.exchanges(run, SampleRun.REGION, SampleRun.KEYS, each -> {});
        }
        assertThat(check()).isEmpty();
    }

    @Test
    void nothingThatIsLockedCanBeDeletedAndNoLockShortened() throws Exception {
        try (Vault vault = create()) {
            SampleRun.seal(vault, "r1");
        }
        Raw raw = new Raw(sandbox.endpoint(), BUCKET);
        Map<String, String> bypass = Map.of("x-amz-bypass-governance-retention", "true");
        for (String key : sandbox.objects().keys(BUCKET)) {
            if (key.startsWith(prefix + "/") && !key.endsWith("/lock")) {
                String version = raw.version(key);
                assertThat(raw.send("DELETE", key + "?versionId=" + version, "", bypass))
                        .as(key)
                        .isEqualTo(403);
                assertThat(raw.send(
                                "PUT", key + "?retention&versionId=" + version, Raw.retention("2027-01-01"), bypass))
                        .as(key)
                        .isEqualTo(403);
            }
        }
        assertThat(check()).isEmpty();
    }

    @Test
    void theLockOfAWriterThatDiedIsPassedOverAndTheDeadOneSealsNothingMore() throws IOException {
        Vault dead = create();
        assertThatThrownBy(this::open).hasMessageContaining("passed over after 12 hours");
        InstantSource later = InstantSource.fixed(Vaults.CLOCK.instant().plus(Duration.ofHours(13)));
        try (Vault vault = open("another", later)) {
            SampleRun.seal(vault, "r1");
            assertThatThrownBy(() -> SampleRun.seal(dead, "r2"))
                    .isInstanceOfSatisfying(
                            VaultException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOCKED))
                    .hasMessageContaining("Somebody else wrote");
            dead.close();
            assertThatThrownBy(() -> open("third", later)).hasMessageContaining("(another, since ");
            SampleRun.seal(vault, "r3");
        }
        try (Vault vault = open("third", later)) {
            assertThat(vault.runIds()).containsExactly("r1", "r3");
            assertThat(SampleRun.seal(vault, "r2").id()).isEqualTo("r2");
        }
        assertThat(check()).isEmpty();
    }

    @Test
    void aRunThatWasBrokenOffIsNoEvidenceAndItsNameIsFree() throws IOException {
        Vault dead = create();
        RunWriter run = dead.begin("r1");
        SampleRun.units(run);
        InstantSource later = InstantSource.fixed(Vaults.CLOCK.instant().plus(Duration.ofHours(13)));
        try (S3Vault vault = open("another", later)) {
            assertThat(vault.setAside()).containsExactly("runs/r1");
            assertThat(vault.unfinished()).isEmpty();
            assertThat(vault.runIds()).isEmpty();
            assertThat(check()).isEmpty();
            try (RunWriter again = vault.begin("r1");
                    RunWriter.UnitWriter unit = again.unit(SampleRun.GLOBAL)) {
                List<RunRecord.Unit> units =
                        List.of(unit.commit(List.of(SampleRun.part(unit, SampleRun.USERS, SampleRun.keys()))));
                again.seal(SampleRun.record("r1", RunRecord.Outcome.GAPS, "", units));
            }
        }
        assertThat(check()).isEmpty();
        dead.close();
    }

    @Test
    void aLogOfSeveralBundlesIsReadWholeAtEverySize() throws IOException {
        StringBuilder written = new StringBuilder();
        for (int n = 0; n <= 13; n++) {
            try (Bucket bucket = Connection.of(settings, Vaults.NO_WAIT)) {
                ObjectLog log = log(bucket);
                assertThat(new String(log.leaves(), StandardCharsets.UTF_8)).isEqualTo(written.toString());
                if (n > 0) {
                    String leaf = "{\"file\":\"runs/r" + n + "/run.json\"}\n";
                    String name = "runs/r" + n + "/run.json";
                    log.append(leaf.getBytes(StandardCharsets.UTF_8), Map.of(name, new Entry(name, n, "00", "v" + n)));
                    written.append(leaf);
                }
                log.checkpoint(("origin\n" + n + "\nroot\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        try (Bucket bucket = Connection.of(settings, Vaults.NO_WAIT)) {
            ObjectLog log = log(bucket);
            assertThat(new String(log.leaves(), StandardCharsets.UTF_8)).isEqualTo(written.toString());
            for (int n = 1; n <= 13; n++) {
                String name = "runs/r" + n + "/run.json";
                assertThat(log.sealed(name)).contains(new Entry(name, n, "00", "v" + n));
            }
        }
    }

    private ObjectLog log(Bucket bucket) {
        Objects objects = new Objects(settings.place(), bucket, Retention.NONE, true, Vaults.CLOCK);
        return new ObjectLog(settings.place(), bucket, objects, 4);
    }
}
