package io.exhibit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Touches every room once, so that the JVM's archive of loaded classes holds them. */
@Command(name = "warm", hidden = true, mixinStandardHelpOptions = true, description = "Loads every class once.")
final class WarmCommand implements Callable<Integer> {

    private final Console console;

    WarmCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("exhibit-warm");
        try {
            new Demo(folder, console).run(1);
        } finally {
            Folders.delete(folder);
        }
        return ExitCode.DONE;
    }
}
