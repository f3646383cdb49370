package io.exhibit.cli.bench;

import io.exhibit.assessment.Judgement;
import io.exhibit.cli.desk.ConsoleCommand;
import io.exhibit.cli.desk.VaultDesk;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.console.ConsoleServer;
import io.exhibit.console.door.Doorway;
import io.exhibit.console.door.Visitor;
import io.exhibit.sandbox.DemoMonth;
import io.exhibit.seal.RunTime;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a console for its pages, one after the other, beside a file that it only hands out. */
final class ConsoleBench {

    private static final int TIMES = 15;
    private static final int TOO_FAST = 429;
    private static final YearMonth MONTH = YearMonth.from(ConsoleNights.LAST);
    private static final Pattern ITEM = Pattern.compile("href=\"(/[^\"]*/item\\?[^\"]*)\"");
    private static final Pattern FINDING = Pattern.compile("href=\"(/[^\"]*/findings/one\\?[^\"]*)\"");

    private final Path folder;
    private final ConsoleNights.Size size;
    private final Console console;
    private final HttpClient client = HttpClient.newHttpClient();
    private ConsoleServer server;
    private String cookie;

    ConsoleBench(Path folder, ConsoleNights.Size size, Console console) {
        this.folder = folder;
        this.size = size;
        this.console = console;
    }

    void run() throws IOException {
        Wiring wiring = new ConsoleNights(folder, console).live(size);
        Instant six = ConsoleNights.LAST.atTime(6, 0).toInstant(ZoneOffset.UTC);
        long opened = System.nanoTime();
        // It goes on: a console gives nobody more pages in a second than a person needs.
        InstantSource clock = () -> six.plusNanos(System.nanoTime() - opened);
        long began = System.nanoTime();
        VaultDesk desk = new VaultDesk(wiring, clock);
        desk.standing(MONTH);
        console.result(BenchCommand.line(
                "month    worked out in %.1f s before anything is shown, within a heap of %d MB; %d MB of it are held",
                (System.nanoTime() - began) / 1e9, Runtime.getRuntime().maxMemory() >> 20, held()));
        try (ConsoleServer open = new ConsoleServer(
                Doorway.ofThisHost(0),
                ConsoleCommand.desks(wiring, desk, clock, console),
                clock,
                ConsoleCommand::drawn,
                mishap -> console.alarm(String.valueOf(mishap)))) {
            server = open;
            for (Map.Entry<String, String> page : pages().entrySet()) {
                measure(page.getKey(), page.getValue());
            }
            console.result(BenchCommand.line("heap     %d MB are held after all pages", held()));
        }
    }

    private Map<String, String> pages() throws IOException {
        enter();
        String base = "/" + MONTH;
        String run = RunTime.text(DemoMonth.runAt(ConsoleNights.LAST));
        String largest = largest(run);
        String population = base + "/tests/" + largest;
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("a file", "/static/console.css");
        pages.put("Today", base);
        pages.put("Controls", base + "/units");
        pages.put("Findings", base + "/findings");
        pages.put("Findings, searched", base + "/findings?search=" + encoded("2026"));
        pages.put("A finding", linked(base + "/findings", FINDING).orElseThrow());
        pages.put("Coverage", base + "/coverage");
        pages.put("Packs", base + "/packs");
        pages.put("Runs", base + "/runs");
        pages.put("Book", base + "/book");
        pages.put("Thresholds", base + "/book/thresholds");
        pages.put("Acceptances", base + "/book/acceptances");
        pages.put("Test " + largest, population);
        pages.put("Test, page 2,000", population + "?page=2000");
        pages.put("Test, deviating", population + "?show=deviating");
        pages.put("Test, searched", population + "?search=" + encoded("7f3"));
        // One that has a record: the first of all may be an account in which nothing was found.
        String item = linked(population + "?show=deviating", ITEM)
                .or(() -> linked(population, ITEM))
                .orElseThrow();
        pages.put("Item with its proof", item);
        return pages;
    }

    /** The first address of that kind that a page leads to. */
    private Optional<String> linked(String page, Pattern kind) {
        try {
            Matcher link = kind.matcher(new String(get(page), StandardCharsets.UTF_8));
            return link.find() ? Optional.of(link.group(1).replace("&amp;", "&")) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The test with the most items on the last day. */
    private String largest(String run) throws IOException {
        try (Vault vault = new Wiring(SettingsReader.read(folder.resolve("exhibit.yaml")), console).vaultToRead()) {
            return vault.assessment(run).orElseThrow().judgements().stream()
                    .max(Comparator.comparingLong(Judgement::population))
                    .map(Judgement::assertion)
                    .orElseThrow();
        }
    }

    private void measure(String name, String path) throws IOException {
        double[] took = new double[TIMES];
        int bytes = 0;
        double first = 0;
        double cpu = 0;
        for (int time = -1; time < TIMES; time++) {
            double used = BenchVault.cpu();
            long began = System.nanoTime();
            bytes = get(path).length;
            double ms = (System.nanoTime() - began) / 1e6;
            if (time < 0) {
                first = ms;
            } else {
                cpu += BenchVault.cpu() - used;
                took[time] = ms;
            }
        }
        Arrays.sort(took);
        console.result(BenchCommand.line(
                "page     %-20s median %6.1f ms, slowest of %d %6.1f ms, the first time %6.1f ms; %6.1f ms of CPU each, %d kB",
                name, took[TIMES / 2], TIMES, took[TIMES - 1], first, 1e3 * cpu / TIMES, bytes / 1000));
    }

    private void enter() throws IOException {
        String ticket =
                URI.create(server.link(Visitor.withEveryRole("A bench, none"))).getQuery();
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(address("/enter"))
                .header("Origin", origin())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(ticket)));
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        cookie = set.substring(0, set.indexOf(';'));
    }

    private byte[] get(String path) throws IOException {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(address(path)).header("Cookie", cookie));
        if (answer.statusCode() == TOO_FAST) {
            // It gives nobody more than a person needs.
            Pauses.real(Duration.ofSeconds(2));
            return get(path);
        }
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The measurement was broken off.", e);
        }
    }

    private String origin() {
        return "http://" + server.address().getHostString() + ":"
                + server.address().getPort();
    }

    private URI address(String path) {
        return URI.create(origin() + path);
    }

    /** Megabytes that a full collection leaves. */
    private static long held() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
