package io.exhibit.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.aws.AwsClients;
import io.exhibit.cli.Consoles;
import io.exhibit.cli.HandClock;
import io.exhibit.cli.demo.SimulatedClock;
import io.exhibit.cli.runs.CollectCommand;
import io.exhibit.cli.runs.Night;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.BookReading;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.console.ConsoleServer;
import io.exhibit.console.door.Doorway;
import io.exhibit.console.door.VisitBook;
import io.exhibit.console.door.Visitor;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.seal.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A book that is edited in the console over HTTP: real vault, real book, real checks. */
abstract class EditedBook {

    static final Instant NIGHT = Instant.parse("2026-10-05T02:15:00Z");
    static final String JANE = "Jane Doe, Privacy Officer";
    static final String JOHN = "John Roe, Security Official";
    static final String PARAMETERS = """
            # set by the board
            access_key_max_age_days: {value: 90, policy: 'SEC-03 section 4.2'} # since 2024
            """;

    /** One night of one account, for all tests of this program. */
    private static Path shared;

    /** To where forms were sent, each with how it was answered. */
    final List<String> posts = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    final HandClock clock = new HandClock(NIGHT.plusSeconds(3_600));
    final Consoles console = Consoles.listening();
    Path book;
    Wiring wiring;
    VaultDesk desk;
    ConsoleServer server;

    @BeforeAll
    static void collect() throws IOException {
        if (shared != null) {
            return;
        }
        shared = Files.createTempDirectory("night");
        Runtime.getRuntime().addShutdownHook(new Thread(EditedBook::forget));
        Wiring wiring = new Wiring(SettingsReader.defaults(shared), Consoles.quiet());
        Keys.save(SigningKey.of(new byte[32]), wiring.settings().key());
        SimulatedClock night = new SimulatedClock(NIGHT);
        try (Sandbox sandbox =
                        Sandbox.start(SandboxOptions.defaults().withAccounts(1).withNow(NIGHT));
                AwsClients clients = wiring.simulatedClients(night, sandbox.endpoint())) {
            CollectCommand.collect(
                    wiring,
                    clients,
                    night,
                    Pauses::none,
                    new Night(NIGHT, "", () -> false),
                    wiring.book(),
                    "simulated");
        }
    }

    private static void forget() {
        try (Stream<Path> all = Files.walk(shared)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The draft's own text of a file, whose name is that below the book. */
    String drafted(String file) throws IOException {
        return BookReading.drafts(wiring.settings())
                .all()
                .get(0)
                .edits()
                .get("organization/" + file)
                .after();
    }

    /** A copy of the night's vault, for a test that seals packs. */
    Path ownVault() throws IOException {
        Path own = folder.resolve("vault");
        try (Stream<Path> files = Files.walk(shared.resolve("vault"))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        own.resolve(shared.resolve("vault").relativize(file).toString()));
            }
        }
        return own;
    }

    void serve(boolean fourEyes) throws IOException {
        serve(fourEyes, shared.resolve("vault"), "");
    }

    void serve(boolean fourEyes, Path vault) throws IOException {
        serve(fourEyes, vault, "");
    }

    void serve(boolean fourEyes, String more) throws IOException {
        serve(fourEyes, shared.resolve("vault"), more);
    }

    /** @param more lines of the settings */
    private void serve(boolean fourEyes, Path vault, String more) throws IOException {
        serve(folder, fourEyes, vault, more);
    }

    /** @param home where the settings and the book lie */
    final void serve(Path home, boolean fourEyes, Path vault, String more) throws IOException {
        book = Files.createDirectories(home.resolve("organization"));
        Files.writeString(book.resolve("parameters.yaml"), PARAMETERS);
        Path settings = Files.writeString(
                home.resolve("exhibit.yaml"),
                "vault: " + vault + "\nkey: " + shared.resolve("keys/exhibit.pem")
                        + "\norganization: organization\nconsole: {four_eyes: " + (fourEyes ? "yes" : "no") + "}\n"
                        + more);
        wiring = new Wiring(SettingsReader.read(settings), console.console());
        desk = new VaultDesk(wiring, clock);
        server = server(desk, clock, console.console());
    }

    /** @param tells what is done on the way */
    final ConsoleServer server(VaultDesk shown, InstantSource time, Console tells) throws IOException {
        Random dice = new Random(1);
        Doorway plain = Doorway.ofThisHost(0);
        Doorway door = new Doorway(
                plain.address(),
                plain.names(),
                plain.tls(),
                plain.proxy(),
                plain.links(),
                new InvitationShelf(wiring.settings(), time),
                new Posts(posts));
        return new ConsoleServer(
                door,
                ConsoleCommand.desks(wiring, shown, time, tells),
                time,
                () -> {
                    byte[] drawn = new byte[32];
                    dice.nextBytes(drawn);
                    return drawn;
                },
                mishap -> console.console().alarm(String.valueOf(mishap)));
    }

    private record Posts(List<String> sent) implements VisitBook {

        @Override
        public void note(Visit visit) {
            if (visit.method().equals("POST")) {
                sent.add(visit.status() + " " + visit.path());
            }
        }

        @Override
        public String state() {
            return "";
        }
    }

    static Path night() {
        return shared.resolve("vault");
    }

    @BeforeEach
    void nobody() {
        server = null;
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
        assertThat(console.err()).as("no page failed").isEmpty();
    }

    /** A browser of one visitor. */
    final class Browser {

        private final String base;
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new java.net.CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        String page = "";
        int status;
        URI at;

        Browser(String name) throws Exception {
            String link = server.link(Visitor.withEveryRole(name));
            base = link.substring(0, link.indexOf("/enter"));
            send(HttpRequest.newBuilder(URI.create(link)).build());
            post("/enter", Map.of());
        }

        private void send(HttpRequest request) throws IOException, InterruptedException {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            page = answer.body();
            status = answer.statusCode();
            at = answer.uri();
        }

        void get(String path) throws IOException, InterruptedException {
            send(HttpRequest.newBuilder(URI.create(base + path)).build());
        }

        /** Sends the form of the page that is open: its hidden fields, and these. */
        void post(String path, Map<String, String> fields) throws IOException, InterruptedException {
            Map<String, String> all = new LinkedHashMap<>();
            Matcher hidden = Pattern.compile("<input type=\"hidden\" name=\"([\\w.]+)\" value=\"([^\"]*)\"")
                    .matcher(page);
            while (hidden.find()) {
                all.putIfAbsent(hidden.group(1), hidden.group(2));
            }
            all.putAll(fields);
            List<String> body = new ArrayList<>();
            all.forEach((name, value) -> body.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
            send(HttpRequest.newBuilder(URI.create(base + path))
                    .header("Origin", base)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(String.join("&", body)))
                    .build());
        }

        /** Sends the form of the page that is open with a file, as browsers do. */
        void hand(String path, Map<String, String> fields, String name, String bytes)
                throws IOException, InterruptedException {
            Map<String, String> all = new LinkedHashMap<>();
            Matcher hidden = Pattern.compile("<input type=\"hidden\" name=\"([\\w.]+)\" value=\"([^\"]*)\"")
                    .matcher(page);
            while (hidden.find()) {
                all.putIfAbsent(hidden.group(1), hidden.group(2));
            }
            all.putAll(fields);
            StringBuilder body = new StringBuilder();
            all.forEach((field, value) -> body.append("--xyz\r\nContent-Disposition: form-data; name=\"")
                    .append(field)
                    .append("\"\r\n\r\n")
                    .append(value)
                    .append("\r\n"));
            body.append("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                    .append(name)
                    .append("\"\r\nContent-Type: application/pdf\r\n\r\n")
                    .append(bytes)
                    .append("\r\n--xyz--\r\n");
            send(HttpRequest.newBuilder(URI.create(base + path))
                    .header("Origin", base)
                    .header("Content-Type", "multipart/form-data; boundary=xyz")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build());
        }

        String draft() throws IOException, InterruptedException {
            get("/2026-10/book");
            Matcher link =
                    Pattern.compile("/2026-10/book/drafts/(\\w+)\">Your draft").matcher(page);
            assertThat(link.find()).as(page).isTrue();
            get("/2026-10/book/drafts/" + link.group(1));
            return "/2026-10/book/drafts/" + link.group(1) + "/";
        }

        void threshold(String value) throws IOException, InterruptedException {
            get("/2026-10/book/thresholds/access_key_max_age_days");
            post(
                    "/2026-10/book/thresholds/access_key_max_age_days",
                    Map.of("value", value, "policy", "SEC-03 section 4.2, version 6"));
        }
    }
}
