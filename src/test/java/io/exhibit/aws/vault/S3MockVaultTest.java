package io.exhibit.aws.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.seal.Vault;
import io.exhibit.seal.VaultContract;
import io.exhibit.seal.VaultException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of every vault, kept by one in a server that is not ours: conditional puts, checksums, versions. */
@OneJdk
class S3MockVaultTest extends VaultContract {

    @TempDir
    static Path files;

    private static MockServer server;
    private static int made;

    private S3Settings settings;

    @BeforeAll
    static void start() throws Exception {
        server = MockServer.start(files);
        server.bucket("evidence", true);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Override
    protected Vault create() throws IOException {
        settings = Vaults.at(server.address(), "s3://evidence/vault/" + made++, Retention.NONE);
        return S3Vault.create(settings, Vaults.ORIGIN, Vaults.KEY, Vaults.CLOCK, Vaults.NO_WAIT);
    }

    @Override
    protected Vault reopen() throws IOException {
        return S3Vault.open(settings.heldBy("another"), Vaults.KEY, Vaults.CLOCK, Vaults.NO_WAIT);
    }

    @Test
    void secondWriterIsToldToWait() {
        assertThatThrownBy(this::reopen)
                .isInstanceOfSatisfying(
                        VaultException.class, e -> assertThat(e.reason()).isEqualTo(VaultException.Reason.LOCKED))
                .hasMessageContaining("is being written by another run (test process 1, since ");
    }
}
