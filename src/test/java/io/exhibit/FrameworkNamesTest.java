package io.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No Java and no template names a framework: what belongs to one stands in its folder under mappings/frameworks. Comments may
 * cite. Each exception stands here with its reason.
 */
class FrameworkNamesTest {

    private static final Pattern NAME =
            Pattern.compile("(?i:hipaa|45 CFR|security rule|800-53)|164\\.\\d|\\b(NIST|CIS|OCR)\\b|SP 800");

    /** Comments are tried first, so that a quote in one opens nothing; then literals, block texts before plain ones. */
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\])'", Pattern.DOTALL);

    /** File, and why its words stand there. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "cli/book/MappingsExplain.java", "an example in a help text has to name some unit that is there",
            "cli/book/MappingsImport.java", "an example in a help text has to name some framework that is there",
            "cli/vault/VaultRetain.java",
                    "six years of retention are a default of the vault, and the help says where they come from",
            "sandbox/book/Papers.java",
                    "the demo's organization is a hospital, and its own book decides on its own units",
            "render/SampleBook.java",
                    "the pack that templates are tried on is a small one of a framework that is there",
            "render/SampleSince.java", "what changed since the pack before that one is told of its units",
            "render/SampleTests.java", "the tests of that pack bear on its units",
            "sandbox/api/SecurityHubApi.java", "AWS's own ARN of a standard of Security Hub, as it stands on the wire");

    @Test
    void noJavaNamesAFramework() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        Path root = Path.of("src/main/java/io/exhibit");
        for (Path file : files(root, ".java")) {
            List<String> named = literals(Files.readString(file)).stream()
                    .filter(literal -> NAME.matcher(literal).find())
                    .toList();
            if (!named.isEmpty()) {
                found.put(root.relativize(file).toString().replace('\\', '/'), named);
            }
        }

        assertThat(found.entrySet().stream()
                        .filter(entry -> !EXCEPTIONS.containsKey(entry.getKey()))
                        .map(Object::toString))
                .isEmpty();
        assertThat(found.keySet()).as("an exception that is needed no more").containsAll(EXCEPTIONS.keySet());
    }

    @Test
    void noTemplateNamesAFramework() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(Path.of("templates"), ".ftlh")) {
            Matcher matcher = NAME.matcher(Files.readString(file));
            while (matcher.find()) {
                found.add(file + ": " + matcher.group());
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void theScanSeesLiteralsAndNoComments() {
        String source =
                "// \"HIPAA\"\nString a = \"45 CFR \\\" 1\"; /* 'x' \"NIST\" */ char q = '\"'; String b = \"\"\"\n  CIS\n\"\"\";";

        assertThat(literals(source)).hasSize(2);
        assertThat(literals(source).stream()
                        .filter(literal -> NAME.matcher(literal).find()))
                .hasSize(2);
        assertThat(NAME.matcher("ECC_NIST_EDWARDS25519 and precise, 164 bytes").find())
                .isFalse();
    }

    private static List<String> literals(String source) {
        return TOKEN.matcher(source)
                .results()
                .map(found -> found.group())
                .filter(token -> token.startsWith("\""))
                .collect(Collectors.toList());
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> files = walk.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
            assertThat(files).isNotEmpty();
            return files;
        }
    }
}
