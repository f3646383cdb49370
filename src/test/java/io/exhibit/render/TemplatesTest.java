package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplatesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../pom.xml",
                "/etc/passwd",
                "fonts/../../x.ftlh",
                "cover.ftl",
                "notes.csv",
                "",
                "cover.ftlh\0.css"
            })
    void nameOutsideTheFolderIsNotFound(String name) {
        assertThatThrownBy(() -> Templates.shipped().read(name)).isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void linkOutOfTheFolderIsNotFollowed() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Path secret = Files.writeString(folder.resolve("secret.ftlh"), "secret");
        Files.createSymbolicLink(own.resolve("cover.ftlh"), secret);

        assertThatThrownBy(() -> Templates.in(own).read("cover.ftlh")).isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void ownTemplateStandsBeforeTheShippedOne() throws IOException {
        Files.writeString(folder.resolve("cover.ftlh"), "mine");
        Templates mine = Templates.in(folder);

        assertThat(new String(mine.read("cover.ftlh"), StandardCharsets.UTF_8)).isEqualTo("mine");
        assertThat(mine.read("pack.ftlh")).isEqualTo(Templates.shipped().read("pack.ftlh"));
        assertThat(mine.digest()).isNotEqualTo(Templates.shipped().digest());
    }

    @Test
    void everyTemplateOfTheFolderIsListedAndEveryFontHasItsLicence() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("templates"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("fonts"))
                    .toList();
            assertThat(names).containsExactlyInAnyOrderElementsOf(Templates.PAGES);
        }
        for (Face face : Face.values()) {
            String licence = face.file().replaceFirst("-\\d+\\.ttf$", "-OFL.txt");
            assertThat(Path.of("templates", licence)).content().contains("SIL Open Font License");
        }
    }
}
