package io.exhibit.cli;

import io.exhibit.evidence.RunRecord;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects and judges an organization with many findings in one region, beside fetching the same answers and throwing them away. */
final class CollectBench {

    private static final Pattern NEXT = Pattern.compile("\"nextToken\"\\s*:\\s*\"([^\"]+)\"");

    private final Path folder;
    private final int findings;
    private final Console console;

    CollectBench(Path folder, int findings, Console console) {
        this.folder = folder;
        this.findings = findings;
        this.console = console;
    }

    void run() throws IOException {
        SandboxOptions options = SandboxOptions.defaults().withAccounts(3).withFindings(findings);
        try (BenchVault bench = new BenchVault(folder, options, 4, console)) {
            long start = System.nanoTime();
            RunRecord run = bench.collect();
            double collected = seconds(start);
            long items = run.units().stream()
                    .flatMap(unit -> unit.parts().stream())
                    .mapToLong(RunRecord.Part::items)
                    .sum();
            start = System.nanoTime();
            bench.assess(run);
            double judged = seconds(start);
            long peak = BenchVault.heapPeak();
            start = System.nanoTime();
            long bytes = fetch(bench.sandbox().endpoint());
            double bare = seconds(start);
            console.result(BenchCommand.line(
                    "collect  %d items in %.1f s (%.0f/s); fetching the same findings alone %.1f s, %.0f MB: %.0f %%",
                    items, collected, items / collected, bare, bytes / 1e6, 100 * bare / collected));
            console.result(BenchCommand.line("judge    the run in %.1f s (%.0f items/s)", judged, items / judged));
            console.result(BenchCommand.line(
                    "heap     peak %d MB of %d MB, sandbox included",
                    peak >> 20, Runtime.getRuntime().maxMemory() >> 20));
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** The bare limit: every page over the same loopback, no SDK, nothing kept. */
    private static long fetch(URI endpoint) throws IOException {
        HttpClient http = HttpClient.newHttpClient();
        long bytes = 0;
        String token = "";
        do {
            String body =
                    token.isEmpty() ? "{\"maxResults\":100}" : "{\"maxResults\":100,\"nextToken\":\"" + token + "\"}";
            HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/findings/list"))
                    .header("Content-Type", "application/json")
                    .header(
                            "Authorization",
                            "AWS4-HMAC-SHA256 Credential=ASIA333344445555EXAMPLE/20261001/us-east-1/inspector2/aws4_request,"
                                    + " SignedHeaders=host, Signature=00")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            String page = send(http, request);
            bytes += page.length();
            Matcher next = NEXT.matcher(page);
            token = next.find() ? next.group(1) : "";
        } while (!token.isEmpty());
        return bytes;
    }

    private static String send(HttpClient http, HttpRequest request) throws IOException {
        try {
            HttpResponse<String> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
            if (answer.statusCode() != 200) {
                throw new IOException("the sandbox answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
