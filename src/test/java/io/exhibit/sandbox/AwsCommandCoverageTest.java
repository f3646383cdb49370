package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.aws.AwsCollectors;
import io.exhibit.evidence.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every operation of every source is asked of the sandbox by AWS's own command too. */
final class AwsCommandCoverageTest {
    private static final Path TESTS = Path.of("src/test/java/io/exhibit/sandbox");
    private static final Pattern WORDS = Pattern.compile("\"([a-z0-9-]+) ([a-z0-9-]+)[ \"]");

    /** A download is no call of AWS's API but a fetch from the address that one has answered. */
    private static final Set<String> BEYOND_THE_COMMAND = Set.of("artifact:DownloadReport", "artifact:DownloadTerm");

    /** Where the command's name of a service is not that of its IAM actions. */
    private static final Map<String, String> NAMES = Map.of(
            "access-analyzer", "accessanalyzer",
            "config", "configservice",
            "elasticfilesystem", "efs",
            "es", "opensearch",
            "s3", "s3api",
            "sso", "sso-admin");

    @Test
    void everyOperationOfEverySourceIsAskedByTheCommand() throws Exception {
        Set<String> asked = asked();
        Set<String> missing = AwsCollectors.sources().stream()
                .flatMap(source -> source.operations().stream())
                .map(Operation::name)
                .filter(operation -> !asked.contains(spoken(operation)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).as("not asked in any Aws*CommandTest").isEqualTo(new TreeSet<>(BEYOND_THE_COMMAND));
    }

    /** "kms listkeys" of every text that starts with {@code kms list-keys} in the tests of the command. */
    private static Set<String> asked() throws IOException {
        try (Stream<Path> files = Files.list(TESTS)) {
            List<Path> tests = files.filter(
                            file -> file.getFileName().toString().matches("Aws\\w*CommandTest\\.java"))
                    .toList();
            Set<String> asked = new TreeSet<>();
            for (Path test : tests) {
                WORDS.matcher(Files.readString(test))
                        .results()
                        .map(words -> words.group(1) + " " + words.group(2).replace("-", ""))
                        .forEach(asked::add);
            }
            return asked;
        }
    }

    private static String spoken(String operation) {
        String[] parts = operation.split(":");
        return NAMES.getOrDefault(parts[0], parts[0]) + " " + parts[1].toLowerCase(Locale.ROOT);
    }
}
