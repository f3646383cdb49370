package io.exhibit.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The key file of a vault, and how another key comes into its place. The new key lies beside the old one ({@code NAME.next}) before the log
 * knows of it, and takes its place afterwards; whoever dies in between leaves what {@link #finish} needs to go on.
 */
public final class KeyFiles {

    private final Disk disk;
    private final Path key;
    private final Opening vault;

    /** Opens the vault whose key it is. */
    public interface Opening {

        /** For reading its log; it needs no key. */
        LoggedVault read() throws IOException;

        /** For writing. */
        LoggedVault open(Signer key, InstantSource clock) throws IOException;
    }

    public KeyFiles(Path key, Opening vault) {
        this(new Disk(), key, vault);
    }

    /** Of a vault in a folder. */
    public KeyFiles(Path key, Path vault) {
        this(new Disk(), key, vault);
    }

    KeyFiles(Disk disk, Path key, Path vault) {
        this(disk, key, new Opening() {
            @Override
            public LoggedVault read() throws IOException {
                return FileVault.read(vault);
            }

            @Override
            public LoggedVault open(Signer by, InstantSource clock) throws IOException {
                return FileVault.open(disk, vault, by, clock);
            }
        });
    }

    private KeyFiles(Disk disk, Path key, Opening vault) {
        this.disk = disk;
        this.key = key;
        this.vault = vault;
    }

    /** Where the public half of a key lies, beside it. */
    public static Path publicHalf(Path key) {
        return key.resolveSibling(stem(key) + ".pub.pem");
    }

    /** Where a key is kept that made way for another. */
    static Path former(Path key, String id) {
        return key.resolveSibling(stem(key) + "." + id + ".pem");
    }

    private static String stem(Path key) {
        return key.getFileName().toString().replaceFirst("\\.pem$", "");
    }

    private Path next() {
        return key.resolveSibling(key.getFileName() + ".next");
    }

    /** The key that has not come into its place; empty without one, also when another process has just brought it there. */
    private Optional<SigningKey> waiting() throws IOException {
        try {
            return Files.exists(next()) ? Optional.of(SigningKey.load(next())) : Optional.empty();
        } catch (VaultException e) {
            if (Files.exists(next())) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Whether the log goes on with a key that has not come into its place yet. */
    public boolean isHalfDone() throws IOException {
        return halfDone().isPresent();
    }

    private Optional<SigningKey> halfDone() throws IOException {
        Optional<SigningKey> next = waiting();
        if (next.isEmpty()) {
            return next;
        }
        try (LoggedVault log = vault.read()) {
            return log.isSignedBy(next.get()) ? next : Optional.empty();
        }
    }

    /** Ends a change that a command began which died: the log names the new key, and the file is still the old one. Returns whether there was one. */
    public boolean finish() throws IOException {
        Optional<SigningKey> next = halfDone();
        if (next.isPresent()) {
            replace(SigningKey.load(key), next.get());
        }
        return next.isPresent();
    }

    /**
     * Changes the key, and keeps the old one beside it.
     *
     * @param drawn the new key, unless one lies there that an earlier change drew and did not come to use
     * @param clock tells when it is logged
     * @return the key id of the new key
     */
    public String rotate(SigningKey drawn, InstantSource clock) throws IOException {
        SigningKey old = SigningKey.load(key);
        SigningKey next = next(drawn);
        try (LoggedVault open = vault.open(old, clock)) {
            open.rotate(next);
            replace(old, next);
        }
        return Envelope.keyId(next.publicKey());
    }

    /** The key that is to come: who else draws one at the same moment takes the one that was laid there first. */
    private SigningKey next(SigningKey drawn) throws IOException {
        try {
            if (!Files.exists(next())) {
                drawn.save(disk, next());
            }
        } catch (VaultException e) {
            if (e.reason() != VaultException.Reason.EXISTS) {
                throw e;
            }
        }
        return waiting()
                .orElseThrow(() -> new VaultException(
                        VaultException.Reason.LOCKED,
                        "Another process has just changed the key " + key + ". Look at it before you change it again:"
                                + " exhibit keys show"));
    }

    /** Every step can be done again; the last one alone makes it done. */
    private void replace(SigningKey old, SigningKey next) throws IOException {
        if (old.publicPem().equals(next.publicPem())) {
            // Another process has ended it meanwhile.
            return;
        }
        Path former = former(key, Envelope.keyId(old.publicKey()));
        if (!Files.exists(former)) {
            old.save(disk, former);
        }
        disk.write(publicHalf(former), old.publicPem().getBytes(StandardCharsets.US_ASCII));
        disk.write(publicHalf(key), next.publicPem().getBytes(StandardCharsets.US_ASCII));
        try {
            disk.rename(next(), key);
        } catch (NoSuchFileException e) {
            // Another process has ended it meanwhile.
            if (!SigningKey.load(key).publicPem().equals(next.publicPem())) {
                throw e;
            }
        }
        disk.sync(key.toAbsolutePath().getParent());
    }
}
