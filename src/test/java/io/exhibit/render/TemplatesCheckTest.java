package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.exhibit.OneJdk;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each folder under {@code hostile} is one person's folder of templates that goes wrong in one way; the folder above it is the
 * code of the problem that must come of it.
 */
@OneJdk
final class TemplatesCheckTest {

    private static final Path HOSTILE = Path.of("src/test/resources/io/exhibit/render/hostile");

    @TempDir
    Path folder;

    static Stream<Path> hostile() throws IOException {
        try (Stream<Path> all = Files.walk(HOSTILE, 2)) {
            return all.filter(each -> HOSTILE.relativize(each).getNameCount() == 2).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTemplateIsRefusedAtItsPlace(Path hostile) throws IOException {
        String part = copied(hostile);
        List<Problem> problems = check().problems();

        assertThat(problems)
                .as(hostile.toString())
                .extracting(Problem::code)
                .contains(hostile.getParent().getFileName().toString());
        assertThat(problems).allSatisfy(problem -> assertThat(problem.message()).endsWith("."));
        Path places = hostile.resolve("places.txt");
        if (Files.exists(places)) {
            assertThat(problems.stream()
                            .map(problem -> Path.of(problem.position().file()).getFileName() + ":"
                                    + problem.position().line() + ":"
                                    + problem.position().column() + " "
                                    + problem.code() + "\n")
                            .collect(Collectors.joining()))
                    .isEqualTo(Files.readString(places));
        } else if (!part.endsWith(".css")) {
            assertThat(problems)
                    .anySatisfy(problem -> assertThat(problem.position().file()).endsWith(part));
        }
    }

    @Test
    void shippedTemplatesHaveNoProblems() throws IOException {
        TemplatesCheck check = TemplatesCheck.of(Templates.in(folder));

        assertThat(check.problems()).isEmpty();
        assertThat(check.pages()).isGreaterThan(10);
    }

    @Test
    void packThatNeverSaysSimulatedIsRefused() throws IOException {
        for (String part : Templates.PAGES) {
            if (part.endsWith(".ftlh")) {
                String silent = Templates.shipped().text(part).replace("pack.simulated", "true");
                Files.writeString(folder.resolve(part), silent);
            }
        }

        assertThat(check().problems())
                .extracting(Problem::code, Problem::message)
                .contains(
                        tuple("fact-silent", "Whether the evidence is simulated changes nothing in what is printed."));
    }

    /** Links into the section lead nowhere then, which the layout would not say. */
    @ParameterizedTest
    @ValueSource(strings = {"<#-- %s -->", "<#if 1 == 2>%s</#if>"})
    void partThatIsNamedAndNotPrintedIsMissed(String hidden) throws IOException {
        String include = "<#include \"exceptions.ftlh\">";
        String pack = Templates.shipped().text("pack.ftlh");
        assertThat(pack).contains(include);
        Files.writeString(folder.resolve("pack.ftlh"), pack.replace(include, hidden.formatted(include)));

        assertThat(check().problems())
                .filteredOn(problem -> problem.code().equals("value-missing"))
                .extracting(problem -> Path.of(problem.position().file()).getFileName())
                .contains(Path.of("exceptions.ftlh"));
    }

    @Test
    void guideNamesEveryCodeThatIsShownHere() throws IOException {
        String guide = Files.readString(Path.of("src/site/markdown/templates.md"));

        assertThat(hostile()
                        .map(each -> each.getParent().getFileName().toString())
                        .distinct())
                .hasSizeGreaterThan(25)
                .allSatisfy(code -> assertThat(guide).contains("`" + code + "`"));
    }

    private TemplatesCheck check() throws IOException {
        return TemplatesCheck.of(Templates.in(folder), () -> new Deadline(300_000, Long.MAX_VALUE, () -> 0));
    }

    /** A style sheet is added to ours, anything else is put in the place of ours. */
    private String copied(Path hostile) throws IOException {
        String last = "";
        try (Stream<Path> files = Files.list(hostile)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.equals("places.txt")) {
                    continue;
                }
                Path to = folder.resolve(name);
                if (name.equals("pack.css")) {
                    Files.write(to, Templates.shipped().read(name));
                    Files.writeString(to, Files.readString(to) + Files.readString(file));
                } else {
                    Files.copy(file, to);
                }
                last = name;
            }
        }
        return last;
    }
}
