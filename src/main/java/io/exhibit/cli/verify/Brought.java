package io.exhibit.cli.verify;

import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.seal.Checkpoint;
import io.exhibit.seal.Pem;
import io.exhibit.seal.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What whoever verifies has by another way than what he verifies: keys, and an older checkpoint. */
final class Brought {

    @Option(names = "--key", paramLabel = "FILE", description = "Public key (PEM) of who sealed it.")
    private Path key;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description =
                    "Trust file, instead of --key: keys with role and time, and how many reviewers must have signed.")
    private Path trust;

    @Option(names = "--since", paramLabel = "CHECKPOINT", description = "An older checkpoint of the same log.")
    private Path since;

    /** Whether no key is here, so that nobody can say who signed. */
    boolean isNothing() {
        return key == null && trust == null;
    }

    Trust trust() throws IOException {
        if (key != null && trust != null) {
            throw new Stop(ExitCode.USAGE, "Give --key or --trust, not both: put the key into the trust file.");
        }
        if (trust != null) {
            return TrustReader.read(existing(trust, "--trust"));
        }
        return key == null ? Trust.nobody() : Trust.of(publicKey());
    }

    private PublicKey publicKey() throws IOException {
        try {
            return Pem.publicKey(Files.readString(existing(key, "--key"), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw new Stop(
                    ExitCode.FILE,
                    key + " is not the PEM file of an Ed25519 public key. It begins with -----BEGIN PUBLIC KEY-----.");
        }
    }

    Optional<Checkpoint> since() throws IOException {
        if (since == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Checkpoint.read(existing(since, "--since")));
        } catch (IllegalArgumentException e) {
            throw new Stop(
                    ExitCode.FILE,
                    since + " is not a checkpoint. Give the file data/vault/checkpoint of an earlier pack.");
        }
    }

    private static Path existing(Path file, String option) {
        if (!Files.isRegularFile(file)) {
            throw new Stop(ExitCode.MISSING, "There is no file " + file + ". Check " + option + ".");
        }
        return file;
    }
}
