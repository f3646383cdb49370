package io.exhibit.cli.bench;

import io.exhibit.assessment.Assessment;
import io.exhibit.aws.AwsClients;
import io.exhibit.cli.demo.Demo;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.evidence.RunRecord;
import io.exhibit.run.AssessRun;
import io.exhibit.run.CollectRun;
import io.exhibit.sandbox.DemoBook;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.RunTime;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Many nights of a large organization, sealed and judged, the last of them with far more findings: what a console is measured on. */
final class ConsoleNights {

    private static final int PARALLEL = 8;
    private static final int EACH = 5;

    /** The last night; with it a month ends. */
    static final LocalDate LAST = DemoMonth.MONTH.atEndOfMonth();

    private final Path folder;
    private final Console console;

    ConsoleNights(Path folder, Console console) {
        this.folder = folder;
        this.console = console;
    }

    /**
     * How much there is.
     *
     * @param findings of Inspector each night in all accounts together, and {@code last} in the last one
     */
    record Size(int accounts, int days, int findings, int last) {

        SandboxOptions options(int all) {
            return SandboxOptions.defaults()
                    .withAccounts(accounts)
                    .withFindings(Math.max(1, all / accounts))
                    .withAlike(true);
        }
    }

    /** Lives through those that are not there yet; a folder that was filled before goes on. */
    Wiring live(Size size) throws IOException {
        Path file = folder.resolve("exhibit.yaml");
        if (!Files.exists(file)) {
            DemoBook.write(folder.resolve("organization"), size.options(size.findings()));
            Files.writeString(
                    file,
                    "vault: vault\norganization: organization\naws: {regions: [us-east-1]}\nmonitor: {listen: none}\n");
        }
        Settings settings = SettingsReader.read(file);
        Wiring wiring = new Wiring(settings, console);
        if (!wiring.hasVault()) {
            Keys.save(SigningKey.of(new byte[32]), settings.key());
        }
        LocalDate night = LAST.minusDays(size.days() - 1L);
        while (night.isBefore(LAST)) {
            live(wiring, size, size.findings(), night);
            LocalDate next = next(night);
            again(wiring, size, night, next);
            night = next;
        }
        live(wiring, size, size.last(), LAST);
        return wiring;
    }

    /** The next night that is asked for and not copied: the first of the last month, and each fifth one in it. */
    private static LocalDate next(LocalDate night) {
        LocalDate month = LAST.withDayOfMonth(1);
        LocalDate next = night.isBefore(month) ? month : night.plusDays(EACH);
        return next.isBefore(LAST) ? next : LAST;
    }

    /** By asking the sandbox. */
    private void live(Wiring asked, Size size, int findings, LocalDate night) throws IOException {
        SimulatedClock clock = new SimulatedClock(DemoMonth.runAt(night));
        try (Sandbox sandbox = Sandbox.start(size.options(findings))) {
            Wiring wiring =
                    new Wiring(asked.settings().withEndpoint(sandbox.endpoint()).withParallel(PARALLEL), console);
            Book book = wiring.book();
            try (Vault vault = wiring.vaultToWrite(clock);
                    AwsClients clients = wiring.simulatedClients(clock, sandbox.endpoint())) {
                CollectRun collect = wiring.collectRun(vault, clients, clock, Pauses::none, book, Demo.ENDPOINT);
                AssessRun assess = wiring.assessRun(vault, book);
                if (begins(vault, night, size, clock)) {
                    sandbox.now(DemoMonth.runAt(night));
                    assess.seal(collect.collect(DemoMonth.runAt(night)));
                }
            }
        }
    }

    /** The same answers and the same judgement once more for each night after the first: history that is read, and takes a tenth of the time. */
    private void again(Wiring wiring, Size size, LocalDate first, LocalDate until) throws IOException {
        SimulatedClock clock = new SimulatedClock(DemoMonth.runAt(first));
        try (Vault vault = wiring.vaultToWrite(clock)) {
            RunRecord base = vault.run(RunTime.text(DemoMonth.runAt(first)));
            Assessment judged = vault.assessment(base.id()).orElseThrow();
            for (LocalDate night = first.plusDays(1); night.isBefore(until); night = night.plusDays(1)) {
                if (begins(vault, night, size, clock)) {
                    String run = copy(vault, base, DemoMonth.runAt(night));
                    vault.assess(run, items -> {
                        judged.judgements()
                                .forEach(each -> vault.items(
                                        base.id(), each.assertion(), item -> items.accept(each.assertion(), item)));
                        return new Assessment(run, clock.instant(), judged.book(), judged.judgements());
                    });
                }
            }
        }
    }

    private boolean begins(Vault vault, LocalDate night, Size size, SimulatedClock clock) {
        console.progress("living through " + night, vault.runIds().size(), size.days());
        clock.begin(DemoMonth.runAt(night));
        return !vault.runIds().contains(RunTime.text(DemoMonth.runAt(night)));
    }

    private static String copy(Vault vault, RunRecord base, Instant due) throws IOException {
        String id = RunTime.text(due);
        try (RunWriter writer = vault.begin(id)) {
            List<RunRecord.Unit> units = new ArrayList<>();
            for (RunRecord.Unit unit : base.units()) {
                units.add(unit.file().isEmpty() ? unit : copy(vault, base, unit, writer));
            }
            writer.seal(new RunRecord(
                    id,
                    due,
                    due,
                    due.plus(Duration.between(base.started(), base.finished())),
                    base.outcome(),
                    base.reason(),
                    base.endpoint(),
                    base.identity(),
                    base.organization(),
                    base.accounts(),
                    base.digests(),
                    units));
        }
        return id;
    }

    private static RunRecord.Unit copy(Vault vault, RunRecord base, RunRecord.Unit unit, RunWriter writer)
            throws IOException {
        try (RunWriter.UnitWriter file = writer.unit(unit.target())) {
            List<RunRecord.Part> parts = new ArrayList<>();
            for (RunRecord.Part part : unit.parts()) {
                file.source(part.source());
                vault.exchanges(base, unit.target(), part.source(), exchange -> {
                    try {
                        file.write(exchange);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                RunWriter.Frames frames = file.endSource();
                parts.add(new RunRecord.Part(
                        part.source(),
                        part.calls(),
                        part.requests(),
                        part.items(),
                        part.lists(),
                        part.facts(),
                        part.gaps(),
                        frames.offset(),
                        frames.length()));
            }
            return file.commit(parts);
        }
    }
}
