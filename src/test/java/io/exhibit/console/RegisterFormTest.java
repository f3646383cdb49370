package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.console.door.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members of a register are named by who wrote the mapping: none of them is taken for what the form carries for itself. */
final class RegisterFormTest {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(draft_\\w+)\" value=\"([^\"]*)\"");

    @TempDir
    Path folder;

    @Test
    void aMemberThatIsCalledVersionIsOne() throws IOException {
        try (Room room = new Room(folder)) {
            Room.Visit officer = room.enter(Role.OFFICER);
            String target = Room.HOME + "/book/registers/leavers/row";
            String page = room.get(officer, target).body();
            assertThat(page).contains("name=\"version\"").contains("name=\"draft_version\"");
            StringBuilder fields = new StringBuilder();
            Matcher hidden = HIDDEN.matcher(page);
            while (hidden.find()) {
                fields.append("&").append(hidden.group(1)).append("=").append(hidden.group(2));
            }
            fields.append("&person=HR1&left_at=2026-10-01&version=7");
            fields.append("&approver=J&approved=2026-10-01&reason=r&review=2027-01-01");

            assertThat(room.ask(room.own(officer, target, fields.toString())).status())
                    .isEqualTo(302);
            assertThat(room.book
                            .drafts()
                            .all()
                            .get(0)
                            .edits()
                            .get("organization/registers/leavers.yaml")
                            .after())
                    .contains("  version: 7\n");
            String row = room.get(officer, target + "?row=0").body();
            assertThat(row)
                    .containsPattern("name=\"version\" value=\"7\"")
                    .contains("name=\"draft_version\" value=\"1\"");
        }
    }
}
