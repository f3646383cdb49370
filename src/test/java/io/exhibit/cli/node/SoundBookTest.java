package io.exhibit.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundBookTest {

    @TempDir
    Path folder;

    private Settings settings;

    @BeforeEach
    void book() throws IOException {
        Files.createDirectories(folder.resolve("book"));
        Files.writeString(folder.resolve("book/scope.yaml"), "entity: Example\n");
        Files.writeString(folder.resolve("exhibit.yaml"), "organization: book\n");
        settings = SettingsReader.read(folder.resolve("exhibit.yaml"));
    }

    @Test
    void isKnownOnceThisBuildFoundItSound() throws IOException {
        assertThat(by("a").isKnown()).isFalse();
        by("a").remember();
        assertThat(by("a").isKnown()).isTrue();
        assertThat(by("b").isKnown()).as("another build checks more").isFalse();
    }

    @Test
    void isAnotherOneAfterTheSmallestEdit() throws IOException {
        by("a").remember();
        Files.writeString(folder.resolve("book/scope.yaml"), "entity: Example \n");
        assertThat(by("a").isKnown()).isFalse();
    }

    @Test
    void isAnotherOneWithAFileMoreOrUnderAnotherFramework() throws IOException {
        by("a").remember();
        Files.writeString(folder.resolve("book/decisions.yaml"), "");
        assertThat(by("a").isKnown()).isFalse();
        Files.delete(folder.resolve("book/decisions.yaml"));
        assertThat(by("a").isKnown()).isTrue();
        Files.writeString(folder.resolve("exhibit.yaml"), "organization: book\nframework: own\n");
        settings = SettingsReader.read(folder.resolve("exhibit.yaml"));
        assertThat(by("a").isKnown()).isFalse();
    }

    @Test
    void isNeverKnownWhenAFileCannotBeTaken() throws IOException {
        Files.writeString(folder.resolve("book/scope.xlsx"), "not a book");
        by("a").remember();
        assertThat(by("a").isKnown()).isFalse();
        assertThat(folder.resolve("state/sound-book")).doesNotExist();
    }

    @Test
    void isNeverKnownByAProgramWithoutADigest() throws IOException {
        by(Wiring.UNPACKED).remember();
        assertThat(by(Wiring.UNPACKED).isKnown()).isFalse();
    }

    private SoundBook by(String build) {
        return SoundBook.of(settings, build);
    }
}
