package io.exhibit.cli.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.run.CatchUp;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody wants a collection now, left in the folder of the schedule's state ({@code run-now.json}) for the node that serves the vault:
 * whoever asks needs no credentials of AWS. The run is due when it was asked for, so that the log tells whether it was made.
 *
 * @param reason a sentence of one line
 */
public record RunRequest(Instant at, String by, String reason) {

    private static final String FILE = "run-now.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What waits; empty when nobody asked. */
    public static Optional<RunRequest> left(Path state) throws IOException {
        Path file = state.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode read = JSON.readTree(Files.readAllBytes(file));
            return Optional.of(new RunRequest(
                    Instant.parse(read.path("at").asText()),
                    read.path("by").asText(),
                    read.path("reason").asText()));
        } catch (DateTimeException | IOException e) {
            throw new IOException(file + " is no request for a run: " + e.getMessage() + ". Delete it.", e);
        }
    }

    /** Leaves it, whole or not at all; false when another one waits. */
    public boolean leave(Path state) throws IOException {
        Files.createDirectories(state);
        try (FileChannel lock =
                FileChannel.open(state.resolve("run-now.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null || Files.exists(state.resolve(FILE))) {
                return false;
            }
            Path draft = state.resolve(".tmp-" + FILE);
            Files.write(
                    draft,
                    JSON.writeValueAsBytes(JSON.createObjectNode()
                            .put("at", at.toString())
                            .put("by", by)
                            .put("reason", reason)));
            Files.move(draft, state.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
            return true;
        }
    }

    static void forget(Path state) throws IOException {
        Files.deleteIfExists(state.resolve(FILE));
    }

    /** Why the run is made; stands in its record. */
    public String occasion() {
        return CatchUp.asked(by, reason);
    }
}
