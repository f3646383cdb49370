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

/** An address climbs out of what it names. */
@OneJdk
final class TraversalAttackTest {

    @TempDir
    static Path folder;

    private static Room room;
    private static Room.Visit visit;

    private static final List<String> NAMES = List.of(
            "..",
            "../",
            "../pages/frame.ftlh",
            "../../../../../../etc/passwd",
            "..%2fpages%2fframe.ftlh",
            "..%2Fpages%2Fframe.ftlh",
            "%2e%2e/pages/frame.ftlh",
            "%2e%2e%2fpages%2fframe.ftlh",
            "%252e%252e%252fpages%252fframe.ftlh",
            "%25252e%25252e%25252fpages",
            "..\\pages\\frame.ftlh",
            "..%5cpages%5cframe.ftlh",
            "..%255cpages",
            "....//pages/frame.ftlh",
            "..././pages/frame.ftlh",
            "..;/pages/frame.ftlh",
            "..;x=y/pages/frame.ftlh",
            "%2e%2e;/pages",
            ".%2e/pages/frame.ftlh",
            "..%00/pages",
            "console.css%00.ftlh",
            "frame.ftlh%00.css",
            "%00",
            "%c0%ae%c0%ae%c0%afpages",
            "%c0%ae%c0%ae/pages/frame.ftlh",
            "%e0%80%ae%e0%80%ae%e0%80%afpages",
            "%uff0e%uff0e%u2215pages",
            "%ef%bc%8e%ef%bc%8e%ef%bc%8fpages",
            "%e2%80%a5/pages",
            "/etc/passwd",
            "//etc/passwd",
            "%2fetc%2fpasswd",
            "file:///etc/passwd",
            "file:%2f%2f%2fetc%2fpasswd",
            "jar:file:x.jar!/y",
            "C:%5cWindows%5cwin.ini",
            "%5c%5cevil.example%5cshare",
            "frame.ftlh",
            "pages/frame.ftlh",
            "Files.class",
            "META-INF/MANIFEST.MF",
            "WEB-INF/web.xml",
            ".",
            "./frame.ftlh",
            "%2e",
            "%",
            "%2",
            "%zz",
            "~root",
            "${user.home}",
            "$%7buser.home%7d",
            "*",
            "con",
            "x".repeat(5_000));

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
    void noAddressLeadsOutOfItsPlace() throws IOException {
        assertThat(NAMES).hasSizeGreaterThan(Attacks.MANY);
        for (String place : List.of("/static/", Room.HOME + "/units/", Room.HOME + "/tests/", "/visits/", "/")) {
            for (String name : NAMES) {
                Ask.Answer answer = room.get(visit, place + name);
                assertThat(answer.status()).as(place + name).isIn(400, 404, 405);
                Attacks.assertRefused(answer, answer.status());
            }
        }
        assertThat(room.mishaps).isEmpty();
    }

    @Test
    void noParameterIsAFile() throws IOException {
        for (String name : NAMES) {
            for (String target : List.of(
                    "/month?month=" + name,
                    Room.HOME + "/coverage?account=" + name,
                    Room.HOME + "/tests/IAM-01/item?account=" + name + "&region=global&key=x",
                    Room.HOME + "/tests/IAM-01/item?account=333344445555&region=" + name + "&key=x",
                    Room.HOME + "/tests/IAM-01/item?account=333344445555&region=global&key=" + name)) {
                Ask.Answer answer = room.get(visit, target);
                assertThat(answer.status()).as(target).isIn(400, 404);
                Attacks.assertRefused(answer, answer.status());
            }
        }
        assertThat(room.mishaps).isEmpty();
    }

    @Test
    void theFilesThatThereAreAreAllThatIsHandedOut() throws IOException {
        for (String name : List.of("console.css", "filter.js", "icon.svg", "IBMPlexSans-400.ttf")) {
            Ask.Answer answer = room.ask(Ask.get("/static/" + name));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.head("Content-Type")).isNotEmpty();
            Attacks.assertInert(answer);
        }
    }
}
