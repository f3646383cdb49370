package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.seal.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not in the vault is copied, and put back where it was. */
class BackupTest {

    @TempDir
    private Path folder;

    private final Consoles console = Consoles.listening();
    private Path site;

    @BeforeEach
    void aSite() throws IOException {
        site = Files.createDirectories(folder.resolve("site"));
        write("exhibit.yaml", "organization: organization\n");
        write("organization/owners.yaml", "# nobody yet\n");
        write("organization/registers/leavers.yaml", "# nobody left\n");
        write("packs/EH-2026-10.issue.json", "{}\n");
        write("packs/EH-public-2026-10.secret", "drawn");
        write("packs/EH-2026-10.pdf", "comes out again");
        write("state/pauses.json", "[]");
        write("vault/FORMAT", "is copied by vault copy");
        Keys.save(SigningKey.of(new byte[32]), site.resolve("keys/exhibit.pem"));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(site.resolve(name).getParent());
        Files.writeString(site.resolve(name), text);
    }

    private int run(String... arguments) {
        List<String> all = Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--settings", site.resolve("exhibit.yaml").toString()))
                .toList();
        return Main.run(console.console(), all.toArray(String[]::new));
    }

    @Test
    void whatWasLostComesBackAndNothingElseIsTouched() throws IOException {
        Path zip = folder.resolve("copy.zip");
        assertThat(run("backup", zip.toString())).isZero();
        assertThat(console.err()).contains("8 files are in it; not the private key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)))
                .isEqualTo("rw-------");
        byte[] kept = Files.readAllBytes(zip);
        Files.delete(zip);
        assertThat(run("backup", zip.toString())).isZero();
        assertThat(Files.readAllBytes(zip)).as("the same files, the same bytes").isEqualTo(kept);

        Files.delete(site.resolve("exhibit.yaml"));
        Files.delete(site.resolve("organization/registers/leavers.yaml"));
        Files.delete(site.resolve("packs/EH-public-2026-10.secret"));
        assertThat(run("restore", zip.toString())).isZero();

        assertThat(console.out()).contains("Put back: 3 of 8 files; the others were there.");
        assertThat(site.resolve("organization/registers/leavers.yaml")).hasContent("# nobody left");
        assertThat(site.resolve("exhibit.yaml")).hasContent("organization: organization");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(site.resolve("packs/EH-public-2026-10.secret"))))
                .isEqualTo("rw-------");
        try (Stream<Path> left = Files.list(site)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith(".tmp")))
                    .isEmpty();
        }
    }

    @Test
    void theKeyGoesAlongOnlyWhenItIsAskedFor() throws IOException {
        Path zip = folder.resolve("copy.zip");
        assertThat(run("backup", "--with-key", zip.toString())).isZero();
        Files.delete(site.resolve("keys/exhibit.pem"));

        assertThat(run("restore", zip.toString())).isZero();

        assertThat(SigningKey.load(site.resolve("keys/exhibit.pem")).publicKey())
                .isEqualTo(SigningKey.of(new byte[32]).publicKey());
    }

    @Test
    void aFileThatBecameAnotherIsLeftAndThenNothingIsPutBack() throws IOException {
        Path zip = folder.resolve("copy.zip");
        run("backup", zip.toString());
        write("organization/owners.yaml", "# somebody by now\n");
        Files.delete(site.resolve("packs/EH-2026-10.issue.json"));

        assertThat(run("restore", zip.toString())).isEqualTo(ExitCode.CANNOT_WRITE);

        assertThat(console.err()).contains("Nothing was put back: " + site.resolve("organization/owners.yaml"));
        assertThat(site.resolve("packs/EH-2026-10.issue.json")).doesNotExist();
    }

    @Test
    void aCopyThatLeadsElsewhereOrIsDamagedIsRefused() throws IOException {
        Path zip = folder.resolve("copy.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("packs/../../../evil"));
            out.write("x".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        assertThat(run("restore", zip.toString())).isEqualTo(ExitCode.FILE);
        assertThat(console.err()).contains("packs/../../../evil, which the settings name no place for");

        Files.writeString(zip, "no zip");
        assertThat(run("restore", zip.toString())).isEqualTo(ExitCode.FILE);
        assertThat(run("restore", folder.resolve("nothing").toString())).isEqualTo(ExitCode.MISSING);
        assertThat(run("backup", zip.toString())).isEqualTo(ExitCode.CANNOT_WRITE);
    }
}
