package io.exhibit.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.sandbox.AwsProgram.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** AWS's own command line program, as a client that shares no code with us. */
record AwsCommand(AwsProgram program, String endpoint, String account, String region) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    AwsCommand in(String other) {
        return new AwsCommand(program, endpoint, other, region);
    }

    AwsCommand at(String other) {
        return new AwsCommand(program, endpoint, account, other);
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

    /** Skips the rest of a test with a command that does not know the member, by its example of an answer or its fault with it. */
    void assumePrints(String words, String member) throws Exception {
        String example =
                known(words, call(words + " --generate-cli-skeleton output")).text();
        Assumptions.assumeTrue(
                example.contains(member), () -> "the aws command does not know: " + member + " of " + words);
    }

    private Result call(String words, String... last) throws Exception {
        // Before 2.13 the command knows the flag, and not the variable.
        List<String> command = new ArrayList<>(List.of("--endpoint-url", endpoint));
        command.addAll(List.of(words.split(" ")));
        command.addAll(List.of(last));
        return program.run(
                command,
                Map.ofEntries(
                        Map.entry("AWS_ACCESS_KEY_ID", "ASIA" + account + "TEST"),
                        Map.entry("AWS_SECRET_ACCESS_KEY", "any"),
                        Map.entry("AWS_SESSION_TOKEN", "any"),
                        Map.entry("AWS_DEFAULT_REGION", region),
                        Map.entry("AWS_DEFAULT_OUTPUT", "json"),
                        Map.entry("AWS_CONFIG_FILE", "/dev/null"),
                        Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
                        Map.entry("AWS_MAX_ATTEMPTS", "1"),
                        Map.entry("AWS_PAGER", ""),
                        Map.entry("PYTHONUTF8", "1"),
                        // S3 Control has the account in its host's name; through a proxy every name leads here, and
                        // none out.
                        Map.entry("http_proxy", endpoint),
                        Map.entry("https_proxy", endpoint),
                        Map.entry("no_proxy", "")));
    }

    /** An older command does not know every service, operation and option: what it knows is checked, the rest is skipped. */
    private static Result known(String words, Result result) {
        boolean unknown =
                result.text().contains("Invalid choice") || result.text().contains("Unknown options");
        Assumptions.assumeFalse(result.code() != 0 && unknown, () -> "the aws command does not know: " + words);
        return result;
    }
}
