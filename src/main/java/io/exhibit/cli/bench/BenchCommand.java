package io.exhibit.cli.bench;

import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Folders;
import io.exhibit.cli.terminal.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
            "  read     raw answers to records, beside Jackson to untyped maps",
            "  judge    the assertions over records, beside the compiled expressions alone; and a sealed run by the whole book,",
            "           beside Jackson to untyped maps",
            "  preview  an edited threshold over stored months of the demo organization; before, it lives through these nights",
            "  pack     the month of the demo organization bound six times in one process (the first time it is cold), as many --months in one pack, a night with",
            "           --findings in each of --accounts, and a list of --rows beside bare PDFBox: each as a line; 0 leaves one out",
            "  seal     a unit file, beside zstd and SHA-256 alone",
            "  verify   a large pack and its payloads, beside SHA-256 (and zstd) alone; and a log of 10,000 runs",
            "  collect  a run over loopback, beside fetching the same findings through the SDK's clients alone: by CPU, because the",
            "           sandbox has a process of its own. Both warm up with up to 100,000 of each kind, which is not counted; then half is fetched",
            "           alone, the run is collected three times, sealed the second time and kept nowhere the others, and the other half is fetched",
            "  schedule  the life of a node in simulated time, with absences, sleep, pauses, stops and refusals: every fire must be accounted for",
            "  serve    what a node holds after many looks by Quartz's threads: heap and threads at a tenth, half and all of them",
            "  console  its pages, over an organization of --accounts with --days nights of --findings in all and a last night of --last, beside",
            "           a file that is only handed out; the nights are lived through first, which takes longest: --keep has them kept",
            "  organization  a run in many accounts and regions with AWS's limits in force, beside its distance alone",
            "",
            "A percentage is the speed of the stage by that of the bare work; 100 %% would cost nothing beside it. Seen on two",
            "busy cores: read 90 to 115, judge 50 to 60, seal 60 to write and 30 to read. Compare runs of one machine only."
        },
        footer = {
            "",
            "Examples: EXHIBIT_JAVA_OPTIONS=-Xmx256m exhibit bench collect --findings 1000000 --guardduty 200000",
            "          exhibit bench pack --demo exhibit-demo --findings 10000 --accounts 25",
            "          EXHIBIT_JAVA_OPTIONS=-Xmx512m exhibit bench pack --months 0 --findings 0 --rows 100000"
        })
public final class BenchCommand implements Callable<Integer> {

    /** Findings of each kind that collect warms up with: until then the JIT has hardly compiled what is measured. */
    private static final int WARM = 100_000;

    private enum Stage {
        read,
        judge,
        preview,
        pack,
        seal,
        verify,
        collect,
        organization,
        schedule,
        serve,
        console
    }

    @Parameters(
            paramLabel = "STAGE",
            description =
                    "read, judge, preview, pack, seal, verify, collect, organization, schedule, serve or console.")
    private Stage stage;

    @Option(
            names = "--findings",
            paramLabel = "N",
            description =
                    "How many (default: 100000); of pack in each account (default: 10000), of console in all accounts (default: 2000).")
    private Integer findings;

    @Option(
            names = "--guardduty",
            paramLabel = "N",
            description = "Of collect: how many of GuardDuty beside those of Inspector (default: a fifth of them).")
    private Integer guardDuty;

    @Option(
            names = "--users",
            paramLabel = "N",
            description = "Of judge: IAM users of the run, a tenth of them with an access key (default: 10000).",
            defaultValue = "10000")
    private int users;

    @Option(
            names = "--months",
            paramLabel = "N",
            description = "Of preview and pack (default: 12).",
            defaultValue = "12")
    private int months;

    @Option(
            names = "--demo",
            paramLabel = "DIR",
            description =
                    "Of pack: the folder of a demo, of which a copy is bound instead of --months that are lived through first.")
    private Path demo;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Of the list that pack prints (default: 100000).",
            defaultValue = "100000")
    private int rows;

    @Option(
            names = "--size",
            paramLabel = "MIB",
            description = "Of the pack that verify checks (default: 256).",
            defaultValue = "256")
    private int size;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            description = "Of organization and console (default: 100) and pack (default: 25).")
    private Integer accounts;

    @Option(names = "--regions", paramLabel = "N", description = "Of organization (default: 17).", defaultValue = "17")
    private int regions;

    @Option(
            names = "--latency",
            paramLabel = "MS",
            description = "Of every answer to organization (default: 20).",
            defaultValue = "20")
    private int latency;

    @Option(names = "--fires", paramLabel = "N", description = "Of serve (default: 10000).", defaultValue = "10000")
    private int fires;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "Of schedule and console (default: 400).",
            defaultValue = "400")
    private int days;

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "Of console: findings of the last night (default: 1000000).",
            defaultValue = "1000000")
    private int last;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description =
                    "Of console: where the nights lie, and stay; those that are there already are not lived through again.")
    private Path keep;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of schedule: another one, another life (default: 1).",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "Units of organization that are asked at the same time (default: 96).",
            defaultValue = "96")
    private int parallel;

    private final Console console;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        boolean packs = stage == Stage.pack;
        findings = findings != null ? findings : packs ? 10_000 : stage == Stage.console ? 2_000 : 100_000;
        accounts = accounts != null ? accounts : packs ? 25 : 100;
        if (findings < 1 && !packs) {
            throw new Stop(ExitCode.USAGE, "--findings is at least 1, not " + findings + ".");
        }
        if (guardDuty != null && guardDuty < 1) {
            throw new Stop(ExitCode.USAGE, "--guardduty is at least 1, not " + guardDuty + ".");
        }
        Path folder = Files.createTempDirectory("exhibit-bench");
        StageBench stages = new StageBench(console);
        try {
            switch (stage) {
                case read -> stages.read(findings);
                case judge -> stages.judge(folder, findings, users);
                case preview -> new PreviewBench(folder, months, console).run();
                case pack -> pack(new PackBench(folder, console));
                case seal -> stages.seal(folder, findings);
                case verify -> stages.verify(folder, size);
                case collect ->
                    new CollectBench(folder, findings, guardDuty == null ? findings / 5 : guardDuty, WARM, console)
                            .run();
                case schedule -> schedule(folder);
                case console -> console(keep == null ? folder : Files.createDirectories(keep));
                case serve -> new ServeBench(folder, Math.max(1, fires), console).run();
                case organization ->
                    new OrganizationBench(
                                    folder,
                                    new OrganizationBench.Size(accounts, regions, Duration.ofMillis(latency), parallel),
                                    console)
                            .run();
            }
        } finally {
            Folders.delete(folder);
        }
        return ExitCode.DONE;
    }

    private void schedule(Path folder) throws IOException {
        if (days < 1 || days > 4_000) {
            throw new Stop(ExitCode.USAGE, "--days lies between 1 and 4000, not " + days + ".");
        }
        if (!new ScheduleBench(folder, ScheduleBench.FIRST, days, seed, console)
                .run()
                .isEmpty()) {
            throw new Stop(ExitCode.VERIFICATION_FAILED, "The log does not account for what befell the node.");
        }
    }

    private void console(Path place) throws IOException {
        if (days < 2 || accounts < 4 || last < accounts) {
            throw new Stop(
                    ExitCode.USAGE,
                    "--days is at least 2, --accounts at least 4, and --last at least one of each account.");
        }
        new ConsoleBench(place, new ConsoleNights.Size(accounts, days, findings, last), console).run();
    }

    private void pack(PackBench bench) throws IOException {
        if (demo != null) {
            bench.demo(demo);
        } else if (months > 0) {
            bench.months(months);
        }
        if (findings > 0) {
            bench.findings(accounts, findings);
        }
        if (rows > 0) {
            bench.listing(rows);
        }
    }

    static String line(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
