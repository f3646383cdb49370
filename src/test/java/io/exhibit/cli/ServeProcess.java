package io.exhibit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** {@code exhibit serve} in a process of its own, by the settings in a folder. */
final class ServeProcess {

    private ServeProcess() {}

    /** @param name of the file in the folder that takes all it says */
    static Process start(Path folder, String name) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.exhibit.cli.Main",
                "serve",
                "--settings",
                folder.resolve("exhibit.yaml").toString());
        command.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY", "example"));
        return command.redirectErrorStream(true)
                .redirectOutput(folder.resolve(name).toFile())
                .start();
    }
}
