package io.exhibit.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.cli.terminal.Console;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Judges a sealed run with many findings and users by the whole book, beside reading the same JSON out of the same vault into Jackson's
 * untyped maps. The bare reading goes before and behind, so that neither has the warmer machine.
 */
final class JudgeRunBench {

    private static final int ROUNDS = 2;

    private final Path folder;
    private final SandboxOptions options;
    private final Console console;
    private final ObjectMapper maps = new ObjectMapper();

    JudgeRunBench(Path folder, int findings, int users, Console console) {
        this.folder = folder;
        this.options =
                SandboxOptions.defaults().withAccounts(3).withFindings(findings).withUsers(users);
        this.console = console;
    }

    /**
     * Bare reading.
     *
     * @param seconds with unsealing, that is zstd and SHA-256
     * @param parsing of these in Jackson alone
     * @param json bytes that Jackson read
     * @param other bytes that it did not: XML and CSV
     */
    private record Bare(double seconds, double parsing, long json, long other) {}

    void run() throws IOException {
        try (SandboxProcess sandbox = SandboxProcess.start(folder, options);
                BenchVault bench = new BenchVault(folder, sandbox.endpoint(), false, 4, console)) {
            RunRecord run = bench.collect();
            double bare = 0;
            double parsing = 0;
            double judged = 0;
            Bare read = bare(bench, run);
            long items = 0;
            for (int round = 0; round < ROUNDS; round++) {
                read = bare(bench, run);
                bare += read.seconds();
                parsing += read.parsing();
                long begin = System.nanoTime();
                items = bench.judge(run);
                judged += (System.nanoTime() - begin) / 1e9;
            }
            tell(run, items, read, bare / ROUNDS, parsing / ROUNDS, judged / ROUNDS);
        }
    }

    private void tell(RunRecord run, long items, Bare read, double bare, double parsing, double judged) {
        long records = run.units().stream()
                .flatMap(unit -> unit.parts().stream())
                .mapToLong(Part::items)
                .sum();
        console.result(BenchCommand.line(
                "run      %d items in %d units, %.0f MB of JSON and %.1f MB of XML and CSV",
                records, run.units().size(), read.json() / 1e6, read.other() / 1e6));
        console.result(BenchCommand.line(
                "bare     the JSON out of the vault to Jackson's maps in %.1f s, %.1f s of it in Jackson",
                bare, parsing));
        console.result(BenchCommand.line(
                "judged   by the whole book in %.1f s, %d items of its tests: %.0f %% of the bare reading, %.0f %% of Jackson alone",
                judged, items, 100 * bare / judged, 100 * parsing / judged));
        console.result(BenchCommand.line(
                "heap     peak %d MB of %d MB",
                BenchVault.heapPeak() >> 20, Runtime.getRuntime().maxMemory() >> 20));
    }

    private Bare bare(BenchVault bench, RunRecord run) throws IOException {
        long[] nanos = {0};
        long[] bytes = {0, 0};
        long begin = System.nanoTime();
        for (Unit unit : run.units()) {
            for (Part part : unit.parts()) {
                bench.exchanges(run, unit.target(), part.source(), exchange -> {
                    byte[] body = body(exchange);
                    boolean json = body.length > 0 && body[0] == '{';
                    bytes[json ? 0 : 1] += body.length;
                    if (json) {
                        long from = System.nanoTime();
                        parse(body);
                        nanos[0] += System.nanoTime() - from;
                    }
                });
            }
        }
        return new Bare((System.nanoTime() - begin) / 1e9, nanos[0] / 1e9, bytes[0], bytes[1]);
    }

    private static byte[] body(Exchange exchange) {
        return exchange.response() == null ? new byte[0] : exchange.response().body();
    }

    private void parse(byte[] body) {
        try {
            maps.readValue(body, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
