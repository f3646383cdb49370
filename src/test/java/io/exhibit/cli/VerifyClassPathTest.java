package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.terminal.ExitCode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever only verifies needs a few libraries, and neither AWS's nor what draws or schedules. {@link DeepCheckTest} judges with them. */
@OneJdk
class VerifyClassPathTest {

    @TempDir
    private static Path folder;

    private static VerifyClassPath small;

    @BeforeAll
    static void build() throws IOException {
        small = new VerifyClassPath(folder);
    }

    @Test
    void itIsAsSmallAsTheReadmeSays() throws IOException {
        long bytes = 0;
        for (Path file : small.files()) {
            bytes += Files.size(file);
            try (ZipFile jar = new ZipFile(file.toFile())) {
                assertThat(jar.stream().map(entry -> entry.getName()))
                        .as(file.toString())
                        .noneMatch(name -> name.startsWith("software/amazon/")
                                || name.startsWith("freemarker/")
                                || name.startsWith("org/apache/pdfbox/")
                                || name.startsWith("com/openhtmltopdf/"));
            }
        }
        // The jar of this test is not packed.
        long libraries = bytes - Files.size(small.files().get(0));
        assertThat(Files.readString(Path.of("README.md")))
                .contains(small.files().size() - 1 + " libraries of " + Math.round(libraries / 1e6) + " MB");
    }

    @Test
    void packsAndVaultsAreChecked() throws Exception {
        Path pack = SmallPack.bind(folder, "EH-2026-10", SmallPack.key(3));
        String key = Files.writeString(
                        folder.resolve("key.pub.pem"), SmallPack.key(3).publicPem())
                .toString();
        for (Path what : List.of(pack, folder.resolve("vault-of-EH-2026-10"))) {
            VerifyClassPath.Ended ended = small.run("verify", what.toString(), "--key", key);
            assertThat(ended.err()).isEmpty();
            assertThat(ended.out()).contains("OK           EVIDENCE");
            assertThat(ended.code()).isEqualTo(ExitCode.DONE);
        }
    }

    /** A zip of nothing but names, each of them in the one spelling, is refused or ends in a sentence. */
    @Test
    void namesBeyondAllMemoryEndInASentence() throws Exception {
        Path forged = folder.resolve("forged.zip");
        ByteBuffer local = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        local.putInt(0x04034b50)
                .putShort((short) 20)
                .putInt(0)
                .putShort((short) 0)
                .putShort((short) 33);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(forged))) {
            for (int n = 0; n < 50_000; n++) {
                byte[] name = ("EH-2026-10/data/f" + (1_000_000 + n)).getBytes(StandardCharsets.US_ASCII);
                out.write(local.putShort(26, (short) name.length).array());
                out.write(name);
            }
        }
        String key = Files.writeString(
                        folder.resolve("any.pub.pem"), SmallPack.key(3).publicPem())
                .toString();

        VerifyClassPath.Ended refused = small.run("verify", forged.toString(), "--key", key);
        assertThat(refused.out()).contains("ZIP_REFUSED  forged.zip  At byte 2700000 the list at its end is not that");
        assertThat(refused.code()).isEqualTo(ExitCode.VERIFICATION_FAILED);

        // Where young things have more room, the heap is collected a thousand times before it is given up.
        VerifyClassPath.Ended ended =
                small.runIn(List.of("-Xmx9m", "-Xmn512k"), "verify", forged.toString(), "--key", key);
        assertThat(ended.err()).startsWith("The memory did not suffice (").doesNotContain("\tat ");
        assertThat(ended.code()).isEqualTo(ExitCode.NO_MEMORY);
    }

    @Test
    void everyCommandIsListedAndWhatIsNotHereIsToldInOneSentence() throws Exception {
        VerifyClassPath.Ended help = small.run("--help");
        assertThat(help.code()).as(help.err()).isEqualTo(ExitCode.DONE);
        assertThat(help.out() + help.err()).contains("collect", "verify", "serve");
        for (String elsewhere : List.of("verify s3://evidence/vault", "collect")) {
            VerifyClassPath.Ended ended = small.run(elsewhere.split(" "));
            assertThat(ended.err().lines())
                    .as(elsewhere)
                    .filteredOn(line -> line.startsWith("That takes a library that is not here ("))
                    .hasSize(1);
            assertThat(ended.err()).doesNotContain("\tat ");
            assertThat(ended.code()).isEqualTo(ExitCode.MISSING);
        }
    }
}
