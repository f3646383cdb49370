package io.exhibit.seal;

import java.io.IOException;
import java.util.Optional;

/**
 * Small things that lie beside the evidence and are no part of it, such as what a pack was issued with. Whoever reads one holds it
 * against the log.
 */
public interface Beside {

    /** Of a vault that keeps none: they lie on the machine that has it. */
    Beside NONE = new Beside() {
        @Override
        public Optional<byte[]> read(String name) {
            return Optional.empty();
        }

        @Override
        public void keep(String name, byte[] content) {
            // Whoever keeps it has it in a folder of his own.
        }
    };

    /** Empty where nothing of the name is kept. */
    Optional<byte[]> read(String name) throws IOException;

    /** Durable when it returns, instead of what had the name before. */
    void keep(String name, byte[] content) throws IOException;
}
