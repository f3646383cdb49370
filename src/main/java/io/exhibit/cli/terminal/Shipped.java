package io.exhibit.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files that come with the program, beside {@code Main} in its jar. */
public final class Shipped {

    private static final String FOLDER = "/io/exhibit/cli/";

    private Shipped() {}

    /** A file that comes with the program, by its name beside {@code Main}. */
    public static byte[] bytes(String name) {
        try (InputStream in = Shipped.class.getResourceAsStream(FOLDER + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
