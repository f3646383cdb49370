package io.exhibit.cli.checks;

import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.Checked;
import io.exhibit.cli.wiring.Signing;
import io.exhibit.seal.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * The key that signs, wherever the vault lies.
 *
 * @param begun whether there is a vault, whose log only its own key can go on with
 */
public record KeyCheck(Settings settings, Signing signing, Callable<Boolean> begun) implements Callable<Checked> {

    /** The same, but a key of AWS KMS signs nothing for it: its public half has to be there. */
    public Callable<Checked> withoutTrial() {
        return () -> {
            if (signing.isFile()) {
                return call();
            }
            signing.signer();
            return Checked.ok("key", signing.words());
        };
    }

    @Override
    public Checked call() throws Exception {
        if (!signing.isFile()) {
            return signing.trial();
        }
        Path file = settings.key();
        if (Files.exists(file)) {
            SigningKey.load(file);
            return Checked.ok("key", file + ", for its owner only");
        }
        return begun.call()
                ? Checked.trouble(
                        "key",
                        ExitCode.MISSING,
                        "the key that signed the vault's log is not there: " + file,
                        "Put it back, or name its place in the settings (key).")
                : Checked.ok("key", "none yet; the first collection makes " + file);
    }
}
