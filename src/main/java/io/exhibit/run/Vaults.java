package io.exhibit.run;

import io.exhibit.seal.Vault;
import java.io.IOException;

/** Opens the vault for as long as something of it is needed, so that nobody holds it while the world outside is waited for. */
public interface Vaults {

    /** Beside whoever writes it; what is read is as the log was when it was opened. */
    <T> T reading(Use<T> use) throws IOException;

    /** @throws io.exhibit.seal.VaultException when another process is writing it */
    <T> T writing(Use<T> use) throws IOException;

    /** What is done with it. */
    @FunctionalInterface
    interface Use<T> {
        T of(Vault vault) throws IOException;
    }
}
