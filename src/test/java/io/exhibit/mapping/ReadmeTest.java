package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page for compliance officers shows is what the program takes, appended to the files as they are shipped. */
class ReadmeTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final Pattern BLOCK = Pattern.compile("```(?:yaml|csv)\\n# (\\S+)\\n(.*?)```", Pattern.DOTALL);

    /** A block of the page: the file that it names, and what is to be written there. */
    record Block(String file, String text) {}

    static List<Block> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(MAPPINGS.resolve("README.md")))
                .results()
                .map(found -> new Block(found.group(1), found.group(2)))
                .toList();
    }

    static List<Block> files() throws IOException {
        return blocks().stream()
                .filter(block -> !block.file().endsWith("links.csv"))
                .toList();
    }

    @Test
    void theLinksOfASpreadsheetAreImportedAsThePageSays(@TempDir Path folder) throws IOException {
        Block links = blocks().stream()
                .filter(block -> block.file().endsWith("links.csv"))
                .findFirst()
                .orElseThrow();
        Path table = Files.writeString(folder.resolve("links.csv"), links.text());

        LinksImport.Result made = LinksImport.of(MAPPINGS, "nist-800-53-r5", table);

        assertThat(made.problems()).isEmpty();
        assertThat(made.links()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyBlockIsTakenWhereThePageSaysThatItStands(Block block) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(MAPPINGS)) {
            for (Path path : walk.filter(p -> p.toString().endsWith(".yaml")).toList()) {
                files.put(MAPPINGS.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        boolean test = block.file().startsWith("assertions/");
        boolean whole = block.file().matches(".*(scope.yaml|csv)");
        String before = whole ? "" : new String(files.get(block.file()), StandardCharsets.UTF_8);
        if (block.file().endsWith(".csv")) {
            files.remove(block.file().replace(".csv", ".yaml"));
        }
        String written = test ? block.text().replace("id: IAM-01", "id: OWN-01") : block.text();
        files.put(block.file(), (before + written).getBytes(StandardCharsets.UTF_8));
        SourceFiles all = SourceFiles.of(files);

        MappingReader.Result read = MappingReader.read(
                all, all.under("organization/"), "hipaa-security-rule", Optional.empty(), new Problems());

        assertThat(read.problems()).isEmpty();
    }

    @Test
    void everyYamlBlockNamesItsFile() throws IOException {
        String page = Files.readString(MAPPINGS.resolve("README.md"));

        assertThat(blocks()).hasSizeGreaterThanOrEqualTo(6).hasSize(page.split("```(yaml|csv)").length - 1);
    }
}
