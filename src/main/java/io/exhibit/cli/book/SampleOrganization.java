package io.exhibit.cli.book;

import io.exhibit.aws.RegionNames;
import io.exhibit.cli.runs.SealedRun;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Folders;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Problem;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.mapping.MappingReader;
import io.exhibit.mapping.OrganizationSample;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the organization's own book to start from, with the accounts and regions that were found. */
@Command(
        name = "organization",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the organization's own book to start from: scope, thresholds, registers, documents, decisions, accepted risks.",
            "Accounts and regions are those of the newest sealed run, when there is one. Nothing in it counts until it is signed."
        },
        footer = {"", "Example:  exhibit sample organization --out organization"})
final class SampleOrganization implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "A folder that is empty or not there.")
    private Path out;

    private final Console console;

    SampleOrganization(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = out.toAbsolutePath().normalize();
        refuse(folder);
        Wiring wiring = new Wiring(given.settings(), console);
        Optional<RunRecord> run = newest(wiring);
        List<Account> accounts = run.map(this::accounts).orElse(List.of());
        List<String> regions = run.map(SampleOrganization::regions).orElse(List.of());
        OrganizationSample.Result sample = OrganizationSample.of(
                wiring.settings().mappings().orElse(null), wiring.settings().framework(), accounts, regions);
        if (!sample.problems().isEmpty()) {
            throw new Stop(ExitCode.FILE, "The mappings have mistakes:", sample.problems());
        }
        write(folder, sample.files(), wiring);
        console.result("Written to " + out + ": " + sample.files().size() + " files. "
                + run.map(r -> "Run " + r.id() + " found " + counted(accounts.size(), "account") + " and "
                                + counted(regions.size(), "region") + ".")
                        .orElse("No run is sealed yet: scope.yaml shows how an account is written."));
        console.result("Nothing in it counts until it is signed. Name the folder in exhibit.yaml (organization: " + out
                + "), then: exhibit mappings check");
        return ExitCode.DONE;
    }

    private static void refuse(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new Stop(
                    ExitCode.CANNOT_WRITE, folder + " is a file. Nothing was written. Name a folder with --out.");
        }
        try (Stream<Path> some = Files.list(folder)) {
            if (some.findAny().isPresent()) {
                throw full(folder);
            }
        }
    }

    private static Stop full(Path folder) {
        return new Stop(
                ExitCode.CANNOT_WRITE,
                "The folder " + folder + " holds something already. Nothing was written. Name another one with --out.");
    }

    private static Optional<RunRecord> newest(Wiring wiring) throws IOException {
        if (!wiring.hasVault()) {
            return Optional.empty();
        }
        try (Vault vault = wiring.vaultToRead()) {
            return SealedRun.newest(vault);
        }
    }

    /** In the order that AWS gave; each once. */
    private List<Account> accounts(RunRecord run) {
        Map<String, Account> accounts = new LinkedHashMap<>();
        for (Account account : run.accounts()) {
            if (account.id().matches("[0-9]{12}")) {
                accounts.putIfAbsent(account.id(), account);
            } else {
                console.say("Left out, because it is no account's number: " + account.id());
            }
        }
        return List.copyOf(accounts.values());
    }

    private static List<String> regions(RunRecord run) {
        return run.units().stream()
                .map(RunRecord.Unit::target)
                .filter(target -> !target.isGlobal() && RegionNames.mayBe(target.region()))
                .map(target -> target.region())
                .distinct()
                .sorted()
                .toList();
    }

    /** All or nothing: the set is made beside its place, read back, and moved there. */
    private void write(Path folder, Map<String, String> files, Wiring wiring) throws IOException {
        Files.createDirectories(folder.getParent());
        Path made = Files.createTempDirectory(folder.getParent(), "." + folder.getFileName() + "-");
        try {
            // Not the permissions of a temporary folder.
            Path set = Files.createDirectory(made.resolve("set"));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = set.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
            }
            check(set, wiring.settings());
            Files.deleteIfExists(folder);
            Files.move(set, folder);
        } catch (DirectoryNotEmptyException e) {
            throw full(folder);
        } finally {
            Folders.delete(made);
        }
    }

    private static void check(Path set, Settings settings) {
        List<Problem> problems = MappingReader.read(settings.mappings().orElse(null), set, settings.framework())
                .problems();
        if (!problems.isEmpty()) {
            throw new Stop(
                    ExitCode.SOFTWARE, "What would have been written has mistakes; nothing was written:", problems);
        }
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
