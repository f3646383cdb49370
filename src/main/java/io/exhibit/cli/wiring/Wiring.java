package io.exhibit.cli.wiring;

import io.exhibit.aws.AwsClients;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ConsoleProgress;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.terminal.Shipped;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.collect.Pause;
import io.exhibit.control.Book;
import io.exhibit.evaluate.Evaluator;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Sha256;
import io.exhibit.run.Asking;
import io.exhibit.run.AssessRun;
import io.exhibit.run.CollectRun;
import io.exhibit.run.PackRun;
import io.exhibit.run.Preflight;
import io.exhibit.run.Progress;
import io.exhibit.run.RunClock;
import io.exhibit.schedule.ScheduleState;
import io.exhibit.seal.KeyFiles;
import io.exhibit.seal.LoggedVault;
import io.exhibit.seal.Signer;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.LogManager;

/** Puts the rooms together as the settings say. */
public final class Wiring {

    /** In the place of a digest where the program is no jar. */
    public static final String UNPACKED = "unpacked classes";

    private final Settings settings;
    private final Console console;
    private final AwsWiring aws;
    private final Signing signing;
    private final PackWiring packs;
    private final BookReading reading;
    private Optional<Cluster> cluster = Optional.empty();

    public Wiring(Settings settings, Console console) {
        quiet();
        this.settings = settings;
        this.console = console;
        this.aws = new AwsWiring(settings, console);
        this.signing = new Signing(settings, () -> aws.clients(new SystemClock(), Pauses::real));
        this.reading = new BookReading(settings);
        this.packs = new PackWiring(settings, signing, console);
    }

    /** Libraries say nothing of their own. */
    public static void quiet() {
        try {
            LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(Shipped.bytes("logging.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the jar, or words that say that the classes lie open. */
    public static String version() {
        String version = Wiring.class.getPackage().getImplementationVersion();
        return version == null ? "(unpacked)" : version;
    }

    public Settings settings() {
        return settings;
    }

    public Signing signing() {
        return signing;
    }

    /** What can be read at all: it comes with the program. */
    public Catalog catalog() {
        return reading.catalog();
    }

    /** The book, with its expressions checked; every mistake of both kinds at once. */
    public Book book() {
        return reading.book();
    }

    /** How the book is read. */
    public BookReading reading() {
        return reading;
    }

    /** From now on this is one of several nodes. */
    public void among(Cluster nodes) {
        this.cluster = Optional.of(nodes);
    }

    /** What the nodes share; whoever is no node visits them. */
    public synchronized Cluster cluster() {
        if (cluster.isEmpty()) {
            cluster = Optional.of(Cluster.visit(settings));
        }
        return cluster.get();
    }

    /** The signer of the log, which is made when there is no vault and no key yet. A key made anew could not go on with a log. */
    public Signer key() throws IOException {
        return signing.isFile() ? file(hasVault()) : signing.signer();
    }

    /** Opens the vault for writing; makes it, and the key, when there is none. */
    public LoggedVault vaultToWrite(InstantSource clock) throws IOException {
        boolean there = hasVault();
        Optional<String> lost = there ? Optional.empty() : new LogMark(settings).lost();
        // Another process may have made the first one, and noted it, since it was looked for.
        if (lost.isPresent() && !hasVault()) {
            throw new Stop(ExitCode.MISSING, lost.get());
        }
        if (settings.serving().cluster().isPresent()) {
            return cluster().vaultToWrite(key(), clock);
        }
        Signer key = signing.isFile() ? file(there) : signing.signer();
        VaultWiring vault = new VaultWiring(settings.vault());
        return there ? vault.open(key, clock) : vault.create(origin(settings), key, clock);
    }

    private SigningKey file(boolean there) throws IOException {
        if (there && !Files.exists(settings.key())) {
            throw new Stop(
                    ExitCode.MISSING,
                    "The key that signed the log of " + settings.vault() + " is not there: " + settings.key()
                            + ". Put it back, or name its place in the settings (key).");
        }
        if (there && keyFiles().finish()) {
            console.say("A change of the key had been broken off; it is done now.");
        }
        return Keys.loadOrMake(settings.key(), console);
    }

    /** The key in a file, and how it changes. */
    public KeyFiles keyFiles() {
        return new KeyFiles(settings.key(), new VaultWiring(settings.vault()));
    }

    /** Name of the log of a vault that is made by these settings. */
    public static String origin(Settings settings) {
        return "exhibit/" + settings.pack().prefix();
    }

    /** Asks S3 where the vault lies there, so that it can fail as S3 does. */
    public boolean hasVault() throws IOException {
        return new VaultWiring(settings.vault()).exists();
    }

    /** Notes that there is a log, so that it is missed when it is not there any more. */
    public void noteLog() {
        new LogMark(settings).keep(console);
    }

    /** @throws Stop because there is none */
    public Vault vaultToRead() throws IOException {
        if (!hasVault()) {
            throw new Stop(
                    ExitCode.MISSING,
                    "There is no vault at " + settings.vault() + ". Check --vault, or run: exhibit collect");
        }
        return new VaultWiring(settings.vault()).read();
    }

    /** For reading, and for lengthening locks, which needs no key. */
    public Vault vaultToRetain() throws IOException {
        vaultToRead().close();
        return new VaultWiring(settings.vault()).retain();
    }

    /** By the settings and with the SDK's default chain of credentials; nothing is asked before it is needed. */
    public AwsClients clients(RunClock clock, Pause pause) {
        return aws.clients(clock, pause);
    }

    /** Clients of our own sandbox, with credentials for show. */
    public AwsClients simulatedClients(RunClock clock, URI sandbox) {
        return aws.simulated(clock, sandbox);
    }

    /** Clients of our own sandbox that keep to AWS's pace. */
    public AwsClients pacedClients(RunClock clock, URI sandbox) {
        return aws.paced(clock, sandbox);
    }

    /** One run that asks AWS through these clients. */
    public CollectRun collectRun(
            Vault vault, AwsClients clients, RunClock clock, Pause pause, Book book, String endpoint) {
        return collectRun(vault, asking(clients, pause, endpoint), clock, book);
    }

    /** One run that nothing breaks off. */
    public CollectRun collectRun(Vault vault, Asking asking, RunClock clock, Book book) {
        return collectRun(vault, asking, clock, book, () -> false);
    }

    /** One run by the scope of today, which leaves a sign of how far it is in the folder of the state. */
    public CollectRun collectRun(Vault vault, Asking asking, RunClock clock, Book book, BooleanSupplier stopping) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), settings.schedule().zone());
        return new CollectRun(
                vault,
                asking,
                clock,
                book.scope().on(today),
                digests(book),
                new CollectingSign(settings.serving().state(), new ConsoleProgress(console)),
                stopping);
    }

    /** What is known of the schedule beside the log. */
    public ScheduleState state() {
        return cluster.map(Cluster::state)
                .orElseGet(() -> new StateFolder(settings.serving().state()));
    }

    /** Asks what a run would ask, briefly, and keeps nothing. */
    public Preflight preflight(AwsClients clients, RunClock clock) {
        Asking asking = asking(clients, Pauses::real, settings.endpointName());
        return new Preflight(asking, clock, new ConsoleProgress(console));
    }

    /** Whom a run asks and for what; {@code endpoint} is what stands in the evidence as the address. */
    public Asking asking(AwsClients clients, Pause pause, String endpoint) {
        return aws.asking(clients, pause, endpoint, catalog());
    }

    /** Judges by a book, whose expressions are compiled for it. */
    public AssessRun assessRun(Vault vault, Book book) {
        return assessRun(vault, book, reading.evaluator(book));
    }

    /** @param evaluator of the same book */
    public AssessRun assessRun(Vault vault, Book book, Evaluator evaluator) {
        return new AssessRun(vault, catalog(), evaluator, book);
    }

    /** Nights are sealed by the book of the settings' framework, also when the month is bound for another. */
    public PackRun packRun(Vault vault, Book book, InstantSource clock) throws IOException {
        return packRun(vault, book, clock, new ConsoleProgress(console));
    }

    /** @param progress hears how far it is: over much evidence a month takes minutes */
    public PackRun packRun(Vault vault, Book book, InstantSource clock, Progress progress) throws IOException {
        Optional<Supplier<AssessRun>> nights = settings.framework().equals(settings.scheduled())
                ? Optional.empty()
                : Optional.of(() -> assessRun(vault, new Wiring(settings.asScheduled(), console).book()));
        AssessRun assess = new AssessRun(vault, catalog(), reading.evaluator(book), book, nights).telling(progress);
        return packRun(vault, book, assess, clock);
    }

    /** Binds packs from nights that were judged, or are judged on the way, by {@code assess}. */
    public PackRun packRun(Vault vault, Book book, AssessRun assess, InstantSource clock) throws IOException {
        return packs.run(vault, book, assess, clock, catalog(), digests(book));
    }

    /** What makes a run, by name. */
    public Map<String, String> digests(Book book) {
        Map<String, String> digests = new TreeMap<>();
        digests.put("build", buildDigest());
        digests.put("book", book.digest());
        digests.put("settings", settings.digest().isEmpty() ? "built-in defaults, no file" : settings.digest());
        return digests;
    }

    /** Digest of the jar that runs, or of nothing when the classes lie open. */
    public static String buildDigest() {
        try {
            Path place = Path.of(Wiring.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(place) ? Sha256.hex(Files.readAllBytes(place)) : UNPACKED;
        } catch (java.net.URISyntaxException | IOException e) {
            throw new IllegalStateException("the program's own jar could not be read", e);
        }
    }
}
