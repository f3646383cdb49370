package io.exhibit.aws.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that somebody uses stays, whoever else makes one, in this process or in another. */
class ScratchFolderTest {

    @TempDir
    Path temporary;

    /** What another process does that opens a vault in S3. */
    static final class Other {

        private Other() {}

        public static void main(String[] arguments) throws IOException {
            ScratchFolder.in(Path.of(arguments[0])).close();
        }
    }

    @Test
    void twoOfOneProcessAreNotRemovedByAnother() throws Exception {
        try (ScratchFolder first = ScratchFolder.in(temporary);
                ScratchFolder second = ScratchFolder.in(temporary)) {
            other();

            assertThat(first.path()).exists();
            assertThat(second.path()).exists();
        }
        assertThat(temporary).isEmptyDirectory();
    }

    private void other() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        temporary.toString()))
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
