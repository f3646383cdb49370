package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import io.exhibit.seal.Verifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes write one vault at the same moment, every fourth time one that is not there yet, nor the key: one of them does, and
 * the other is told to try again later. 200 times with {@code -Dexhibit.crashes=all}.
 */
@OneJdk
class RaceTest {

    private static final int RACES = "all".equals(System.getProperty("exhibit.crashes")) ? 200 : 16;

    @TempDir
    Path folder;

    private final Map<String, String> sealed = new LinkedHashMap<>();
    private Writer one;
    private Writer other;

    /** A process, and what is said to it and by it. */
    private record Writer(Process process, PrintStream in, BufferedReader out) {

        static Writer start() throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            RaceWriter.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Writer(
                    process,
                    new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8),
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        }
    }

    @BeforeEach
    void start() throws IOException {
        one = Writer.start();
        other = Writer.start();
    }

    @AfterEach
    void end() throws Exception {
        for (Writer writer : List.of(one, other)) {
            writer.in().close();
            assertThat(writer.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void oneWritesAndTheOtherIsToldToTryAgainLater() throws IOException {
        Path settings = null;
        for (int n = 0; n < RACES; n++) {
            if (n % 4 == 0) {
                everythingIsThere(settings);
                Path place = Files.createDirectories(folder.resolve("place" + n));
                settings = Files.writeString(place.resolve("exhibit.yaml"), "vault: vault\nkey: keys/exhibit.pem\n");
            }
            race("r" + n, settings);
        }
        everythingIsThere(settings);
    }

    private void race(String run, Path settings) throws IOException {
        one.in().println(run + " " + settings);
        other.in().println(run + " " + settings);
        String first = one.out().readLine();
        String second = other.out().readLine();
        boolean won = first.equals("writes");
        assertThat(won ? second : first)
                .as(run + ": " + first + " / " + second)
                .startsWith(ExitCode.TRY_LATER + " The vault ")
                .endsWith("is being written by another run; try again when it has ended.");
        assertThat(won ? first : second).isEqualTo("writes");
        Writer winner = won ? one : other;
        winner.in().println("go");
        String said = winner.out().readLine();
        assertThat(said).startsWith("sealed ");
        sealed.put(run, said.substring("sealed ".length()));
    }

    private void everythingIsThere(Path settings) throws IOException {
        if (settings == null) {
            return;
        }
        Path vault = settings.resolveSibling("vault");
        SigningKey key = SigningKey.load(settings.resolveSibling("keys").resolve("exhibit.pem"));
        assertThat(new Verifier(key.publicKey()).check(vault)).isEmpty();
        try (Vault read = FileVault.read(vault)) {
            assertThat(read.runIds()).containsExactlyElementsOf(sealed.keySet());
            for (String run : sealed.keySet()) {
                assertThat(read.digest(run)).contains(sealed.get(run));
            }
        }
        sealed.clear();
    }
}
