package io.exhibit.cli.wiring;

import io.exhibit.cli.terminal.Console;
import io.exhibit.seal.DurableFolder;
import io.exhibit.seal.KeyFiles;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.VaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The key that signs the log, and its public half beside it. */
public final class Keys {

    private Keys() {}

    /** Reads the key, or makes one from the system's randomness when there is none. */
    static SigningKey loadOrMake(Path file, Console console) throws IOException {
        if (Files.exists(file)) {
            return SigningKey.load(file);
        }
        SigningKey key = drawn();
        try {
            save(key, file);
        } catch (VaultException e) {
            if (e.reason() == VaultException.Reason.EXISTS) {
                // Another run made one at the same moment. There is one key to a vault.
                return SigningKey.load(file);
            }
            throw e;
        }
        console.say("Made a signing key: " + file);
        console.say("Give its public half to your auditor now: " + KeyFiles.publicHalf(file));
        return key;
    }

    /** A key of the system's randomness. */
    public static SigningKey drawn() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return SigningKey.of(secret);
    }

    /** Writes a key, and its public half for everybody. */
    public static void save(SigningKey key, Path file) throws IOException {
        key.save(file);
        Path half = KeyFiles.publicHalf(file);
        DurableFolder.of(half)
                .write(half.getFileName().toString(), key.publicPem().getBytes(StandardCharsets.US_ASCII));
    }
}
