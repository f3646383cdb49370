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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** AWS's own command line program, as a client that shares no code with us. */
record AwsCommand(String endpoint, String account, String region) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern VERSION = Pattern.compile("aws-cli/(\\d+)\\.(\\d+)\\..*", Pattern.DOTALL);

    /** Why the program cannot be used here; empty when it can. */
    static Optional<String> unusable() throws Exception {
        String said;
        try {
            said = run(List.of("aws", "--version"), Map.of()).text();
        } catch (IOException e) {
            return Optional.of("the aws command is not on the PATH");
        }
        Matcher version = VERSION.matcher(said);
        boolean known = version.matches();
        int major = known ? Integer.parseInt(version.group(1)) : 0;
        int minor = known ? Integer.parseInt(version.group(2)) : 0;
        // AWS Artifact's reports came with 1.32 and 2.15; the account's State and Paths with the newer service models.
        boolean young = major == 1 && minor >= 44 || major == 2 && minor >= 33;
        return young ? Optional.empty() : Optional.of("the aws command is too old: " + said.strip());
    }

    AwsCommand in(String other) {
        return new AwsCommand(endpoint, other, region);
    }

    AwsCommand at(String other) {
        return new AwsCommand(endpoint, account, other);
    }

    /** The printed JSON; the words are split at spaces, except what stands in {@code last}. */
    JsonNode json(String words, String... last) throws Exception {
        Result result = call(words, last);
        if (result.code() != 0) {
            throw new AssertionError(words + ": " + result.text());
        }
        return MAPPER.readTree(result.text());
    }

    /** What it prints when the call is refused. */
    String refusal(String words) throws Exception {
        Result result = call(words);
        if (result.code() == 0) {
            throw new AssertionError(words + " was answered: " + result.text());
        }
        return result.text();
    }

    private Result call(String words, String... last) throws Exception {
        List<String> command = new ArrayList<>(List.of("aws"));
        command.addAll(List.of(words.split(" ")));
        command.addAll(List.of(last));
        return run(
                command,
                Map.of(
                        "AWS_ACCESS_KEY_ID", "ASIA" + account + "TEST",
                        "AWS_SECRET_ACCESS_KEY", "any",
                        "AWS_SESSION_TOKEN", "any",
                        "AWS_DEFAULT_REGION", region,
                        "AWS_ENDPOINT_URL", endpoint,
                        "AWS_DEFAULT_OUTPUT", "json",
                        "AWS_CONFIG_FILE", "/dev/null",
                        "AWS_EC2_METADATA_DISABLED", "true",
                        "AWS_MAX_ATTEMPTS", "1",
                        "PYTHONUTF8", "1"));
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
