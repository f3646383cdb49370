package io.exhibit.run;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Asks a time stamping service (RFC 3161). */
@FunctionalInterface
public interface Stamping {

    /** Asks nobody. */
    Stamping NONE = (note, newest) -> Optional.empty();

    /**
     * The token over the text of a checkpoint, in DER; empty when no service is named.
     *
     * @param newest when its last leaf was logged
     * @throws IOException that says in words why there is none, though one was asked
     */
    Optional<byte[]> token(byte[] note, Optional<Instant> newest) throws IOException;
}
