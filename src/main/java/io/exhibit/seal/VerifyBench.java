package io.exhibit.seal;

import com.github.luben.zstd.ZstdInputStream;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Measures what checking costs: a large pack against zstd and SHA-256 alone on the same bytes, and a long log. */
public final class VerifyBench {

    private static final String RUN = "2026-10-01T021500Z";
    private static final String PACK = "EH-2026-10";
    private static final SigningKey KEY = SigningKey.of(new byte[32]);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-10-01T02:15:00Z"));
    private static final int PAGE = 1 << 20;

    private VerifyBench() {}

    /**
     * What was measured, fastest of three; seconds.
     *
     * @param bytes of the zip
     * @param verify of the pack, every step
     * @param bare SHA-256 over the same file
     * @param payloads every exchange read and its payload digested, of {@code payloadBytes}
     * @param barePayloads zstd and SHA-256 over the same unit file
     * @param log of {@code runs} runs, every step
     */
    public record Figures(
            long bytes,
            double verify,
            double bare,
            long payloadBytes,
            double payloads,
            double barePayloads,
            int runs,
            double log) {}

    /** @param folder empty; the pack and the vaults are left there */
    public static Figures run(Path folder, int mebibytes, int runs) throws IOException {
        Path zip = folder.resolve(PACK + ".zip");
        RunRecord record;
        long payload = (long) mebibytes * PAGE;
        try (Vault vault = FileVault.create(folder.resolve("vault"), "example.org/bench", KEY, CLOCK)) {
            record = write(vault, mebibytes);
            bind(vault, zip);
        }
        Path unit = folder.resolve("vault").resolve(Layout.folder(RUN)).resolve(Layout.unit(BenchRun.TARGET));
        longLog(folder.resolve("long"), runs);
        double[] best = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        for (int round = 0; round < 3; round++) {
            best[0] = Math.min(best[0], seconds(() -> ok(new PackVerifier(trust(), Optional.empty()).check(zip))));
            best[1] = Math.min(best[1], seconds(() -> digest(Files.newInputStream(zip))));
            best[2] = Math.min(best[2], seconds(() -> {
                try (PackVault pack = PackVault.open(zip, Optional.empty())) {
                    pack.exchanges(record, BenchRun.TARGET, BenchRun.SOURCE, exchange -> {});
                }
            }));
            best[3] = Math.min(best[3], seconds(() -> digest(new ZstdInputStream(Files.newInputStream(unit)))));
            best[4] = Math.min(
                    best[4], seconds(() -> ok(new Verifier(trust()).steps(folder.resolve("long"), Optional.empty()))));
        }
        return new Figures(Files.size(zip), best[0], best[1], payload, best[2], best[3], runs, best[4]);
    }

    private static Trust trust() {
        return Trust.of(KEY.publicKey());
    }

    private interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void ok(List<Step> steps) {
        steps.forEach(step -> {
            if (step.status() == Step.Status.FAIL || step.status() == Step.Status.NOT_CHECKED) {
                throw new IllegalStateException(step.name() + ": " + step.says() + " " + step.found());
            }
        });
    }

    private static void digest(InputStream from) throws IOException {
        MessageDigest digest = Sha256.streaming();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = from) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        digest.digest();
    }

    /** Pages of a mebibyte that hardly shrink, so that the pack has the size that was asked for. */
    private static RunRecord write(Vault vault, int pages) throws IOException {
        Random random = new Random(1);
        byte[] bytes = new byte[PAGE / 4 * 3];
        return BenchRun.write(vault, RUN, pages, page -> {
            random.nextBytes(bytes);
            return Base64.getEncoder().encode(bytes);
        });
    }

    private static void bind(Vault vault, Path zip) throws IOException {
        Checkpoint log = vault.checkpoint();
        PackWriter pack = new PackWriter(new Statement.Meaning(
                PACK,
                1,
                CLOCK.instant(),
                "2026-10-01",
                "2026-10-01",
                "UTC",
                "0 15 2 * * ?",
                "bench",
                "",
                "Exhibit",
                Map.of(),
                new Statement.Head(log.origin(), log.size(), log.root()),
                List.of(new Statement.Ran(RUN, "COMPLETE")),
                List.of(),
                List.of(),
                "none",
                "",
                ""));
        for (Map.Entry<String, SealedContent> file : vault.files(List.of(RUN)).entrySet()) {
            pack.add("vault/" + file.getKey(), file.getValue());
        }
        pack.add("vault/checkpoint", Content.of(log.note().getBytes(StandardCharsets.UTF_8)));
        try (OutputStream out = Files.newOutputStream(zip)) {
            pack.write(KEY, "", out);
        }
    }

    /** As a vault of so many nights lies there; written at once, because each leaf by itself is forced to the disk. */
    private static void longLog(Path folder, int runs) throws IOException {
        FileVault.create(folder, "example.org/bench", KEY, CLOCK).close();
        MerkleTree tree = new MerkleTree();
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            String id = RunTime.text(CLOCK.instant().plusSeconds(86_400L * i));
            byte[] record = CanonicalJson.line(BenchRun.record(id, RunRecord.Outcome.MISSED, List.of()));
            Path file = folder.resolve(Layout.record(id));
            Files.createDirectories(file.getParent());
            Files.write(file, record);
            byte[] line = CanonicalJson.line(
                    new Leaf(Leaf.Kind.RUN, id, Layout.record(id), Sha256.hex(record), CLOCK.instant()));
            tree.add(Arrays.copyOf(line, line.length - 1));
            lines.add(line);
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("log/leaves"))) {
            for (byte[] line : lines) {
                out.write(line);
            }
        }
        Files.writeString(
                folder.resolve("checkpoint"),
                SignedNote.sign("example.org/bench", tree, KEY).note());
    }
}
