package io.exhibit.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets lie elsewhere; the settings say where. */
class SecretTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsReadWithoutItsLineEndEachTimeAnew() throws IOException {
        Secret secret = password("{file: db}");
        Files.writeString(folder.resolve("db"), "not a real one\n");

        assertThat(secret.value(Map.of())).isEqualTo("not a real one");

        Files.writeString(folder.resolve("db"), "another\r\n");
        assertThat(secret.value(Map.of())).isEqualTo("another");
    }

    @Test
    void aVariableIsRead() throws IOException {
        Secret secret = password("{environment: EXHIBIT_DB}");

        assertThat(secret.value(Map.of("EXHIBIT_DB", "not a real one"))).isEqualTo("not a real one");
        assertThatThrownBy(() -> secret.value(Map.of()))
                .isInstanceOf(Stop.class)
                .hasMessage("The variable EXHIBIT_DB, which the settings name for a secret, is not set.");
    }

    @Test
    void aFileThatIsNotThereOrEmptyOrNoSecretIsNamed() throws IOException {
        Secret secret = password("{file: db}");

        assertThatThrownBy(() -> secret.value(Map.of()))
                .isInstanceOf(Stop.class)
                .hasMessageContaining("The file " + folder.resolve("db"))
                .hasMessageContaining("could not be read");
        Files.writeString(folder.resolve("db"), "\n");
        assertThatThrownBy(() -> secret.value(Map.of())).hasMessageEndingWith("is empty.");
        Files.write(folder.resolve("db"), new byte[1 << 20]);
        assertThatThrownBy(() -> secret.value(Map.of())).hasMessageContaining("has more than 65536 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hunter2                       | password must not stand in the settings themselves.",
                "{file: db, environment: DB}   | password lies in exactly one place.",
                "{}                            | password lies in exactly one place.",
                "{flie: db}                    | Unknown key flie.",
                "{file: }                      | The key file is missing or empty."
            })
    void whatIsNoPlaceIsRefusedWithItsLine(String written, String why) throws IOException {
        Stop stop = catchThrowableOfType(Stop.class, () -> password(written));

        assertThat(stop.code()).isEqualTo(ExitCode.SETTINGS);
        assertThat(stop.problems()).extracting(Problem::message).anyMatch(why::equals);
        assertThat(stop.problems())
                .allSatisfy(problem -> assertThat(problem.position().line()).isEqualTo(6));
        assertThat(stop.problems().toString()).doesNotContain("hunter2");
    }

    private Secret password(String written) throws IOException {
        Path file = Files.writeString(
                folder.resolve("exhibit.yaml"),
                "vault: s3://evidence\ns3: {lock: none}\ncluster:\n  database: jdbc:postgresql://localhost/exhibit\n  user: exhibit\n  password: "
                        + written + "\n");
        return SettingsReader.read(file)
                .serving()
                .cluster()
                .orElseThrow()
                .password()
                .orElseThrow();
    }
}
