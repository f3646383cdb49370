package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.Visitor;
import io.exhibit.console.month.Remedy;
import io.exhibit.evidence.Sha256;
import io.exhibit.run.watch.AlarmKind;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import io.javalin.security.Roles;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks what really answers, not only the table: a route that somebody adds is in these tests by being there. */
@OneJdk
final class RoutesTest {

    /** Those that stand before every route, and are for nobody in particular. */
    private static final Set<HandlerType> BEFORE = Set.of(HandlerType.BEFORE, HandlerType.BEFORE_MATCHED);

    private static final Set<Role> HELD = EnumSet.complementOf(EnumSet.of(Role.ANYONE));

    @TempDir
    static Path folder;

    private static Room room;

    @BeforeAll
    static void open() throws IOException {
        room = new Room(folder);
    }

    @AfterAll
    static void close() throws IOException {
        room.close();
    }

    private static List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (ParsedEndpoint each : room.console.javalin().unsafe.internalRouter.allHttpHandlers()) {
            if (!BEFORE.contains(each.endpoint.method)) {
                endpoints.add(each.endpoint);
            }
        }
        return endpoints;
    }

    private static Set<Role> roles(Endpoint endpoint) {
        Set<Role> roles = new TreeSet<>();
        Optional.ofNullable(endpoint.metadata(Roles.class))
                .ifPresent(found -> found.getRoles().forEach(role -> roles.add((Role) role)));
        return roles;
    }

    @Test
    void everythingThatAnswersSaysForWhomItIs() {
        assertThat(endpoints()).hasSizeGreaterThan(25);
        assertThat(endpoints())
                .allSatisfy(endpoint -> assertThat(roles(endpoint))
                        .as("%s %s", endpoint.method, endpoint.path)
                        .isNotEmpty());
        assertThat(room.console.javalin().unsafe.internalRouter.allWsHandlers()).isEmpty();
    }

    @Test
    void aRouteForNobodyCannotBeMade() {
        assertThatThrownBy(() -> new Route(HandlerType.GET, "/x", Set.of(), context -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for nobody");
    }

    @Test
    void onlyComingInAndFilesAreForAnyone() {
        assertThat(endpoints().stream()
                        .filter(endpoint -> roles(endpoint).contains(Role.ANYONE))
                        .map(endpoint -> endpoint.method + " " + endpoint.path))
                .containsExactlyInAnyOrder(
                        "GET /enter", "HEAD /enter", "POST /enter", "GET /static/{file}", "HEAD /static/{file}");
    }

    @Test
    void whateverChangesSomethingIsAPost() {
        assertThat(endpoints())
                .allSatisfy(endpoint ->
                        assertThat(endpoint.method).isIn(HandlerType.GET, HandlerType.HEAD, HandlerType.POST));
    }

    @Test
    void eachRouteLetsThroughWhomTheTableNamesAndNobodyElse() throws IOException {
        int asked = 0;
        for (Endpoint endpoint : endpoints()) {
            for (Role role : HELD) {
                boolean let = roles(endpoint).contains(role) || roles(endpoint).contains(Role.ANYONE);
                assertThat(room.ask(asked(endpoint, Optional.of(room.enter(role))))
                                .status())
                        .as("%s %s as %s", endpoint.method, endpoint.path, role)
                        .matches(status -> let ? !Set.of(401, 403).contains(status) : status == 403);
                asked++;
            }
            boolean let = roles(endpoint).contains(Role.ANYONE);
            assertThat(room.ask(asked(endpoint, Optional.empty())).status())
                    .as("%s %s as nobody", endpoint.method, endpoint.path)
                    .matches(status -> let ? !Set.of(401, 403).contains(status) : status == 401);
            asked++;
        }
        assertThat(asked).isEqualTo(endpoints().size() * (HELD.size() + 1));
        assertThat(room.mishaps).isEmpty();
    }

    /** Which routes show a page is asked of the console, and which of them a browser looks at of the lists by which it does. */
    @Test
    void aBrowserLooksAtEveryRouteThatShowsAPage() throws IOException {
        Set<String> looked = new TreeSet<>();
        for (Map<String, String> list : List.of(PageList.ofMonth(), PageList.ofPack(), PageList.ofPacks())) {
            list.values()
                    .forEach(path -> looked.add(room
                            .console
                            .javalin()
                            .unsafe
                            .internalRouter
                            .findHttpHandlerEntries(HandlerType.GET, path.replaceFirst("[?].*", ""))
                            .stream()
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(path + " is no page"))
                            .endpoint
                            .path));
        }
        Set<String> pages = new TreeSet<>();
        Room.Visit visit = room.enter(Visitor.withEveryRole("Jane Doe"));
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.method == HandlerType.GET && showsAPage(endpoint, visit)) {
                pages.add(endpoint.path);
            }
        }
        assertThat(pages).hasSizeGreaterThan(30);
        assertThat(looked).as("each of PageList").containsAll(pages);
    }

    /** Whoever is led on, or gets a file, sees no page of ours; one that is refused here would see one with another name in its address. */
    private static boolean showsAPage(Endpoint endpoint, Room.Visit visit) throws IOException {
        if (endpoint.path.equals("/{month}/book/documents/{id}/file")) {
            return false; // The sample has none to hand out.
        }
        String path = path(endpoint.path, Optional.of(visit));
        Ask.Answer answer = room.get(visit, path + (path.equals("/month") ? "?month=" + SampleDesk.MONTH : ""));
        return answer.status() != 302
                && (answer.status() != 200 || answer.body().contains("<a class=\"skip\""));
    }

    /** Roles that somebody asks for do not count. */
    @Test
    void nobodyGivesHimselfARole() throws IOException {
        Room.Visit viewer = room.enter(Role.VIEWER);
        int tried = 0;
        for (String name : List.of(
                "role",
                "roles",
                "X-Role",
                "X-Roles",
                "user",
                "X-User",
                "X-Remote-User",
                "admin",
                "X-Admin",
                "Authorization",
                "visitor")) {
            for (String value : List.of("OPERATOR", "operator", "ANYONE", "1", "Basic b3BlcmF0b3I6b3BlcmF0b3I=")) {
                String pair = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
                Ask ask = room.by(viewer, Ask.get("/visits?" + pair))
                        .with(name, value)
                        .without("Cookie")
                        .with("Cookie", room.cookie() + "=" + viewer.token() + "; " + pair);
                Attacks.assertRefused(room.ask(ask), 403);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(Attacks.MANY);
    }

    /** Another spelling of an address is another address, or the same one with the same roles. */
    @Test
    void noSpellingLeadsAroundTheTable() throws IOException {
        Room.Visit viewer = room.enter(Role.VIEWER);
        List<String> spellings = List.of(
                "/visits",
                "/visits/",
                "//visits",
                "/./visits",
                "/x/../visits",
                "/VISITS",
                "/Visits",
                "/visits.",
                "/visits.html",
                "/visits%20",
                "/visits%00",
                "/visits%2f",
                "/%76isits",
                "/%56isits",
                "/visits;x=y",
                "/;x=y/visits",
                "/visits?",
                "/visits?x",
                "/visits%3f",
                "/visits%23",
                "/visits#x",
                "/2026-10/../visits",
                "/static/../visits",
                "/static/..%2fvisits",
                "/enter/../visits",
                "/enter;/../visits",
                "/enter/..;/visits",
                "/static/%2e%2e/visits",
                "/%2e/visits",
                "/%2e%2e/visits",
                "/visits/%2e",
                "/visits/..",
                "/visits\\",
                "\\visits",
                "/\\visits",
                "/visits/x/end",
                "/visits//end",
                "/visits/x/end/",
                "/vis%69ts",
                "/visits%0a",
                "/visits\t");
        assertThat(spellings).hasSizeGreaterThan(Attacks.MANY);
        for (String spelling : spellings) {
            Ask.Answer answer = room.get(viewer, spelling);
            assertThat(answer.status()).as(spelling).isIn(400, 403, 404, 405);
            Attacks.assertRefused(answer, answer.status());
        }
    }

    /** Whoever has no terminal is told what to do, and led where it is done. */
    @Test
    void whatNeedsAPersonLeadsToAPageThatIsThere() throws IOException {
        Room.Visit viewer = room.enter(Role.VIEWER);
        for (AlarmKind kind : AlarmKind.values()) {
            Remedy remedy = Remedy.of(kind);
            assertThat(remedy.words()).as(kind.word()).endsWith(".").doesNotContain("exhibit");
            assertThat(remedy.who()).as(kind.word()).startsWith("an ");
            if (remedy.path() != null) {
                assertThat(room.get(viewer, Room.HOME + remedy.path()).status())
                        .as(remedy.path())
                        .isEqualTo(200);
                assertThat(remedy.link()).isNotEmpty();
            }
        }
    }

    private static Ask asked(Endpoint endpoint, Optional<Room.Visit> visit) {
        String target = path(endpoint.path, visit);
        if (endpoint.method != HandlerType.POST) {
            Ask ask = new Ask(endpoint.method.name(), target);
            return visit.map(found -> room.by(found, ask)).orElse(ask);
        }
        String ticket = room.ticket(new Visitor("B", Set.of(Role.VIEWER)));
        return visit.map(found -> room.own(found, target, "&ticket=" + ticket))
                .orElseGet(() -> Ask.form(target, "ticket=" + ticket).with("Origin", room.origin()));
    }

    /** With something plausible in each place of it; a parameter that is not known here gets a word, which nothing is called. */
    private static String path(String path, Optional<Room.Visit> visit) {
        String session =
                Sha256.hex(visit.map(Room.Visit::token).orElse("nobody").getBytes(StandardCharsets.UTF_8));
        return path.replace("{month}", SampleDesk.MONTH.toString())
                .replace("{citation}", SampleDesk.UNIT)
                .replace("{file}", "console.css")
                .replace("{name}", "max_key_age_days")
                .replace("{number}", "1")
                .replace("{pack}", "EH-2026-09")
                .replace("{job}", "pack")
                .replace("/visits/{id}", "/visits/" + session)
                .replace("/tests/{id}", "/tests/" + SampleDesk.TEST)
                .replaceAll("\\{[^}]*}", "none");
    }
}
