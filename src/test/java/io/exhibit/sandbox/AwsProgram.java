package io.exhibit.sandbox;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code aws} command of this machine. */
interface AwsProgram extends AutoCloseable {
    /** What a command ended with, and all that it wrote. */
    record Result(int code, String text) {}

    Result run(List<String> arguments, Map<String, String> environment) throws IOException;

    @Override
    void close();

    /** The command of the PATH, in one process for all calls where that can be; throws IOException where there is none. */
    static AwsProgram start() throws IOException {
        AwsProgram once = new AwsOnce();
        String version = once.run(List.of("--version"), Map.of()).text();
        if (!version.startsWith("aws-cli/")) {
            throw new IOException("not the aws command: " + version.strip());
        }
        Optional<AwsProgram> resident = AwsResident.start(version);
        return resident.orElse(once);
    }
}
