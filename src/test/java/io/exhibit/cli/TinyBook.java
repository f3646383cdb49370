package io.exhibit.cli;

import java.nio.file.Path;

/**
 * A book of three units and three tests, for whoever wants a pack and not what stands in it: to print one by the shipped book
 * takes seconds. Packs of the shipped book are printed by the tests of the demo, of the secrets and of the faults.
 */
final class TinyBook {

    static final Path FOLDER = Path.of("src/test/resources/mappings/tiny").toAbsolutePath();

    /** A line for settings. */
    static final String SETTINGS = "mappings: " + FOLDER + "\n";

    private TinyBook() {}
}
