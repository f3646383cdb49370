package io.exhibit.aws.vault;

import io.exhibit.OneJdk;
import io.exhibit.aws.vault.Retention.Mode;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.Vault;
import io.exhibit.seal.VaultContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract of every vault, kept by one under a compliance lock, in a server that enforces it. */
@OneJdk
class SandboxVaultTest extends VaultContract {

    private static Sandbox sandbox;
    private static int made;

    private S3Settings settings;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Override
    protected Vault create() throws IOException {
        settings = Vaults.at(
                sandbox.endpoint(),
                "s3://exhibit-vault/" + made++,
                new Retention(Mode.COMPLIANCE, Retention.SIX_YEARS));
        return S3Vault.create(settings, Vaults.ORIGIN, Vaults.KEY, Vaults.CLOCK, Vaults.NO_WAIT);
    }

    @Override
    protected Vault reopen() throws IOException {
        return S3Vault.open(settings.heldBy("another"), Vaults.KEY, Vaults.CLOCK, Vaults.NO_WAIT);
    }
}
