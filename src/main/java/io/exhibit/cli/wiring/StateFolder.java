package io.exhibit.cli.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.schedule.Paused;
import io.exhibit.schedule.ScheduleState;
import io.exhibit.schedule.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The state of one node's schedule in a folder: {@code pauses.json} and {@code sign.json}, each written whole or not at all. */
final class StateFolder implements ScheduleState {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    StateFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Paused> pauses() throws IOException {
        Path file = folder.resolve("pauses.json");
        List<Paused> pauses = new ArrayList<>();
        if (Files.exists(file)) {
            try {
                for (JsonNode each : JSON.readTree(Files.readAllBytes(file))) {
                    pauses.add(new Paused(
                            Task.of(text(each, "job")).orElseThrow(() -> new IllegalArgumentException("no such job")),
                            Instant.parse(text(each, "since")),
                            text(each, "by"),
                            text(each, "reason"),
                            Optional.ofNullable(each.get("until"))
                                    .map(JsonNode::asText)
                                    .map(Instant::parse),
                            each.path("resumed_by").asText("")));
                }
            } catch (IllegalArgumentException | DateTimeException | IOException e) {
                throw damaged(file, e);
            }
        }
        return pauses;
    }

    @Override
    public void change(UnaryOperator<List<Paused>> change) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel lock =
                FileChannel.open(folder.resolve("pauses.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // The system lets go of it when the channel is closed, or the process dies.
            if (lock.tryLock() == null) {
                throw new Stop(
                        ExitCode.TRY_LATER, "Another program is changing the pauses in " + folder + "; try again.");
            }
            ArrayNode all = JSON.createArrayNode();
            for (Paused pause : change.apply(pauses())) {
                ObjectNode each = all.addObject()
                        .put("job", pause.task().word())
                        .put("since", pause.since().toString())
                        .put("by", pause.by())
                        .put("reason", pause.reason());
                pause.until()
                        .ifPresent(until -> each.put("until", until.toString()).put("resumed_by", pause.resumedBy()));
            }
            write("pauses.json", all, true);
        }
    }

    @Override
    public Optional<Instant> sign() throws IOException {
        Path file = folder.resolve("sign.json");
        if (!Files.exists(file) || Files.size(file) == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text(JSON.readTree(Files.readAllBytes(file)), "seen")));
        } catch (IllegalArgumentException | DateTimeException | IOException e) {
            throw damaged(file, e);
        }
    }

    @Override
    public void sign(Instant now) throws IOException {
        Files.createDirectories(folder);
        // Not forced to the disk each hour: what a power cut leaves is the sign before, or an empty file.
        write("sign.json", JSON.createObjectNode().put("seen", now.toString()), false);
    }

    private void write(String name, JsonNode content, boolean force) throws IOException {
        Path draft = folder.resolve(".tmp-" + name);
        try (FileChannel out = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(content));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            if (force) {
                out.force(true);
            }
        }
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String text(JsonNode of, String member) {
        JsonNode value = of.get(member);
        if (value == null || !value.isTextual()) {
            throw new IllegalArgumentException("it has no " + member);
        }
        return value.asText();
    }

    private static String said(Exception why) {
        return why instanceof JsonProcessingException json
                ? "line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr() + ": " + json.getOriginalMessage()
                : why.getMessage();
    }

    private static Stop damaged(Path file, Exception why) {
        return new Stop(
                ExitCode.FILE,
                file + " cannot be read (" + said(why)
                        + "). Put a copy of it back, or delete it: then the schedule"
                        + " has no such state, and the log is untouched.");
    }
}
