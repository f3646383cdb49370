package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.console.door.Visitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line end in a parameter becomes one in the answer, and what follows becomes a head or a second answer. */
@OneJdk
final class SplittingAttackTest {

    @TempDir
    static Path folder;

    private static Room room;
    private static Room.Visit visit;

    private static final List<String> ENDS = List.of(
            "%0d%0a",
            "%0a",
            "%0d",
            "%0d%0a%20",
            "%e5%98%8a%e5%98%8d",
            "%c4%8d%c4%8a",
            "%00%0d%0a",
            "%250d%250a",
            "%u000d%u000a",
            "%e2%80%a8",
            "%c2%85");

    @BeforeAll
    static void enter() throws IOException {
        room = new Room(folder);
        visit = room.enter(Visitor.withEveryRole("Jane"));
    }

    @AfterAll
    static void close() throws IOException {
        room.close();
    }

    @Test
    void noParameterEndsALineOfTheAnswer() throws IOException {
        int tried = 0;
        for (String end : ENDS) {
            String split = end + "Set-Cookie:%20exhibit=evil" + end + "Location:%20http://evil.example/" + end + end
                    + "%3Chtml%3E";
            for (String target : List.of(
                    "/month?month=2026-10",
                    "/month?",
                    "/enter?ticket=",
                    "/static/console.css",
                    "/",
                    Room.HOME,
                    Room.HOME + "/units/",
                    Room.HOME + "/tests/IAM-01",
                    Room.HOME + "/findings?show=",
                    Room.HOME + "/findings?search=",
                    Room.HOME + "/coverage?account=")) {
                Ask.Answer answer = room.get(visit, target + split);
                Attacks.assertInert(answer);
                assertWhole(answer);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(Attacks.MANY);
        assertThat(room.mishaps).isEmpty();
    }

    @Test
    void noFormFieldEndsALineOfTheAnswer() throws IOException {
        int tried = 0;
        for (String end : ENDS) {
            String split = end + "Set-Cookie:%20exhibit=evil" + end + end + "x";
            for (Ask ask : List.of(
                    room.button("x" + split),
                    room.own(visit, "/visits/x" + split + "/end", ""),
                    room.own(visit, "/visits/x/end", "&id=" + split),
                    room.own(visit, "/visits/x/end?to=" + split, ""))) {
                room.pass(java.time.Duration.ofSeconds(7));
                Ask.Answer answer = room.ask(ask);
                Attacks.assertInert(answer);
                assertWhole(answer);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(Attacks.MANY);
    }

    private static void assertWhole(Ask.Answer answer) {
        assertThat(answer.all("Set-Cookie")).isEmpty();
        assertThat(answer.all("Location"))
                .allMatch(to -> to.replace(room.origin(), "").matches("/visits|/2026-10"));
        assertThat(answer.all("Content-Type")).hasSizeLessThanOrEqualTo(1);
    }
}
