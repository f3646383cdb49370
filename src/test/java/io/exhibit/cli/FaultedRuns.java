package io.exhibit.cli;

import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Period;
import io.exhibit.aws.AwsClients;
import io.exhibit.aws.AwsSettings;
import io.exhibit.aws.HttpLimits;
import io.exhibit.cli.demo.Demo;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.evaluate.Evaluator;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import io.exhibit.run.Asking;
import io.exhibit.run.PackContents;
import io.exhibit.run.PackRun;
import io.exhibit.sandbox.DemoBook;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.sandbox.FaultKind;
import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import io.exhibit.seal.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same night of the simulated organization, collected again and again with other faults, each time into a vault of its own, which the next one replaces. */
final class FaultedRuns implements AutoCloseable {

    /** Small pages, so that there is a second one, and no wait before the second attempt. */
    private static final HttpLimits PATIENT = new HttpLimits(
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            2,
            Duration.ofMillis(1),
            4 << 20,
            1 << 20,
            5);

    /** For answers that come too slowly; only for those, because a busy machine answers slowly as well. */
    private static final HttpLimits IMPATIENT = new HttpLimits(
            PATIENT.connect(),
            PATIENT.silence(),
            Duration.ofMillis(600),
            Duration.ofMillis(600),
            1,
            PATIENT.backoff(),
            PATIENT.answerBytes(),
            PATIENT.documentBytes(),
            PATIENT.pageItems());

    /** What a client's patience ends. */
    static final Set<FaultKind> WAITED_FOR = EnumSet.of(FaultKind.SLOW, FaultKind.SILENT);

    static final LocalDate NIGHT = DemoMonth.MONTH.atDay(1);
    private static final Instant ISSUED = DemoMonth.FIRST_RUN.plus(Duration.ofHours(24));
    private static final SigningKey KEY = SigningKey.of(new byte[32]);

    private final Path folder;
    private final Sandbox sandbox;
    private final Wiring wiring;
    private final Book book;
    private final AwsClients patient;
    private final AwsClients impatient;
    private final Remembered remembered;
    private final Evaluator evaluator;
    private final SimulatedClock clock = new SimulatedClock(DemoMonth.FIRST_RUN);
    private final Map<String, Set<Target>> populations = new HashMap<>();
    private Faulted learnt;
    private int runs;

    FaultedRuns(Path folder) throws IOException {
        this(folder, 3);
    }

    /** @param regions of the three accounts, 2 at least */
    FaultedRuns(Path folder, int regions) throws IOException {
        this.folder = folder;
        SandboxOptions options = SandboxOptions.defaults().withAccounts(3).withRegions(regions);
        sandbox = Sandbox.start(options);
        DemoBook.write(folder.resolve("organization"), options);
        // As many units at a time as there are regions to wait for.
        Path settings = folder.resolve("exhibit.yaml");
        Files.writeString(
                settings, "organization: organization\naws: {endpoint: \"" + sandbox.endpoint() + "\", parallel: 9}\n");
        wiring = new Wiring(SettingsReader.read(settings), Consoles.quiet());
        Keys.save(KEY, wiring.settings().key());
        book = wiring.book();
        patient = clients(PATIENT);
        impatient = clients(IMPATIENT);
        remembered = new Remembered(patient.line());
        evaluator = new Evaluator(book, catalog(), wiring.settings().schedule().zone());
    }

    private AwsClients clients(HttpLimits limits) {
        return new AwsClients(AwsSettings.simulated(sandbox.endpoint()).limited(limits), clock, Pauses::none);
    }

    Book book() {
        return book;
    }

    Catalog catalog() {
        return wiring.catalog();
    }

    /** Collects with these faults, judges, and makes the content of the night's pack; the run is the one that the vault holds. */
    Faulted collect(List<FaultSpec> faults) throws IOException {
        AwsClients clients = faults.stream().anyMatch(fault -> WAITED_FOR.contains(fault.kind())) ? impatient : patient;
        return faulted(collected(faults, asking(clients)));
    }

    /** The same without faults, to be remembered. */
    Faulted learn() throws IOException {
        learnt = faulted(collected(List.of(), remembered.learning(asking(patient))));
        try (Vault vault = FileVault.read(newest())) {
            for (Assertion assertion : book.assertions()) {
                Set<Target> targets = new HashSet<>();
                vault.items(learnt.run().id(), assertion.id(), item -> targets.add(item.target()));
                populations.put(assertion.id(), targets);
            }
        }
        return learnt;
    }

    /** Where that night has items, by assertion. */
    Map<String, Set<Target>> populations() {
        return Map.copyOf(populations);
    }

    /** The same, over the wire only where it is told to; elsewhere as it was learnt. */
    Faulted collect(List<FaultSpec> faults, BiPredicate<String, Target> anew) throws IOException {
        return faulted(collected(faults, remembered.asking(asking(patient), anew)), anew);
    }

    /** What is answered there otherwise than when it was learnt, now that there are no faults any more. */
    Set<Remembered.Page> unlikeLearnt(BiPredicate<String, Target> where) {
        sandbox.faults(List.of());
        return remembered.unlike(asking(patient), where);
    }

    private Asking asking(AwsClients clients) {
        return wiring.asking(clients, Pauses::none, Demo.ENDPOINT);
    }

    private Faulted faulted(Vault sealed) throws IOException {
        return faulted(sealed, (source, target) -> true);
    }

    private Faulted faulted(Vault sealed, BiPredicate<String, Target> anew) throws IOException {
        try (Vault vault = sealed) {
            RunRecord run = SealedRuns.of(vault).get(0);
            return new Faulted(
                    run,
                    requests(vault, run, anew),
                    vault.assessment(run.id()).stream()
                            .flatMap(day -> day.judgements().stream())
                            .collect(Collectors.toMap(Judgement::assertion, judgement -> judgement)),
                    PackContents.of(pack(vault), night(), vault, ISSUED),
                    new Verifier(KEY.publicKey()).check(newest()));
        }
    }

    /** Collects with these faults and binds the night's pack. */
    BoundNight bind(String name, List<FaultSpec> faults) throws IOException {
        AwsClients clients = faults.stream().anyMatch(fault -> WAITED_FOR.contains(fault.kind())) ? impatient : patient;
        try (Vault vault = collected(faults, asking(clients))) {
            clock.begin(ISSUED);
            Path pack = pack(vault).bind(name, night()).file();
            return new BoundNight(pack, Faulted.gaps(SealedRuns.of(vault).get(0)));
        }
    }

    /** A pack, and what the log of its run holds. */
    record BoundNight(Path pack, List<Faulted.Logged> gaps) {}

    private Vault collected(List<FaultSpec> faults, Asking asking) throws IOException {
        delete(newest());
        runs++;
        Vault vault = FileVault.create(newest(), "exhibit/EH", KEY, clock);
        sandbox.faults(faults);
        clock.begin(DemoMonth.FIRST_RUN);
        RunRecord run = wiring.collectRun(vault, asking, clock, book).collect(DemoMonth.FIRST_RUN);
        if (!run.units().isEmpty()) {
            wiring.assessRun(vault, book, evaluator).seal(run);
        }
        return vault;
    }

    private Path newest() {
        return folder.resolve("vault-" + runs);
    }

    private PackRun pack(Vault vault) throws IOException {
        return wiring.packRun(vault, book, wiring.assessRun(vault, book, evaluator), clock);
    }

    private Period night() {
        return new Period(NIGHT, NIGHT, wiring.settings().schedule().zone());
    }

    /** As they are sealed; where the answers were remembered ones, they were read when these came. */
    private List<Faulted.Request> requests(Vault vault, RunRecord run, BiPredicate<String, Target> anew)
            throws IOException {
        List<Faulted.Request> requests = new ArrayList<>();
        for (RunRecord.Unit unit : run.units()) {
            for (RunRecord.Part part : unit.parts()) {
                Faulted.Place place = new Faulted.Place(unit.target(), part.source());
                if (part.length() > 0 && anew.test(part.source(), unit.target())) {
                    vault.exchanges(
                            run,
                            unit.target(),
                            part.source(),
                            e -> requests.add(new Faulted.Request(place, e.call(), e.outcome())));
                } else if (part.length() > 0) {
                    requests.addAll(learnt.requests(place));
                }
            }
        }
        return requests;
    }

    private static void delete(Path vault) throws IOException {
        if (Files.exists(vault)) {
            try (Stream<Path> files = Files.walk(vault)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() {
        patient.close();
        impatient.close();
        sandbox.close();
    }
}
