package io.exhibit.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exhibit.cli.terminal.Stop;
import io.exhibit.deliver.NotDelivered;
import io.exhibit.deliver.SmtpServer;
import io.exhibit.deliver.SmtpServer.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpReaderTest {

    @TempDir
    private Path folder;

    @Test
    void everyKeyIsRead() throws IOException {
        Files.writeString(folder.resolve("p"), "right\n");

        SmtpServer server = read("{host: m.example, port: 2465, tls: implicit, authorities: ca.pem, user: u,"
                + " password: {file: p}, from: 'E <e@m.example>'}");

        assertThat(server.host()).isEqualTo("m.example");
        assertThat(server.port()).isEqualTo(2465);
        assertThat(server.tls()).isEqualTo(Tls.IMPLICIT);
        assertThat(server.authorities()).contains(folder.resolve("ca.pem"));
        assertThat(server.login().orElseThrow().user()).isEqualTo("u");
        assertThat(server.login().orElseThrow().password().value()).isEqualTo("right");
        assertThat(server.from()).isEqualTo("E <e@m.example>");
    }

    @Test
    void thePortIsTheOneOfTheKindOfTlsAndTlsIsNeverForgotten() throws IOException {
        assertThat(read("{host: m, from: e@m.example}").tls()).isEqualTo(Tls.STARTTLS);
        assertThat(read("{host: m, from: e@m.example}").port()).isEqualTo(587);
        assertThat(read("{host: m, from: e@m.example, tls: implicit}").port()).isEqualTo(465);
        assertThat(read("{host: localhost, from: e@m.example, tls: none}").tls())
                .isEqualTo(Tls.NONE);
    }

    @Test
    void aSecretThatIsNotThereIsATroubleOfTheDelivery() throws IOException {
        SmtpServer server = read("{host: m, user: u, password: {file: gone}, from: e@m.example}");

        assertThatThrownBy(server.login().orElseThrow().password()::value)
                .isInstanceOfSatisfying(
                        NotDelivered.class, e -> assertThat(e.reason()).isEqualTo(NotDelivered.Reason.LOGIN))
                .hasMessageContaining("gone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{from: e@m.example} | host",
                "{host: m} | from",
                "{host: m, from: nobody} | no mail address",
                "{host: m, from: e@m.example, tls: none} | with TLS only",
                "{host: m, from: e@m.example, tls: ssl} | starttls, implicit, none",
                "{host: m, from: e@m.example, port: 70000} | 65535",
                "{host: m, from: e@m.example, user: u} | go together",
                "{host: m, from: e@m.example, user: u, password: secret} | must not stand in the settings",
                "{host: m, from: e@m.example, usr: u} | usr"
            })
    void eachMistakeIsNamed(String written, String named) throws IOException {
        Path file = Files.writeString(folder.resolve("exhibit.yaml"), "smtp: " + written + "\n");

        Stop stop = catchThrowableOfType(Stop.class, () -> SettingsReader.read(file));

        assertThat(stop.problems())
                .isNotEmpty()
                .first()
                .satisfies(problem ->
                        assertThat(problem.toString()).contains(named).contains("exhibit.yaml:1:"));
    }

    private SmtpServer read(String written) throws IOException {
        Path file = Files.writeString(folder.resolve("exhibit.yaml"), "smtp: " + written + "\n");
        return SettingsReader.read(file).serving().smtp().orElseThrow();
    }
}
