package io.exhibit.cli.bench;

import io.exhibit.assessment.Period;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.packs.WhichPack;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Folders;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Sha256;
import io.exhibit.render.ListingBench;
import io.exhibit.run.Edition;
import io.exhibit.run.PackRun;
import io.exhibit.sandbox.DemoBook;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Binds packs of the demo organization, of a night with many findings, and prints a long list: each beside what the bytes alone cost in the
 * same run. Binding is what {@code exhibit pack} does, the book and the vault read anew each time.
 */
final class PackBench {

    private static final Duration LATER = Duration.ofHours(6);
    /** So that what is found is late, and has to be listed. */
    private static final String LATE =
            "\ncritical_sla_days: {value: 1, policy: a bench}\nhigh_sla_days: {value: 1, policy: a bench}\n";

    private static final String REASON = "Measured again";

    private final Path folder;
    private final List<String> rounds;
    private final Console console;

    PackBench(Path folder, Console console) {
        this(folder, List.of("cold", "second", "third", "fourth", "fifth", "sixth"), console);
    }

    /** @param rounds what each binding of the month is called */
    PackBench(Path folder, List<String> rounds, Console console) {
        this.folder = folder;
        this.rounds = rounds;
        this.console = console;
    }

    /**
     * A pack.
     *
     * @param seconds of binding
     * @param cpu of this process meanwhile, with compiling and collecting garbage
     * @param heap its peak meanwhile, in bytes
     */
    private record Took(PackRun.Bound pack, double seconds, double cpu, long heap) {

        static Took of(Binding binding) throws IOException {
            BenchVault.forgetPeak();
            double cpu = BenchVault.cpu();
            long begin = System.nanoTime();
            PackRun.Bound pack = binding.bind();
            return new Took(pack, (System.nanoTime() - begin) / 1e9, BenchVault.cpu() - cpu, BenchVault.heapPeak());
        }

        Path zip() {
            return pack.zip().orElseThrow();
        }
    }

    private interface Binding {
        PackRun.Bound bind() throws IOException;
    }

    /** A demo as {@code exhibit demo} left it; its month is bound again on a copy, and nothing is written into it. */
    void demo(Path demo) throws IOException {
        Path copy = folder.resolve("demo");
        Folders.copy(demo, copy);
        Wiring wiring = new Wiring(SettingsReader.read(copy.resolve("exhibit.yaml")), console);
        month(wiring, WhichPack.of(DemoMonth.MONTH, zone(wiring)));
    }

    /** Lives through the nights of a period first, then binds its last part, and all of it when that is longer. */
    void nights(Period all, Period last) throws IOException {
        DemoBook.write(folder.resolve("organization"), SandboxOptions.defaults());
        Settings settings = SettingsReader.read(
                Files.writeString(folder.resolve("exhibit.yaml"), "vault: vault\norganization: organization\n"));
        BenchNights.live(settings, all.first(), all.last(), console);
        Wiring wiring = new Wiring(settings, console);
        month(wiring, last);
        if (!all.equals(last)) {
            tell("period", "in all", all, bind(wiring, next(wiring, all), all));
        }
    }

    void months(int months) throws IOException {
        Period month = WhichPack.of(DemoMonth.MONTH, zone(new Wiring(SettingsReader.defaults(folder), console)));
        nights(new Period(month.first().minusMonths(months - 1L), month.last(), month.zone()), month);
    }

    private static ZoneId zone(Wiring wiring) {
        return wiring.settings().schedule().zone();
    }

    private void month(Wiring wiring, Period month) throws IOException {
        for (String round : rounds) {
            tell("month", round, month, bind(wiring, next(wiring, month), month));
        }
    }

    private static Edition next(Wiring wiring, Period period) throws IOException {
        Edition first = Edition.first(wiring.settings().packSeries(), period);
        try (Vault vault = wiring.vaultToRead()) {
            int number = 1;
            while (vault.packs().containsKey(first.again(number, REASON).pack())) {
                number++;
            }
            return first.again(number, REASON);
        }
    }

    private static Took bind(Wiring wiring, Edition edition, Period period) throws IOException {
        SimulatedClock clock = new SimulatedClock(period.end().plus(LATER).plus(Duration.ofDays(edition.number())));
        return Took.of(() -> {
            try (Vault vault = wiring.vaultToWrite(clock)) {
                return wiring.packRun(vault, wiring.book(), clock).bind(edition, period);
            }
        });
    }

    private void tell(String what, String how, Period period, Took took) throws IOException {
        ListingBench.Report report = ListingBench.report(took.pack().file());
        double bytes = copied(took.zip());
        double bare = report.seconds() + bytes;
        console.result(BenchCommand.line(
                "%-8s %d days bound in %.2f s, %.2f s CPU (%s): %d pages, %.0f pages/s, zip of %.1f MB; bare %.2f s (PDFBox loads and saves the"
                        + " report, the zip is copied and digested): %.1f times; heap peak %d MB",
                what,
                period.days(),
                took.seconds(),
                took.cpu(),
                how,
                report.pages(),
                report.pages() / took.seconds(),
                Files.size(took.zip()) / 1e6,
                bare,
                took.seconds() / bare,
                took.heap() >> 20));
    }

    private static double copied(Path zip) throws IOException {
        long begin = System.nanoTime();
        try (InputStream in = Files.newInputStream(zip);
                OutputStream out =
                        new DigestOutputStream(Files.newOutputStream(zip.resolveSibling("copy")), Sha256.streaming())) {
            in.transferTo(out);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** A night of many findings in each account, which go to volumes beside the report. */
    void findings(int accounts, int findings) throws IOException {
        Path place = Files.createDirectory(folder.resolve("findings"));
        SandboxOptions options = SandboxOptions.defaults()
                .withAccounts(accounts)
                .withFindings(findings)
                .withAlike(true);
        Path own = place.resolve("organization");
        DemoBook.write(own, options);
        Path parameters = own.resolve("parameters.yaml");
        String kept = Files.readString(parameters).replaceAll("(?m)^(critical|high)_sla_days:.*$", "");
        Files.writeString(parameters, kept + LATE);
        try (SandboxProcess sandbox = SandboxProcess.start(place, options);
                BenchVault bench = new BenchVault(
                        SettingsReader.defaults(place)
                                .withOrganization(own)
                                .withEndpoint(sandbox.endpoint())
                                .withParallel(4),
                        sandbox.endpoint(),
                        false,
                        console)) {
            RunRecord run = bench.collect();
            bench.assess(run);
            Period night = new Period(DemoMonth.MONTH.atDay(1), DemoMonth.MONTH.atDay(1), bench.zone());
            Took took = Took.of(() -> bench.bind(night));
            console.result(BenchCommand.line(
                    "findings %d of Inspector in each of %d accounts, %d volumes of lists beside the report:",
                    findings, accounts, volumes(took.pack())));
            tell("findings", "cold", night, took);
        }
    }

    private static long volumes(PackRun.Bound pack) throws IOException {
        try (Stream<Path> files = Files.walk(pack.file().getParent())) {
            return files.filter(file -> file.getFileName().toString().matches("[a-z-]+-[0-9]+\\.pdf"))
                    .count();
        }
    }

    void listing(int rows) throws IOException {
        BenchVault.forgetPeak();
        ListingBench.Figures f = ListingBench.run(folder, rows);
        console.result(BenchCommand.line(
                "listing  %d rows tagged in %d volumes: %.2f s, %d pages, %.0f pages/s, %.1f MB; bare PDFBox %.2f s, %d pages, %.1f MB:"
                        + " %.2f times; heap peak %d MB of %d MB",
                f.rows(),
                f.volumes(),
                f.seconds(),
                f.pages(),
                f.pages() / f.seconds(),
                f.bytes() / 1e6,
                f.bare(),
                f.barePages(),
                f.bareBytes() / 1e6,
                f.timesBare(),
                BenchVault.heapPeak() >> 20,
                Runtime.getRuntime().maxMemory() >> 20));
    }
}
