package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.control.Problem;
import io.exhibit.evaluate.Compiler;
import io.exhibit.evidence.Catalog;
import io.exhibit.read.CatalogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder under {@code bad/} lays its files over the good mapping; {@code expected.txt} holds every problem. */
@OneJdk
class BadMappingTest {

    private static final Path SAMPLES = Path.of("src/test/resources/mappings");

    private static final Catalog CATALOG = CatalogFile.load();

    @TempDir
    private Path folder;

    static List<String> samples() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES.resolve("bad"))) {
            return folders.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyMistakeIsToldWithItsPlace(String sample) throws IOException {
        MappingReader.Result result = read(sample);
        List<Problem> problems = new ArrayList<>(result.problems());
        problems.addAll(Compiler.problems(result.sound(), CATALOG));

        String told = problems.stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("exhibit.regenerate")) {
            Files.writeString(SAMPLES.resolve("bad/" + sample + "/expected.txt"), told);
        }
        assertThat(told).isEqualTo(Files.readString(SAMPLES.resolve("bad/" + sample + "/expected.txt")));
        assertThat(problems).extracting(Problem::code).anyMatch(sample::startsWith);
    }

    private MappingReader.Result read(String sample) throws IOException {
        copy(SAMPLES.resolve("good"));
        copy(SAMPLES.resolve("bad").resolve(sample));
        return MappingReader.read(folder, null, "rule", LocalDate.of(2026, 11, 1));
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.filter(Files::isRegularFile)
                    .filter(p -> !p.endsWith("expected.txt"))
                    .toList()) {
                Path to = folder.resolve(from.relativize(path).toString());
                Files.createDirectories(to.getParent());
                Files.copy(path, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
