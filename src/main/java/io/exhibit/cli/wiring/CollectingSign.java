package io.exhibit.cli.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.console.runs.ScheduleDesk;
import io.exhibit.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How far a collection is, for other processes: {@code collecting.json} in the folder of the schedule's state, written anew each second at most.
 * Where there is no such folder nobody looks.
 */
public final class CollectingSign implements Progress {

    /** Older ones are of a process that is gone. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final Duration STEP = Duration.ofSeconds(1);
    private static final String FILE = "collecting.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path state;
    private final Progress also;

    /** Of this host, and not the run's: what is drawn from that one is part of what a simulated run records. */
    private final InstantSource clock = new SystemClock();

    private Instant written = Instant.MIN;
    private boolean broken;

    /** @param also hears all of it too */
    CollectingSign(Path state, Progress also) {
        this.state = state;
        this.also = also;
    }

    @Override
    public synchronized void step(String what, long done, long all) {
        also.step(what, done, all);
        Instant now = clock.instant();
        if (broken || now.isBefore(written.plus(STEP)) && done < all || !Files.isDirectory(state)) {
            return;
        }
        written = now;
        try {
            Path draft = state.resolve(".tmp-" + FILE);
            Files.write(
                    draft,
                    JSON.writeValueAsBytes(JSON.createObjectNode()
                            .put("what", what)
                            .put("done", done)
                            .put("all", all)
                            .put("at", now.toString())));
            Files.move(draft, state.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Evidence counts, and not who watches it being collected.
            broken = true;
            also.note("How far the collection is cannot be shown in the console: " + e.getMessage());
        }
    }

    @Override
    public void note(String line) {
        also.note(line);
    }

    /** The collection is over. */
    public static void end(Path state) throws IOException {
        Files.deleteIfExists(state.resolve(FILE));
    }

    /** What goes on; empty when nothing does. */
    public static Optional<ScheduleDesk.Going> read(Path state, Instant now) throws IOException {
        Path file = state.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode read = JSON.readTree(Files.readAllBytes(file));
            Instant at = Instant.parse(read.path("at").asText());
            return now.isAfter(at.plus(FRESH))
                    ? Optional.empty()
                    : Optional.of(new ScheduleDesk.Going(
                            read.path("what").asText(),
                            read.path("done").asLong(),
                            read.path("all").asLong(),
                            at));
        } catch (java.nio.file.NoSuchFileException e) {
            return Optional.empty();
        } catch (DateTimeException e) {
            throw new IOException(file + " says not when it was written", e);
        }
    }
}
