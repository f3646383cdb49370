package io.exhibit.cli.bench;

import io.exhibit.sandbox.SandboxOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A sandbox in a process of its own, so that its CPU and its heap are not those of who measures; it ends when that one does. */
final class SandboxProcess implements AutoCloseable {

    /** As text: whoever measures does not know who asks for it. */
    private static final String MAIN = "io.exhibit.cli.Main";

    private static final String ANNOUNCED = "Sandbox: ";

    private final Process process;
    private final URI endpoint;

    private SandboxProcess(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param folder for what it says; removed by its owner
     * @throws IOException when it does not come up, with what it said
     */
    static SandboxProcess start(Path folder, SandboxOptions options) throws IOException {
        Path said = folder.resolve("sandbox.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                MAIN,
                "sandbox",
                "--attached",
                "--port",
                "0",
                "--accounts",
                String.valueOf(options.accounts()),
                "--users",
                String.valueOf(options.users()),
                "--findings",
                String.valueOf(options.findings()),
                "--guardduty",
                String.valueOf(options.threats())));
        if (options.alike()) {
            command.add("--alike");
        }
        Process process =
                new ProcessBuilder(command).redirectError(said.toFile()).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null || !line.startsWith(ANNOUNCED)) {
            process.destroy();
            throw new IOException("the sandbox did not start: " + line + " " + Files.readString(said));
        }
        return new SandboxProcess(process, URI.create(line.substring(ANNOUNCED.length())));
    }

    URI endpoint() {
        return endpoint;
    }

    /** What it has used so far, in seconds; 0 where the system does not tell. */
    double cpu() {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
