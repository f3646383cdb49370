package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.console.door.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members of a register are named by who wrote the mapping: none of them is taken for what the form carries for itself. */
final class RegisterFormTest {

    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([\\w.]+)\" value=\"([^\"]*)\"");

    /** What other forms of the console carry for themselves. */
    private static final List<String> ODD = List.of("version", "guard", "draft_version", "draft_beginning", "reason_");

    @TempDir
    Path folder;

    @Test
    void aMemberThatIsCalledAsAFieldOfTheFormsOwnIsOne() throws IOException {
        try (Room room = new Room(folder)) {
            Room.Visit officer = room.enter(Role.OFFICER);
            String target = Room.HOME + "/book/registers/leavers/row";
            String page = room.get(officer, target).body();
            String form = page.substring(page.indexOf("<form method=\"post\" action=\"" + target));
            StringBuilder fields = new StringBuilder();
            Matcher hidden = HIDDEN.matcher(form.substring(0, form.indexOf("</form>")));
            List<String> own = new ArrayList<>();
            while (hidden.find()) {
                own.add(hidden.group(1));
                fields.append("&").append(hidden.group(1)).append("=").append(hidden.group(2));
            }
            assertThat(own).hasSize(3).doesNotContainAnyElementsOf(ODD);
            ODD.forEach(
                    member -> fields.append("&").append(member).append("=its-").append(member));
            fields.append("&person=HR1&left_at=2026-10-01");
            fields.append("&approver=J&approved=2026-10-01&reason=r&review=2027-01-01");

            assertThat(room.ask(room.own(officer, target, fields.toString())).status())
                    .isEqualTo(303);
            String file = room.book
                    .drafts()
                    .all()
                    .get(0)
                    .edits()
                    .get("organization/registers/leavers.yaml")
                    .after();
            String row = room.get(officer, target + "?row=0").body();
            for (String member : ODD) {
                assertThat(file).contains("  " + member + ": its-" + member + "\n");
                assertThat(row).contains("name=\"" + member + "\" value=\"its-" + member + "\"");
            }
        }
    }
}
