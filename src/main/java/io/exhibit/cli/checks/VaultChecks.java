package io.exhibit.cli.checks;

import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.Checked;
import io.exhibit.cli.wiring.LogMark;
import io.exhibit.cli.wiring.Signing;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.seal.KeyFiles;
import io.exhibit.seal.VaultGlance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The key, the vault, and the room for it. */
public final class VaultChecks {

    private static final long MIB = 1L << 20;

    /** Free bytes without a run to measure by. */
    private static final long SOME = 1024 * MIB;

    private static final int MONTH = 31;

    private final Settings settings;
    private final Path folder;
    private final Signing signing;
    private final boolean begun;

    /** Of a vault in a folder. */
    public VaultChecks(Wiring wiring) throws IOException {
        this.settings = wiring.settings();
        this.folder = settings.vault().folder().orElseThrow();
        this.signing = wiring.signing();
        this.begun = wiring.hasVault();
    }

    /** Key, vault and room on its disk, in that order; a check that breaks is trouble, and the next ones are made all the same. */
    public List<Checked> checks() {
        return List.of(
                Checked.of("key", new KeyCheck(settings, signing, () -> begun)),
                Checked.of("vault", this::vault),
                Checked.of("disk", this::disk));
    }

    private Checked vault() throws IOException {
        if (!begun) {
            return empty();
        }
        VaultGlance vault = VaultGlance.at(folder);
        if (!vault.closed().isEmpty()) {
            return Checked.trouble(
                    "vault",
                    ExitCode.CANNOT_WRITE,
                    "no permission to write "
                            + vault.closed().stream().map(Path::toString).collect(Collectors.joining(", ")),
                    "Give the user that collects the permission to write there.");
        }
        if (new KeyFiles(settings.key(), folder).isHalfDone()) {
            return keyIsHalfDone();
        }
        if (signing.isThere() && !vault.isSignedBy(signing.signer())) {
            return Checked.trouble(
                    "vault",
                    ExitCode.FILE,
                    "the checkpoint of " + folder + " was not signed by " + signing.words(),
                    "Put the key back that belongs to this vault, or check vault and key of the settings.");
        }
        String found = folder + ", " + count(vault.checkpoint().size()) + " in the log, as its checkpoint covers";
        return vault.unfinished().isEmpty()
                ? Checked.ok("vault", found)
                : Checked.warning(
                        "vault",
                        found + "; not finished: " + String.join(", ", vault.unfinished()),
                        "It is at work now, or was broken off: then the next collection goes on with it or sets it"
                                + " aside.");
    }

    static Checked keyIsHalfDone() {
        return Checked.warning(
                "vault",
                "a change of its key was broken off: the log goes on with the new key, which is not in its place yet",
                "The next command that writes the vault ends it, or: exhibit keys rotate");
    }

    static String count(long leaves) {
        return leaves + (leaves == 1 ? " leaf" : " leaves");
    }

    private Checked empty() throws IOException {
        Optional<String> lost = new LogMark(settings).lost();
        if (lost.isPresent()) {
            return Checked.trouble("vault", ExitCode.MISSING, lost.get(), "");
        }
        Path vault = folder;
        Path above = existing(vault);
        if (!Files.isDirectory(above) || !Files.isWritable(above)) {
            return Checked.trouble(
                    "vault", ExitCode.CANNOT_WRITE, "no vault can be made in " + above, "Check vault of the settings.");
        }
        if (above.equals(vault) && !isEmpty(vault)) {
            return Checked.trouble(
                    "vault",
                    ExitCode.CANNOT_WRITE,
                    vault + " holds something else than a vault",
                    "Check vault of the settings.");
        }
        return Checked.ok("vault", "none yet; the first collection makes " + vault);
    }

    /** But for what a node leaves there that waits for its first night. */
    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.allMatch(file -> file.getFileName().toString().equals("serve.lock"));
        }
    }

    /** The path, or the nearest above it that there is. */
    private static Path existing(Path path) {
        Path there = path.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    /** Whether there is room: trouble below two of the largest of the last runs, a warning below a month of them. */
    public Checked disk() throws IOException {
        long free = Files.getFileStore(existing(folder)).getUsableSpace();
        long run = VaultGlance.largestRun(folder);
        String found = words(free) + " free"
                + (run == 0
                        ? "; no run yet to measure by"
                        : "; the largest of the last " + VaultGlance.MEASURED + " runs took " + words(run));
        return room(found, free, run);
    }

    static Checked room(String found, long free, long run) {
        if (run > 0 && free < 2 * run) {
            return Checked.trouble(
                    "disk", ExitCode.CANNOT_WRITE, found, "The next run may not fit. Make room for the vault.");
        }
        return free < (run == 0 ? SOME : MONTH * run)
                ? Checked.warning("disk", found, "A month may not fit. Make room for the vault.")
                : Checked.ok("disk", found);
    }

    /** Bytes for people, in powers of 1024. */
    public static String words(long bytes) {
        return bytes < MIB
                ? (bytes + 1023) / 1024 + " KiB"
                : bytes < 1024 * MIB
                        ? String.format(Locale.ROOT, "%.1f MiB", (double) bytes / MIB)
                        : String.format(Locale.ROOT, "%.1f GiB", (double) bytes / (1024 * MIB));
    }
}
