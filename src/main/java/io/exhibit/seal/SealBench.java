package io.exhibit.seal;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
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
import java.util.List;
import java.util.stream.IntStream;

/** Measures what sealing costs: a unit written and read through the vault, against zstd and SHA-256 alone on the same bytes. */
public final class SealBench {

    private static final int FINDINGS_PER_PAGE = 100;

    private SealBench() {}

    /**
     * What was measured; speeds in 10^6 payload bytes a second.
     *
     * @param payloadBytes of the answers that were written
     * @param fileBytes of the unit file
     */
    public record Figures(
            long payloadBytes, long fileBytes, double write, double bareWrite, double read, double bareRead) {}

    /**
     * Writes and reads some pages of findings, three times, and keeps the fastest time of each.
     *
     * @param folder empty; for a vault that is left there
     */
    public static Figures run(Path folder, int pages) throws IOException {
        List<byte[]> bodies = IntStream.range(0, 16).mapToObj(SealBench::page).toList();
        long bytes = 0;
        for (int i = 0; i < pages; i++) {
            bytes += bodies.get(i % 16).length;
        }
        Path bare = folder.resolve("bare.zst");
        long[] best = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
        long fileBytes = 0;
        try (Vault vault = FileVault.create(
                folder.resolve("vault"),
                "example.org/bench",
                SigningKey.of(new byte[32]),
                InstantSource.fixed(Instant.EPOCH))) {
            for (int round = 0; round < 3; round++) {
                long start = System.nanoTime();
                RunRecord run = BenchRun.write(vault, "round-" + round, pages, page -> bodies.get((page - 1) % 16));
                best[0] = Math.min(best[0], System.nanoTime() - start);
                start = System.nanoTime();
                writeBare(bare, bodies, pages);
                best[1] = Math.min(best[1], System.nanoTime() - start);
                start = System.nanoTime();
                vault.exchanges(run, BenchRun.TARGET, BenchRun.SOURCE, exchange -> {});
                best[2] = Math.min(best[2], System.nanoTime() - start);
                start = System.nanoTime();
                readBare(bare);
                best[3] = Math.min(best[3], System.nanoTime() - start);
                fileBytes = run.units().get(0).bytes();
            }
        }
        Files.delete(bare);
        double scaled = bytes * 1e3;
        return new Figures(bytes, fileBytes, scaled / best[0], scaled / best[1], scaled / best[2], scaled / best[3]);
    }

    private static void writeBare(Path file, List<byte[]> bodies, int pages) throws IOException {
        MessageDigest digest = Sha256.streaming();
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(file), 3).setChecksum(true)) {
            for (int page = 0; page < pages; page++) {
                byte[] body = bodies.get(page % 16);
                digest.update(body);
                out.write(body);
            }
        }
        digest.digest();
    }

    private static void readBare(Path file) throws IOException {
        MessageDigest digest = Sha256.streaming();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = new ZstdInputStream(Files.newInputStream(file))) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        digest.digest();
    }

    /** Pages that look like findings: much repeats, ids and numbers do not. */
    private static byte[] page(int page) {
        StringBuilder text = new StringBuilder("{\"findings\":[");
        for (int i = 0; i < FINDINGS_PER_PAGE; i++) {
            String id = Sha256.hex((page + "/" + i).getBytes(StandardCharsets.UTF_8));
            text.append(i == 0 ? "" : ",")
                    .append("{\"findingArn\":\"arn:aws:inspector2:us-east-1:111122223333:finding/")
                    .append(id)
                    .append("\",\"status\":\"ACTIVE\",\"severity\":\"HIGH\",\"firstObservedAt\":")
                    .append(1_760_000_000L + i * 977L)
                    .append(",\"title\":\"CVE-2026-")
                    .append(10_000 + i)
                    .append(" - library\",\"description\":\"")
                    .append("A flaw in the handling of input lets a remote party read memory. ".repeat(20))
                    .append(id, 0, 12)
                    .append("\",\"resources\":[{\"type\":\"AWS_EC2_INSTANCE\",\"id\":\"i-")
                    .append(id, 20, 37)
                    .append("\",\"partition\":\"aws\",\"region\":\"us-east-1\"}]}");
        }
        return text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
