package io.exhibit.aws.vault;

import io.exhibit.collect.Pause;
import io.exhibit.evidence.Sha256;
import io.exhibit.seal.SampleRun;
import io.exhibit.seal.SigningKey;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/** What tests of vaults in S3 open them with. */
final class Vaults {

    static final SigningKey KEY = SigningKey.of(Sha256.streaming().digest(SampleRun.bytes("a key for tests")));
    static final InstantSource CLOCK = InstantSource.fixed(SampleRun.AT.plusSeconds(120));
    static final String ORIGIN = "example.org/evidence";
    static final Pause NO_WAIT = duration -> {};

    private Vaults() {}

    static S3Settings at(URI address, String place, Retention retention) {
        return new S3Settings(
                S3Place.parse(place),
                "us-east-1",
                address,
                true,
                retention,
                "test process 1",
                S3Settings.objects().patient(Duration.ofMillis(1)),
                true);
    }
}
