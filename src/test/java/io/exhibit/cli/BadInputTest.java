package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.terminal.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input gets one clear message, an exit code by kind, and leaves nothing half-written. */
class BadInputTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frobnicate                                | 64 | frobnicate",
                "colect                                    | 64 | Did you mean collect?",
                "mappings chek                             | 64 | Did you mean check?",
                "pack --mont 2026-10                       | 64 | Did you mean --month?",
                "bench read --findings 0                   | 64 | at least 1",
                "demo --days 32                            | 64 | between 1 and 31",
                "demo --days soon                          | 64 | --days",
                "pack --month October                      | 64 | 2026-10",
                "pack --month 2026-13                      | 64 | 2026-10",
                "pack --month 9999-01                      | 64 | has not begun",
                "pack --month 2026-10 --vault FOLDER/none  | 66 | There is no vault",
                "assess --vault FOLDER/none                | 66 | Check --vault",
                "collect --settings FOLDER/none.yaml       | 66 | none.yaml",
                "mappings check --settings FOLDER/bad.yaml | 78 | bad.yaml:1:1",
                "sandbox --port 0 --fault everything=gone  | 64 | no kind is called",
                "sandbox --port 0 --fault a=denied --fault b=gone | 64 | no kind is called",
                "sandbox --port 0 --limits some            | 64 | aws or none",
                "sandbox --port 0 --now yesterday          | 64 | yesterday",
                "bench dance                               | 64 | dance",
            })
    void isRefusedWithItsExitCode(String line, int code, String said) throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), "vualt: x\n");
        long before = files();
        Consoles console = Consoles.listening();

        int exit = Main.run(
                console.console(),
                line.replace("FOLDER", folder.toString()).strip().split(" +"));

        assertThat(console.err()).contains(said);
        assertThat(exit).isEqualTo(code);
        assertThat(console.out()).isEmpty();
        assertThat(files()).as("nothing half-written").isEqualTo(before);
    }

    @Test
    void anEndpointThatIsNotThereIsSaidAndLogged() throws IOException {
        Path settings = Files.writeString(folder.resolve("exhibit.yaml"), """
                aws:
                  endpoint: http://127.0.0.1:9
                  attempt_seconds: 1
                  call_seconds: 2
                """);
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "not-a-secret");
        try {
            Consoles console = Consoles.listening();

            int exit = Main.run(console.console(), "collect", "--settings", settings.toString());

            assertThat(exit).isEqualTo(ExitCode.UNREACHABLE);
            assertThat(console.err()).contains("could not begin").contains("endpoint");
            assertThat(Files.readString(folder.resolve("vault/log/leaves")))
                    .as("a failed run is a leaf")
                    .contains("run");
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Consoles console = Consoles.listening();

            int exit = Main.run(console.console(), "sandbox", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(exit).isEqualTo(ExitCode.TRY_LATER);
            assertThat(console.err()).contains("Port " + taken.getLocalPort()).contains("in use");
        }
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (String command : new String[] {
            "demo",
            "sandbox",
            "collect",
            "assess",
            "pack",
            "verify",
            "sign",
            "keys new",
            "keys show",
            "keys rotate",
            "serve",
            "sample",
            "bench"
        }) {
            Consoles console = Consoles.listening();

            int exit = Main.run(console.console(), (command + " --help").split(" "));

            assertThat(exit).as(command).isZero();
            assertThat(console.out() + console.err())
                    .as(command)
                    .contains("Example")
                    .contains("exhibit " + command);
        }
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.count();
        }
    }
}
