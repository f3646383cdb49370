package io.exhibit.aws.vault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adobe S3Mock, a server that others wrote, in a process of its own on loopback. */
public final class MockServer implements AutoCloseable {

    private static final Pattern STARTED =
            Pattern.compile("Tomcat started on ports \\d+ \\(https\\), (\\d+) \\(http\\)");

    private final Process process;
    private final URI address;

    private MockServer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** @param properties of the server, {@code -D...} */
    public static MockServer start(Path files, String... properties) throws Exception {
        Path list = Path.of("target", "s3mock.classpath");
        if (!Files.exists(list)) {
            throw new IllegalStateException("The class path of S3Mock is not there. Run: mvn antrun:run@s3mock");
        }
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(properties));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dserver.address=127.0.0.1",
                "-Dserver.port=0",
                "-Dcom.adobe.testing.s3mock.http-port=0",
                "-Dcom.adobe.testing.s3mock.store.root=" + files,
                "-Dspring.main.lazy-initialization=true",
                "-cp",
                Files.readString(list),
                "com.adobe.testing.s3mock.S3MockApplication"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                // Whoever does not read what a process says will one day stop it.
                CompletableFuture.runAsync(() -> lines.lines().forEach(rest -> {}));
                return new MockServer(process, URI.create("http://127.0.0.1:" + started.group(1)));
            }
        }
        throw new IOException("S3Mock did not start:\n" + said);
    }

    public URI address() {
        return address;
    }

    /** Makes a bucket. */
    public void bucket(String name, boolean versioned) throws Exception {
        put("/" + name, "");
        if (versioned) {
            put(
                    "/" + name + "?versioning",
                    "<VersioningConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Status>Enabled</Status>"
                            + "</VersioningConfiguration>");
        }
    }

    private void put(String path, String body) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address.resolve(path))
                                .PUT(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("PUT " + path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
