package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page of codes names every code that the program can tell, with an example that it does tell. With
 * {@code -Dexhibit.regenerate=true} the examples are taken from the bad books anew; the sentences are a person's.
 */
class ProblemCodesTest {

    private static final Path PAGE = Path.of("src/site/markdown/mapping-problems.md");
    private static final Path BAD = Path.of("src/test/resources/mappings/bad");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| (.*?) \\| (.*) \\|$");
    private static final Pattern TOLD = Pattern.compile("(.*) \\[([a-z0-9-]+)]");

    /** Where a code is given to a problem. */
    private static final Pattern GIVEN =
            Pattern.compile("(?:\\b(?:add|warn|tell|known|Problem)\\(|\\bCODE = )\\s*\"([a-z][a-z0-9-]+)\"[,;]?"
                    + "|,\\s*\"(unknown-[a-z]+)\",\\s*(?:at|top|entry|fact|fields)\\b");

    /** What no folder of bad files shows: the test named here does. */
    private static final Set<String> ELSEWHERE = Set.of(
            "missing-file",
            "unknown-framework",
            "unknown-region",
            "does-not-count",
            "no-name",
            "no-decision",
            "nothing-serves");

    @Test
    void everyCodeStandsOnThePageWithWhatTheBadBooksTell() throws IOException {
        String page = Files.readString(PAGE);
        Map<String, String> examples = examples();
        if (Boolean.getBoolean("exhibit.regenerate")) {
            page = ROW.matcher(page)
                    .replaceAll(row -> Matcher.quoteReplacement("| `" + row.group(1) + "` | " + row.group(2) + " | "
                            + examples.getOrDefault(row.group(1), row.group(3)) + " |"));
            Files.writeString(PAGE, page);
        }
        Map<String, String> rows = new TreeMap<>();
        ROW.matcher(page)
                .results()
                .forEach(row -> assertThat(rows.put(row.group(1), row.group(3)))
                        .as(row.group(1) + " stands there twice")
                        .isNull());

        Set<String> expected = new TreeSet<>(examples.keySet());
        expected.addAll(ELSEWHERE);
        assertThat(rows.keySet()).isEqualTo(expected);
        assertThat(rows).containsAllEntriesOf(examples);
    }

    @Test
    void everyCodeOfTheSourceStandsOnThePage() throws IOException {
        Set<String> given = new TreeSet<>();
        for (String room : Set.of("mapping", "evaluate", "cli")) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/exhibit", room))) {
                for (Path file : files.filter(f -> !room.equals("cli") || f.endsWith("RegionCheck.java"))
                        .filter(f -> f.toString().endsWith(".java"))
                        .toList()) {
                    GIVEN.matcher(Files.readString(file))
                            .results()
                            .forEach(found -> given.add(found.group(1) == null ? found.group(2) : found.group(1)));
                }
            }
        }
        Set<String> told = new TreeSet<>(examples().keySet());
        told.addAll(ELSEWHERE);
        assertThat(given).hasSizeGreaterThan(30);
        assertThat(told).containsAll(given);
    }

    /** The first line that each code has in the first of its bad books. */
    private static Map<String, String> examples() throws IOException {
        Map<String, String> examples = new TreeMap<>();
        for (String book : BadMappingTest.samples()) {
            for (String line : Files.readAllLines(BAD.resolve(book).resolve("expected.txt"))) {
                Matcher told = TOLD.matcher(line);
                if (told.matches() && book.startsWith(told.group(2))) {
                    examples.putIfAbsent(told.group(2), "`" + told.group(1).replace("|", "\\|") + "`");
                }
            }
        }
        return examples;
    }
}
