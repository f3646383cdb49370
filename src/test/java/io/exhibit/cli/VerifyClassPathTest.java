package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever only verifies needs a few libraries, and neither AWS's nor what draws or schedules. {@link DeepCheckTest} judges with them. */
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
