package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.run.watch.AlarmKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operators' page has a row for each kind of alarm, in the words of the messages, and no other. */
class AlarmsPageTest {

    @Test
    void everyKindHasItsRow() throws IOException {
        List<String> rows;
        try (Stream<String> lines = Files.lines(Path.of("src/site/markdown/alarms.md"))) {
            rows = lines.filter(line -> line.startsWith("| `") && !line.startsWith("| `exhibit_"))
                    .toList();
        }

        assertThat(rows)
                .containsExactlyElementsOf(Stream.of(AlarmKind.values())
                        .map(kind -> "| `" + kind.word() + "` | " + kind.title() + " | " + kind.meaning() + " | "
                                + kind.remedy() + " |")
                        .toList());
    }
}
