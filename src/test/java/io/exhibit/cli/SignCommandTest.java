package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.seal.Pem;
import io.exhibit.seal.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second person signs, and whoever verifies asks for that. */
class SignCommandTest {

    private static final SigningKey OPS = SmallPack.key(1);
    private static final SigningKey JANE = SmallPack.key(2);

    @TempDir
    private Path folder;

    private Path pack;
    private Path trust;
    private Consoles console;

    @BeforeEach
    void bind() throws IOException {
        pack = SmallPack.bind(folder, "EH-2026-10", OPS);
        JANE.save(folder.resolve("jane.pem"));
        trust = Files.writeString(folder.resolve("trust.yaml"), """
                threshold: 1
                keys:
                  - {name: ops, roles: [log, statement], key: OPS, from: 2026-01-01T00:00:00Z}
                  - {name: jane, roles: [reviewer], key: JANE, from: 2026-01-01T00:00:00Z}
                """.replace("OPS", Pem.base64(OPS.publicKey()))
                .replace("JANE", Pem.base64(JANE.publicKey())));
    }

    private int run(String line) {
        console = Consoles.listening();
        return Main.run(
                console.console(), line.replace("FOLDER", folder.toString()).split(" +"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void signatureIsFoundBesideThePackAndCounts() throws IOException {
        assertThat(run("verify FOLDER/EH-2026-10.zip --trust FOLDER/trust.yaml"))
                .isEqualTo(ExitCode.VERIFICATION_FAILED);
        assertThat(console.out()).contains("REVIEWERS_MISSING", "0 of the 1 reviewers");

        assertThat(run("sign FOLDER/EH-2026-10.zip --key FOLDER/jane.pem --name jane"))
                .isZero();
        assertThat(console.out()).contains("EH-2026-10.zip.jane.dsse.json");

        assertThat(run("verify FOLDER/EH-2026-10.zip --trust FOLDER/trust.yaml"))
                .as(() -> console.out())
                .isZero();
        assertThat(console.out()).contains("Signed by jane; 1 asked for.", "Signed by ops, ");
    }

    @Test
    void signatureIsNeverReplaced() throws IOException {
        assertThat(run("sign FOLDER/EH-2026-10.zip --key FOLDER/jane.pem --name jane"))
                .isZero();
        byte[] first = Files.readAllBytes(folder.resolve("EH-2026-10.zip.jane.dsse.json"));
        assertThat(run("sign FOLDER/EH-2026-10.zip --key FOLDER/jane.pem --name jane"))
                .isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(console.err()).contains("is not replaced");
        assertThat(Files.readAllBytes(folder.resolve("EH-2026-10.zip.jane.dsse.json")))
                .isEqualTo(first);
    }

    @Test
    void brokenPackIsNotSigned() throws IOException {
        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length / 2] ^= 1;
        Files.write(pack, bytes);
        List<String> before = files();
        assertThat(run("sign FOLDER/EH-2026-10.zip --key FOLDER/jane.pem --name jane"))
                .isEqualTo(ExitCode.VERIFICATION_FAILED);
        assertThat(console.err()).contains("was not signed");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void keyThatOthersCanReadSignsNothing() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("jane.pem"), PosixFilePermissions.fromString("rw-r-----"));
        List<String> before = files();
        assertThat(run("sign FOLDER/EH-2026-10.zip --key FOLDER/jane.pem --name jane"))
                .isEqualTo(ExitCode.SETTINGS);
        assertThat(console.err()).contains("chmod 600");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatCannotBeDoneIsToldInOneSentence() {
        assertThat(run("sign FOLDER/none.zip --key FOLDER/jane.pem --name jane"))
                .isEqualTo(ExitCode.MISSING);
        assertThat(run("sign FOLDER/EH-2026-10.zip --key FOLDER/none.pem --name jane"))
                .isEqualTo(ExitCode.SETTINGS);
        assertThat(run("sign FOLDER/EH-2026-10.zip --key FOLDER/jane.pem --name ../jane"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("sign FOLDER/trust.yaml --key FOLDER/jane.pem --name jane"))
                .isEqualTo(ExitCode.VERIFICATION_FAILED);
        assertThat(run("verify FOLDER/EH-2026-10.zip --trust FOLDER/none.yaml")).isEqualTo(ExitCode.MISSING);
        assertThat(run("verify FOLDER/EH-2026-10.zip --trust FOLDER/jane.pem")).isEqualTo(ExitCode.FILE);
        assertThat(run("verify FOLDER/EH-2026-10.zip --trust FOLDER/trust.yaml --key FOLDER/jane.pem"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("not both");
    }

    @Test
    void reviewOfAnotherPackUnderThisOnesNameFails() throws IOException {
        Path other = folder.resolve("other");
        Files.createDirectories(other);
        SmallPack.bind(other, "EH-2026-11", OPS);
        assertThat(run("sign FOLDER/other/EH-2026-11.zip --key FOLDER/jane.pem --name jane"))
                .isZero();
        Files.move(other.resolve("EH-2026-11.zip.jane.dsse.json"), folder.resolve("EH-2026-10.zip.jane.dsse.json"));
        assertThat(run("verify FOLDER/EH-2026-10.zip --trust FOLDER/trust.yaml"))
                .isEqualTo(ExitCode.VERIFICATION_FAILED);
        assertThat(console.out()).contains("REVIEW_DIFFERS");
    }
}
