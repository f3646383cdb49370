package io.exhibit.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.control.Book;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that runs for months judges by the book as it lies there now. */
class BookReadingTest {

    @TempDir
    private Path folder;

    private BookReading reading;

    @BeforeEach
    void book() throws IOException {
        write("entity: Example\n");
        Files.writeString(folder.resolve("exhibit.yaml"), "organization: book\n");
        reading = new BookReading(SettingsReader.read(folder.resolve("exhibit.yaml")));
    }

    private void write(String scope) throws IOException {
        Files.createDirectories(folder.resolve("book"));
        Files.writeString(folder.resolve("book/scope.yaml"), scope);
    }

    @Test
    void whatDidNotChangeIsNotReadAgain() {
        assertThat(reading.book()).isSameAs(reading.book());
    }

    @Test
    void anEditCountsFromTheNextLookOn() throws IOException {
        Book before = reading.book();
        write("entity: Sample\n");
        assertThat(reading.book().scope().entity()).isEqualTo("Sample");
        assertThat(before.scope().entity()).isEqualTo("Example");
    }

    @Test
    void aMistakeIsToldEachTimeAndTheMendedBookCounts() throws IOException {
        reading.book();
        write("entity: [\n");
        assertThatThrownBy(reading::book).isInstanceOf(Stop.class).hasMessageContaining("mistakes");
        assertThatThrownBy(reading::book).isInstanceOf(Stop.class).hasMessageContaining("mistakes");
        write("entity: Example\n");
        assertThat(reading.book().scope().entity()).isEqualTo("Example");
    }
}
