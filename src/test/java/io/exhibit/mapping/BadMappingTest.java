package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.control.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder under {@code bad/} lays its files over the good mapping; {@code expected.txt} holds every problem. */
class BadMappingTest {

    private static final Path SAMPLES = Path.of("src/test/resources/mappings");

    static List<String> samples() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES.resolve("bad"))) {
            return folders.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyMistakeIsToldWithItsPlace(String sample) throws IOException {
        MappingReader.Result result = read(sample);

        String told = result.problems().stream().map(Problem::toString).collect(Collectors.joining("\n", "", "\n"));
        assertThat(told).isEqualTo(Files.readString(SAMPLES.resolve("bad/" + sample + "/expected.txt")));
        assertThat(result.book()).isEmpty();
        assertThat(result.problems()).extracting(Problem::code).anyMatch(sample::startsWith);
    }

    @Test
    void thereIsABadSampleForEveryCode() throws IOException {
        List<String> samples = samples();
        assertThat(List.of(
                        "alias",
                        "bad-date",
                        "duplicate-id",
                        "duplicate-key",
                        "empty-file",
                        "framework-head",
                        "framework-id",
                        "links-qualifying",
                        "links-strength",
                        "links-twice",
                        "missing-key",
                        "not-addressable",
                        "not-utf8",
                        "out-of-range",
                        "several-documents",
                        "syntax",
                        "tag",
                        "text-digest",
                        "too-deep",
                        "unknown-assertion",
                        "unknown-citation",
                        "unknown-document",
                        "unknown-fact",
                        "unknown-file",
                        "unknown-key",
                        "unknown-parameter",
                        "unknown-register",
                        "wrong-row",
                        "wrong-type"))
                .allSatisfy(code -> assertThat(samples).anyMatch(s -> s.startsWith(code)));
    }

    private static MappingReader.Result read(String sample) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        load(SAMPLES.resolve("good"), files);
        load(SAMPLES.resolve("bad").resolve(sample), files);
        SourceFiles all = SourceFiles.of(files);
        return MappingReader.read(
                all, all.under("organization/"), "rule", Optional.of(LocalDate.of(2026, 11, 1)), new Problems());
    }

    private static void load(Path folder, Map<String, byte[]> files) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path :
                    walk.filter(p -> p.toString().matches(".*\\.(yaml|csv)")).toList()) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
    }
}
