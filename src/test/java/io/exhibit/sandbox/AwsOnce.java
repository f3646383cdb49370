package io.exhibit.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The {@code aws} command as people use it, a process for each call: about a second each. */
record AwsOnce() implements AwsProgram {
    @Override
    public Result run(List<String> arguments, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of("aws"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.onExit().join().exitValue(), text);
        }
    }

    @Override
    public void close() {
        // Every process has ended with its call.
    }
}
