package io.exhibit.run.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandedInTest {

    private static final Instant NOW = Instant.parse("2026-10-05T09:00:00Z");

    @TempDir
    Path folder;

    private HandedIn documents;
    private int taken;

    @BeforeEach
    void documents() throws IOException {
        documents = new HandedIn(folder, Optional.empty());
    }

    /** One each second. */
    private String take(List<String> drafts) throws IOException {
        byte[] text = ("document " + taken).getBytes(StandardCharsets.UTF_8);
        Instant at = NOW.plusSeconds(taken++);
        String digest = documents.take(text, "txt", drafts, at);
        Files.setLastModifiedTime(folder.resolve(digest + ".txt"), FileTime.from(at));
        return digest;
    }

    /** Whoever hands in and gives up, again and again, keeps nobody else out. */
    @Test
    void whatNoDraftNamesMakesRoomWhereRoomIsWantedButForTheNewest() throws IOException {
        List<String> drafts = new ArrayList<>();
        for (int n = 0; n < 50; n++) {
            drafts.add("sha256: " + take(drafts));
        }
        List<String> unnamed = new ArrayList<>();
        for (int n = 0; n < 200; n++) {
            unnamed.add(take(drafts));
        }

        for (String draft : drafts) {
            assertThat(documents.find(draft.substring("sha256: ".length()))).isPresent();
        }
        for (String newest : unnamed.subList(180, 200)) {
            assertThat(documents.find(newest)).isPresent();
        }
        assertThat(documents.find(unnamed.get(0))).isEmpty();
        assertThat(folder.toFile().list()).hasSizeLessThanOrEqualTo(HandedIn.MOST);
    }

    @Test
    void whatDraftsNameIsNeverGivenUpForRoom() throws IOException {
        List<String> drafts = new ArrayList<>();
        for (int n = 0; n < HandedIn.MOST; n++) {
            drafts.add("sha256: " + take(drafts));
        }
        assertThatThrownBy(() -> take(drafts)).hasMessageContaining("documents wait to be published");
        assertThat(folder.toFile().list()).hasSize(HandedIn.MOST);
    }
}
