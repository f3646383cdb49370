package io.exhibit.sandbox;

import io.exhibit.sandbox.book.Papers;
import io.exhibit.sandbox.book.Registers;
import io.exhibit.sandbox.wire.Digest;
import io.exhibit.sandbox.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the demo organization's own book (the folder {@code organization/} of a mapping) that fits the sandbox's month. */
public final class DemoBook {
    private DemoBook() {}

    /** Makes the directory where it is missing and replaces files of the same names; ids are those of the options' seed. */
    public static void write(Path directory, SandboxOptions options) throws IOException {
        World.Size size = Sandbox.size(options, Math.max(7, options.accounts()));
        World end = new World(new Digest(options.seed()), DemoMonth.runAt(DemoMonth.MONTH.atEndOfMonth()), size);
        write(directory, new Papers(end).files());
        write(directory.resolve("registers"), new Registers(end).files());
    }

    private static void write(Path directory, Map<String, String> files) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey() + ".yaml");
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
        }
    }
}
