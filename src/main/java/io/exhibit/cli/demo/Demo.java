package io.exhibit.cli.demo;

import io.exhibit.assessment.Period;
import io.exhibit.aws.AwsClients;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Folders;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Sha256;
import io.exhibit.run.Asking;
import io.exhibit.run.AssessRun;
import io.exhibit.run.CollectRun;
import io.exhibit.run.MissedRuns;
import io.exhibit.run.PackRun;
import io.exhibit.sandbox.DemoBook;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Drives the runs night by night in simulated time. */
public final class Demo {

    /** What stands in the run records instead of the address, whose port differs each time. */
    public static final String ENDPOINT = "simulated";

    private static final String MARK = ".exhibit-demo";

    /** By these the other commands work in the demo's folder; its endpoint keeps a `collect` there away from AWS. */
    private static final String SETTINGS = """
            # Settings of the demo, so that the other commands work from this folder: exhibit assess, exhibit pack --month 2026-10.
            # The key is made of a seed that everybody knows: it proves nothing.
            vault: vault
            organization: organization
            key: keys/exhibit.pem
            aws:
              # Where `exhibit sandbox --port 4566` listens.
              endpoint: http://127.0.0.1:4566
              # Reports that may be fetched: who accepted their terms stands in the register accepted_terms.
              artifact_series: [SOC 2]
            pack:
              folder: packs
            """;

    private final Path out;
    private final Console console;

    public Demo(Path out, Console console) {
        this.out = out;
        this.console = console;
    }

    /** What is done when the nights are over. */
    @FunctionalInterface
    public interface Then<T> {
        T with(Wiring wiring, Vault vault, Book book, SimulatedClock clock) throws IOException;
    }

    /** Lives through so many nights of the demo's month and binds its pack. The folder is emptied before. */
    public PackRun.Bound run(int days) throws IOException {
        return nights(days, (wiring, vault, book, clock) -> bind(wiring, vault, book, clock, days));
    }

    /** Lives through so many nights and does something with what they left, while the vault is open. The folder is emptied before. */
    public <T> T nights(int days, Then<T> then) throws IOException {
        clear();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            Settings settings = settings(sandbox);
            Wiring wiring = new Wiring(settings, console);
            Keys.save(key(), settings.key());
            SimulatedClock clock = new SimulatedClock(DemoBook.VERSIONS.get(0).approvedAt());
            try (Vault vault = wiring.vaultToWrite(clock);
                    AwsClients clients = wiring.simulatedClients(clock, sandbox.endpoint())) {
                Asking asking = wiring.asking(clients, Pauses::none, ENDPOINT);
                Nights nights = null;
                for (LocalDate night : DemoMonth.nights().subList(0, days)) {
                    for (DemoBook.Version version : DemoBook.VERSIONS) {
                        if (version.firstNight().equals(night)) {
                            nights = approved(version, wiring, vault, asking, clock);
                        }
                    }
                    if (night.equals(DemoMonth.MISSED_NIGHT)) {
                        console.say("Night of " + night + ": missed, as the story has it");
                    } else {
                        sandbox.now(DemoMonth.runAt(night));
                        night(night, clock, vault, wiring, nights);
                    }
                }
                return then.with(wiring, vault, nights.book(), clock);
            }
        }
    }

    /** What collects and judges the nights by one book. */
    private record Nights(Book book, CollectRun collect, AssessRun assess) {}

    /** The book as it lies there on the day of its approval; from the next night on it is the one to judge by. */
    private Nights approved(DemoBook.Version version, Wiring wiring, Vault vault, Asking asking, SimulatedClock clock)
            throws IOException {
        DemoBook.write(out.resolve("organization"), SandboxOptions.defaults(), version.day());
        Book book = wiring.book();
        clock.begin(version.approvedAt());
        vault.approve(book.digest(), version.approver(), version.firstNight(), version.reason());
        clock.begin(DemoMonth.runAt(version.firstNight()));
        return new Nights(book, wiring.collectRun(vault, asking, clock, book), wiring.assessRun(vault, book));
    }

    private void night(LocalDate night, SimulatedClock clock, Vault vault, Wiring wiring, Nights nights)
            throws IOException {
        Instant due = DemoMonth.runAt(night);
        clock.begin(due);
        MissedRuns.seal(vault, wiring.settings().schedule().collect(), due);
        RunRecord run = nights.collect().collect(due);
        if (run.units().isEmpty()) {
            throw new Stop(ExitCode.SOFTWARE, "The night of " + night + " could not be collected: " + run.reason());
        }
        nights.assess().seal(run);
        long gaps = run.units().stream()
                .filter(unit -> nights.book().scope().inScope(unit.target()))
                .flatMap(unit -> unit.parts().stream())
                .mapToLong(part -> part.gaps().size())
                .sum();
        console.say(
                "Night of " + night + ": sealed" + (gaps == 0 ? "" : ", " + gaps + " calls in scope have no answer"));
    }

    private PackRun.Bound bind(Wiring wiring, Vault vault, Book book, SimulatedClock clock, int days)
            throws IOException {
        console.say("Binding the pack ...");
        Period month = new Period(
                DemoMonth.MONTH.atDay(1),
                DemoMonth.MONTH.atDay(days),
                wiring.settings().schedule().zone());
        clock.begin(month.end().plus(Duration.ofHours(6)));
        return wiring.packRun(vault, book, clock).bind("EH-" + DemoMonth.MONTH, month);
    }

    private Settings settings(Sandbox sandbox) throws IOException {
        Path file = Files.writeString(out.resolve("exhibit.yaml"), SETTINGS, StandardCharsets.UTF_8);
        // More at the same time only takes more memory where the simulation shares the machine.
        return SettingsReader.read(file).withEndpoint(sandbox.endpoint()).withParallel(4);
    }

    /** A key for show: whoever reads this can make it, and with it any demo. */
    private static SigningKey key() {
        byte[] seed = "exhibit demo, not a secret".getBytes(StandardCharsets.UTF_8);
        return SigningKey.of(HexFormat.of().parseHex(Sha256.hex(seed)));
    }

    /** Replaces an earlier demo, and refuses to touch anything else. */
    private void clear() throws IOException {
        if (Files.exists(out.resolve(MARK))) {
            Folders.delete(out);
        } else if (Files.exists(out)) {
            try (Stream<Path> some = Files.list(out)) {
                if (some.findAny().isPresent()) {
                    throw new Stop(
                            ExitCode.CANNOT_WRITE,
                            "The folder " + out + " holds something else than a demo. Choose another one with --out.");
                }
            }
        }
        Files.createDirectories(out);
        Files.createFile(out.resolve(MARK));
    }
}
