package io.exhibit.cli;

import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.seal.SampleRun;
import io.exhibit.seal.Vault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/** One of two processes that write the same vault: it is told by its input where and when, and says what came of it. */
final class RaceWriter {

    private RaceWriter() {}

    /** Reads {@code RUN SETTINGS}, tries to write there, and seals when it is told to go on. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", 2);
            Wiring wiring = new Wiring(SettingsReader.read(Path.of(words[1])), Consoles.quiet());
            try (Vault vault = wiring.vaultToWrite(() -> Instant.EPOCH)) {
                System.out.println("writes");
                in.readLine();
                SampleRun.sealOnce(vault, words[0]);
                System.out.println("sealed " + vault.digest(words[0]).orElseThrow());
            } catch (IOException | RuntimeException e) {
                Ending ending = Ending.of(e);
                System.out.println(ending.code() + " " + ending.message());
            }
        }
    }
}
