package io.exhibit.cli.settings;

import io.exhibit.aws.vault.Retention;
import io.exhibit.aws.vault.S3Place;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a vault lies: in a folder, which is absolute, or in S3.
 *
 * @param s3 how a vault in S3 is kept; also there when the settings' own vault is a folder, for copies
 */
public record VaultPlace(Optional<Path> folder, Optional<S3Place> bucket, S3 s3) {

    /**
     * @param endpoint empty for AWS's own, or what AWS_ENDPOINT_URL says
     * @param retention empty when the settings do not say; then nothing is written
     */
    public record S3(String region, Optional<URI> endpoint, boolean pathStyle, Optional<Retention> retention) {}

    /** @throws IllegalArgumentException that says how a place in S3 is written */
    public static VaultPlace of(String text, Path base, S3 s3) {
        return S3Place.isOne(text)
                ? new VaultPlace(Optional.empty(), Optional.of(S3Place.parse(text)), s3)
                : new VaultPlace(Optional.of(base.resolve(text)), Optional.empty(), s3);
    }

    @Override
    public String toString() {
        return folder.map(Path::toString).orElseGet(() -> bucket.orElseThrow().toString());
    }
}
