package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.console.door.Visitor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a month that has to be worked out first, in a real browser. */
@OneJdk
final class ComingInBrowserTest {

    @Test
    void aPageThatIsBeingWorkedOutLoadsItselfAgainWhenItIsThere(@TempDir Path folder) throws IOException {
        try (Room room = new Room(folder);
                Browser browser = Browser.open()) {
            room.desk.coming = true;
            browser.go(room.origin() + "/enter?ticket=" + room.ticket(Visitor.withEveryRole("Jane Doe")));
            browser.follow("main button");
            browser.untilSays("main", "October 2026 is being worked out.");
            browser.picture("coming");
            assertThat(browser.violations()).isEmpty();
            assertThat(browser.misfits()).isEmpty();
            browser.scheme("dark");
            assertThat(browser.faintWords()).isEmpty();

            room.pass(Duration.ofMinutes(1));
            room.desk.coming = false;
            browser.untilSays("h2", "Needs a person");
            room.desk.laying = true;
            browser.go(room.origin() + Room.HOME + "/tests/" + SampleDesk.TEST);
            browser.untilSays("main", "is being laid out to be paged through; 1 item lies there by now.");
            assertThat(browser.violations()).isEmpty();
            room.desk.laying = false;
            browser.untilSays("main table", "What shows it");

            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.asked()).containsOnly(room.origin());
            assertThat(room.mishaps).isEmpty();
        }
    }
}
