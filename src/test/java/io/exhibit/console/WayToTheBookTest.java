package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.console.door.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wanting of the book leads to the form in which it is mended. */
final class WayToTheBookTest {

    @TempDir
    static Path folder;

    private static Room room;
    private static Room.Visit officer;

    @BeforeAll
    static void open() throws IOException {
        room = new Room(folder);
        officer = room.enter(Role.OFFICER);
    }

    @AfterAll
    static void close() throws IOException {
        room.close();
    }

    private static Set<String> links(String page, String below) throws IOException {
        Set<String> found = new TreeSet<>(Html.of(page).values("href"));
        found.removeIf(href -> !href.startsWith(Room.HOME + below));
        return found;
    }

    @Test
    void whatRunsOutLeadsToItsEntry() throws IOException {
        assertThat(links(room.get(officer, Room.HOME).body(), "/book/documents/"))
                .containsExactly(Room.HOME + "/book/documents/" + room.book.document());
    }

    @Test
    void theDocumentsDecisionsAndOwnersOfUnitsLeadToTheirForms() throws IOException {
        Set<String> forms = new TreeSet<>();
        Set<String> units = links(room.get(officer, Room.HOME + "/units").body(), "/units/");
        for (String unit : units) {
            String page = room.get(officer, unit).body();
            for (String below : List.of("/book/documents/", "/book/decisions/", "/book/owners/")) {
                forms.addAll(links(page, below));
            }
        }
        assertThat(forms).hasSizeGreaterThan(units.size());
        assertThat(forms).anyMatch(form -> form.contains("/documents/")).anyMatch(form -> form.contains("/decisions/"));
        for (String form : forms) {
            room.pass(java.time.Duration.ofSeconds(5));
            assertThat(room.get(officer, form).status()).as(form).isEqualTo(200);
        }
    }

    @Test
    void theRoomOfAPackLeadsToNoBook() throws IOException {
        Room.Visit auditor = room.enter(Role.AUDITOR);
        String home = "/packs/" + Room.PACK;
        assertThat(room.get(auditor, home + "/units/164.312(d)").body()).doesNotContain("/book/");
    }
}
