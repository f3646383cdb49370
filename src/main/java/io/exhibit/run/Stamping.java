package io.exhibit.run;

import java.io.IOException;
import java.util.Optional;

/** Asks a time stamping service (RFC 3161). */
@FunctionalInterface
public interface Stamping {

    /** Asks nobody. */
    Stamping NONE = note -> Optional.empty();

    /**
     * The token over these bytes, in DER; empty when no service is named.
     *
     * @throws IOException that says in words why there is none, though one was asked
     */
    Optional<byte[]> token(byte[] note) throws IOException;
}
