package io.exhibit.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.SealedRuns;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastCollectionTest {

    @TempDir
    Path folder;

    private static Instant night(int day) {
        return Instant.parse("2026-10-0" + day + "T02:15:00Z");
    }

    /** A night that a pause left out is logged after the run by hand that made good what failed. */
    @Test
    void aNightThatWasLeftOutIsNotTheNewestThatWasMade() throws IOException {
        try (Vault vault =
                FileVault.create(folder.resolve("vault"), "exhibit/EH", SigningKey.of(new byte[32]), () -> night(4))) {
            assertThat(LastCollection.newest(vault)).isEmpty();
            vault.seal(SealedRuns.without("2026-10-01T021500Z", night(1), Outcome.FAILED, "unreachable"));
            vault.seal(SealedRuns.without("2026-10-02T021500Z", night(2), Outcome.MISSED, "paused"));
            vault.seal(SealedRuns.without("2026-10-03T021500Z", night(3), Outcome.MISSED, "paused"));

            assertThat(LastCollection.newest(vault)).map(RunRecord::id).contains("2026-10-01T021500Z");
            assertThat(LastCollection.newest(vault)).map(RunRecord::outcome).contains(Outcome.FAILED);
        }
    }
}
