package io.exhibit.aws.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of what lies in S3: the bytes that were digested, and nothing that stays. */
class ScratchTest {

    private static final String BUCKET = "unversioned";

    private static Sandbox sandbox;

    @TempDir
    Path temporary;

    private Bucket bucket;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        sandbox.objects().make(BUCKET, false, false);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void open() {
        bucket = Connection.of(Vaults.at(sandbox.endpoint(), "s3://" + BUCKET, Retention.NONE), Vaults.NO_WAIT);
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    private static Entry entry(String name) {
        return new Entry(name, 4, "", "");
    }

    private static void put(String name, String content) throws Exception {
        assertThat(new Raw(sandbox.endpoint(), BUCKET).send("PUT", name, content, Map.of()))
                .isEqualTo(200);
    }

    private static String read(Scratch scratch, String name) throws IOException {
        try (InputStream in = scratch.open(entry(name), 0, 4)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void copyThatWentIsFetchedAgainAndIsTheSameOrNone() throws Exception {
        put("a", "aaaa");
        put("b", "bbbb");
        try (Scratch scratch = new Scratch(bucket, temporary, 4)) {
            assertThat(read(scratch, "a")).isEqualTo("aaaa");
            try (InputStream handedOut = scratch.open(entry("a"), 0, 4)) {
                assertThat(read(scratch, "b")).isEqualTo("bbbb");
                assertThat(scratch.hasCopy(entry("a"))).isFalse();
                assertThat(handedOut.readAllBytes()).asString().isEqualTo("aaaa");
            }
            assertThat(read(scratch, "a")).isEqualTo("aaaa");
            assertThat(scratch.hasCopy(entry("b"))).isFalse();
            put("b", "cccc");
            assertThatThrownBy(() -> read(scratch, "b"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("b changed while it was read");
        }
    }

    @Test
    void whatAKilledProcessLeftGoesWithTheNextAndWhatIsInUseStays() throws Exception {
        put("a", "aaaa");
        Path killed = Files.createDirectory(temporary.resolve("exhibit-s3-killed"));
        Files.writeString(killed.resolve("lock"), "");
        Files.writeString(killed.resolve("draft-0"), "evidence");
        Path another = Files.createDirectory(temporary.resolve("exhibit-s3"));
        try (Scratch first = new Scratch(bucket, temporary, 4)) {
            assertThat(read(first, "a")).isEqualTo("aaaa");
            assertThat(killed).doesNotExist();
            try (Scratch second = new Scratch(bucket, temporary, 4)) {
                assertThat(read(second, "a")).isEqualTo("aaaa");
                assertThat(folders()).hasSize(2 + 1);
                assertThat(Files.getPosixFilePermissions(first.folder()))
                        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            }
            assertThat(read(first, "a")).isEqualTo("aaaa");
        }
        assertThat(folders()).containsExactly(another);
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.toList();
        }
    }
}
