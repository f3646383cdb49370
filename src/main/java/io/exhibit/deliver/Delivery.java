package io.exhibit.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A way to hand a pack over. */
@FunctionalInterface
public interface Delivery {

    /**
     * Hands the files over, whole or not at all each, and keeps a receipt. Handing over the same bytes again changes nothing.
     *
     * @param pack name of the pack, such as {@code hipaa-2026-10}
     * @param files of the pack, with distinct file names
     * @throws java.nio.file.FileAlreadyExistsException when another file of that name was handed over before
     */
    Receipt deliver(String pack, List<Path> files) throws IOException;
}
