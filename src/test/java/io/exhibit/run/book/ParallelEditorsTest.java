package io.exhibit.run.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.evidence.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight people edit one book at once, and the program is killed again and again. On demand {@code -Dexhibit.edits=1000}, and
 * {@code -Dexhibit.seed=N} for other dice.
 */
@OneJdk
class ParallelEditorsTest {

    private static final int EDITORS = 8;
    private static final int EDITS = Integer.getInteger("exhibit.edits", 80);
    private static final int KILLS = Math.max(3, EDITS / 50);
    private static final int LINES = 64;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    @TempDir
    private Path folder;

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    /**
     * Each publication goes on from what the one before it left, in each of its files, and the last one left what lies there: nobody's
     * change was lost, none is half there, and the history has every one that was confirmed.
     */
    @Test
    void nothingIsLostAndNothingIsHalfThereWhoeverIsKilled() throws Exception {
        Path book = Files.createDirectory(folder.resolve("organization"));
        String beginning = String.join(
                        "\n",
                        IntStream.range(0, LINES).mapToObj(n -> "line" + n).toList()) + "\n";
        Files.createDirectory(book.resolve("registers"));
        for (String file : BookEditors.FILES) {
            Files.writeString(folder.resolve(file), beginning);
        }
        Path state = folder.resolve("state");
        Random moments = new Random(Long.getLong("exhibit.seed", 20261130));

        int killed = 0;
        for (int round = 0; killed < KILLS || confirmed().size() < EDITS; round++) {
            int more = killed < KILLS ? 1 + moments.nextInt(2 * EDITS / KILLS) : Integer.MAX_VALUE;
            killed += run(book, state, round, more) ? 1 : 0;
        }

        Drafts drafts = new Drafts(new BookFolders(Map.of("organization/", book)), state);
        List<Published> history = new ArrayList<>(drafts.history());
        Collections.reverse(history);
        assertThat(said).as("every editor got through").noneMatch(line -> line.startsWith("FAILED"));
        assertThat(history)
                .extracting(Published::number)
                .as("none is missing, none is there twice")
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, history.size()).boxed().toList());
        assertThat(history)
                .extracting(published -> published.number() + " " + published.why())
                .containsAll(confirmed());
        assertThat(history).allSatisfy(published -> assertThat(published.left()).isEmpty());
        for (String file : BookEditors.FILES) {
            String text = beginning;
            for (Published published : history) {
                Edit edit = published.edits().get(file);
                if (edit != null) {
                    assertThat(edit.before())
                            .as("publication %d of %s", published.number(), file)
                            .isEqualTo(text);
                    text = edit.after();
                }
            }
            assertThat(Files.readString(folder.resolve(file))).isEqualTo(text);
        }
        assertThat(documents(book, history))
                .as("each document that a published text named is filed whole, and no other")
                .isNotEmpty()
                .isEqualTo(filed(book));
        assertThat(killed).isEqualTo(KILLS);
        assertThat(history).hasSizeGreaterThanOrEqualTo(EDITS);
    }

    /** Names of the files that the texts named, each of which has the bytes that its name says. */
    private static Set<String> documents(Path book, List<Published> history) throws IOException {
        Set<String> named = new TreeSet<>();
        for (Published published : history) {
            for (Edit edit : published.edits().values()) {
                DIGEST.matcher(edit.after()).results().forEach(found -> named.add(found.group() + ".txt"));
            }
        }
        for (String name : named) {
            assertThat(Sha256.hex(Files.readAllBytes(book.resolve("documents").resolve(name))) + ".txt")
                    .isEqualTo(name);
        }
        return named;
    }

    private static Set<String> filed(Path book) throws IOException {
        try (Stream<Path> all = Files.list(book.resolve("documents"))) {
            return all.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private List<String> confirmed() {
        synchronized (said) {
            return said.stream()
                    .filter(line -> line.startsWith("PUBLISHED "))
                    .map(line -> line.substring("PUBLISHED ".length()))
                    .toList();
        }
    }

    /** Runs until so many more were published, and kills it then, wherever it is. @return whether it was killed at work */
    private boolean run(Path book, Path state, int seed, int more) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        BookEditors.class.getName(),
                        book.toString(),
                        state.toString(),
                        Integer.toString(EDITORS),
                        Integer.toString(1 + EDITS / EDITORS),
                        Integer.toString(seed * 100))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int published = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                published += line.startsWith("PUBLISHED ") ? 1 : 0;
                if (published == more) {
                    // By its handle: what it said before has to be read to its end.
                    process.toHandle().destroyForcibly();
                }
                if (line.equals("DONE")) {
                    process.waitFor();
                    return false;
                }
            }
        }
        return process.waitFor() != 0;
    }
}
