package io.exhibit.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** AWS's own command line program, as a client that shares no code with us. */
record AwsCommand(String endpoint, String account, String region) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Why the program cannot be used here; empty when it can. */
    static Optional<String> unusable() throws Exception {
        String said;
        try {
            said = run(List.of("aws", "--version"), Map.of()).text();
        } catch (IOException e) {
            return Optional.of("the aws command is not on the PATH");
        }
        return said.startsWith("aws-cli/") ? Optional.empty() : Optional.of("not the aws command: " + said.strip());
    }

    AwsCommand in(String other) {
        return new AwsCommand(endpoint, other, region);
    }

    AwsCommand at(String other) {
        return new AwsCommand(endpoint, account, other);
    }

    /** The printed JSON; the words are split at spaces, except what stands in {@code last}. */
    JsonNode json(String words, String... last) throws Exception {
        Result result = known(words, call(words, last));
        if (result.code() != 0) {
            throw new AssertionError(words + ": " + result.text());
        }
        return MAPPER.readTree(result.text());
    }

    /** What it prints when the call is refused. */
    String refusal(String words) throws Exception {
        Result result = known(words, call(words));
        if (result.code() == 0) {
            throw new AssertionError(words + " was answered: " + result.text());
        }
        return result.text();
    }

    private Result call(String words, String... last) throws Exception {
        // Before 2.13 the command knows the flag, and not the variable.
        List<String> command = new ArrayList<>(List.of("aws", "--endpoint-url", endpoint));
        command.addAll(List.of(words.split(" ")));
        command.addAll(List.of(last));
        return run(
                command,
                Map.of(
                        "AWS_ACCESS_KEY_ID", "ASIA" + account + "TEST",
                        "AWS_SECRET_ACCESS_KEY", "any",
                        "AWS_SESSION_TOKEN", "any",
                        "AWS_DEFAULT_REGION", region,
                        "AWS_DEFAULT_OUTPUT", "json",
                        "AWS_CONFIG_FILE", "/dev/null",
                        "AWS_EC2_METADATA_DISABLED", "true",
                        "AWS_MAX_ATTEMPTS", "1",
                        "PYTHONUTF8", "1"));
    }

    /** An older command does not know every service and operation: what it knows is checked, the rest is skipped. */
    private static Result known(String words, Result result) {
        Assumptions.assumeFalse(
                result.code() == 252 && result.text().contains("Invalid choice"),
                () -> "the aws command does not know: " + words);
        return result;
    }

    private record Result(int code, String text) {}

    private static Result run(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), text);
        }
    }
}
