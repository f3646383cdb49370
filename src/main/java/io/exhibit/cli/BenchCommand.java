package io.exhibit.cli;

import io.exhibit.seal.SealBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures, beside the bare limit in the same run: on a noisy machine only ratios mean something. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures one stage on generated findings, beside the bare limit of the same work in the same run.",
            "",
            "  seal     a unit file, beside zstd and SHA-256 alone",
            "  collect  a run over loopback, beside fetching the same answers; with the peak of the heap"
        },
        footer = {"", "Example:  EXHIBIT_JAVA_OPTIONS=-Xmx256m exhibit bench collect --findings 1000000"})
final class BenchCommand implements Callable<Integer> {

    private enum Stage {
        seal,
        collect
    }

    @Parameters(paramLabel = "STAGE", description = "seal or collect.")
    private Stage stage;

    @Option(
            names = "--findings",
            paramLabel = "N",
            description = "How many (default: 100000).",
            defaultValue = "100000")
    private int findings;

    private final Console console;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("exhibit-bench");
        try {
            switch (stage) {
                case seal -> seal(folder);
                case collect -> new CollectBench(folder, findings, console).run();
            }
        } finally {
            Folders.delete(folder);
        }
        return ExitCode.DONE;
    }

    private void seal(Path folder) throws IOException {
        SealBench.Figures f = SealBench.run(folder, Math.max(1, findings / 100));
        console.result(line(
                "write %.0f MB/s, bare zstd and SHA-256 %.0f MB/s: %.0f %%",
                f.write(), f.bareWrite(), 100 * f.write() / f.bareWrite()));
        console.result(line(
                "read  %.0f MB/s, bare zstd and SHA-256 %.0f MB/s: %.0f %%",
                f.read(), f.bareRead(), 100 * f.read() / f.bareRead()));
    }

    static String line(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
