package io.exhibit.cli.bench;

import static io.exhibit.cli.bench.BenchCommand.line;

import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evaluate.JudgeBench;
import io.exhibit.read.CatalogFile;
import io.exhibit.read.ReadBench;
import io.exhibit.seal.SealBench;
import io.exhibit.seal.VerifyBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The stages whose rooms measure themselves, each told in lines beside the bare work. */
final class StageBench {

    /** Of the log that verify checks: a nightly run for a generation. */
    private static final int RUNS = 10_000;

    /** Records that judge holds in memory, beside the run that it streams. */
    private static final int IN_MEMORY = 20_000;

    private final Console console;

    StageBench(Console console) {
        this.console = console;
    }

    void read(int findings) throws IOException {
        int repeats = Math.max(1, findings / 1000);
        ReadBench.Figures f = ReadBench.run(CatalogFile.load(), 5, repeats);
        console.result(line(
                "tokens %.0f MB/s, untyped maps %.0f MB/s, typed records %.0f MB/s (%.0f findings of %d bytes a second);"
                        + " round by round %.0f %% of the maps' speed (median of 5; the speeds are medians of their own)",
                f.tokens(), f.maps(), f.reading(), f.findingsPerSecond(), f.bytesPerFinding(), 100 * f.ofMaps()));
    }

    void judge(Path folder, int findings, int users) throws IOException {
        Wiring wiring = new Wiring(SettingsReader.defaults(folder), console);
        for (String reading : List.of("ec2.network-rules", "iam.credential-report")) {
            int records = Math.min(findings, IN_MEMORY);
            JudgeBench.Figures f = JudgeBench.memory(wiring.book(), wiring.catalog(), reading, records);
            console.result(line(
                    "%s: %d records, %d assertions, %d items in their populations: bare %.2f M evaluations/s, judged %.2f M/s: %.0f %%",
                    reading,
                    records,
                    f.assertions(),
                    f.items(),
                    f.barePerSecond() / 1e6,
                    f.judgedPerSecond() / 1e6,
                    100 * f.share()));
        }
        new JudgeRunBench(folder, findings, users, console).run();
    }

    void seal(Path folder, int findings) throws IOException {
        SealBench.Figures f = SealBench.run(folder, Math.max(1, findings / 100));
        console.result(line(
                "write %.0f MB/s, bare zstd and SHA-256 %.0f MB/s: %.0f %%",
                f.write(), f.bareWrite(), 100 * f.write() / f.bareWrite()));
        console.result(line(
                "read  %.0f MB/s, bare zstd and SHA-256 %.0f MB/s: %.0f %%",
                f.read(), f.bareRead(), 100 * f.read() / f.bareRead()));
    }

    void verify(Path folder, int size) throws IOException {
        if (size < 1) {
            throw new Stop(ExitCode.USAGE, "--size is at least 1, not " + size + ".");
        }
        VerifyBench.Figures f = VerifyBench.run(folder, size, RUNS);
        console.result(line(
                "pack of %.0f MB: verified in %.2f s, bare SHA-256 %.2f s: %.0f %% of its speed",
                f.bytes() / 1e6, f.verify(), f.bare(), 100 * f.bare() / f.verify()));
        console.result(line(
                "its payloads of %.0f MB: read and digested in %.2f s, bare zstd and SHA-256 %.2f s: %.0f %%",
                f.payloadBytes() / 1e6, f.payloads(), f.barePayloads(), 100 * f.barePayloads() / f.payloads()));
        console.result(line("log of %d runs: %.2f s", f.runs(), f.log()));
    }
}
