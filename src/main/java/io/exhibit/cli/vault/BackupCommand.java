package io.exhibit.cli.vault;

import io.exhibit.cli.settings.Given;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.seal.DurableFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies what is not in the vault. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Copies what an installation has beside its vault into one zip.",
            "",
            "That is the settings, the organization's book, mappings and templates of one's own, what packs were issued with"
                    + " (without which an issued pack cannot be printed again), the state of the schedule, and the public half of the"
                    + " key. The private half goes along only with --with-key: whoever has it can sign for the log.",
            "",
            "The vault itself is copied by: exhibit vault copy. exhibit restore puts the zip back."
        },
        footer = {"", "Example:  exhibit backup /safe/exhibit-2026-11-29.zip"})
public final class BackupCommand implements Callable<Integer> {

    /** The same files give the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    @Mixin
    private Given given = new Given();

    @Option(names = "--with-key", description = "Take the private half of the key along.")
    private boolean withKey;

    @Parameters(paramLabel = "ZIP", description = "File that does not exist yet.")
    private Path zip;

    private final Console console;

    BackupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.exists(zip)) {
            throw new Stop(ExitCode.CANNOT_WRITE, zip + " is there already. Name a file that is not.");
        }
        Wiring wiring = new Wiring(given.settings(), console);
        if (wiring.hasVault()) {
            // Of an installation that has not collected since it was upgraded.
            wiring.noteLog();
        }
        Map<String, Path> files = new Belongings(given.place(), wiring.settings()).files(withKey);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(files, new ZipOutputStream(bytes));
        // Masked packs' secrets are in it, and the key may be.
        DurableFolder.of(zip).writeSecret(zip.getFileName().toString(), bytes.toByteArray());
        console.say(files.size() + " files are in it"
                + (withKey ? ", with the private key: keep it in a safe." : "; not the private key (--with-key)."));
        console.result("Backup: " + zip);
        return ExitCode.DONE;
    }

    private static void write(Map<String, Path> files, ZipOutputStream out) throws IOException {
        for (Map.Entry<String, Path> file : files.entrySet()) {
            ZipEntry entry = new ZipEntry(file.getKey());
            entry.setTimeLocal(NO_TIME);
            out.putNextEntry(entry);
            Files.copy(file.getValue(), out);
            out.closeEntry();
        }
        out.finish();
    }
}
