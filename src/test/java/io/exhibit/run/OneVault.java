package io.exhibit.run;

import io.exhibit.seal.Vault;
import java.io.IOException;

/** A vault that is open already, and stays so. */
public record OneVault(Vault vault) implements Vaults {

    @Override
    public <T> T reading(Use<T> use) throws IOException {
        return use.of(vault);
    }

    @Override
    public <T> T writing(Use<T> use) throws IOException {
        return use.of(vault);
    }
}
