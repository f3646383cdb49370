package io.exhibit.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.assessment.Keeping;
import io.exhibit.evidence.RunRecord;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code keeping.json} of a pack: how its runs were found where they are kept; evidence-format.md, section 10. */
public final class KeepingJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private KeepingJson() {}

    static String text(List<Keeping> keepings) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode runs = root.putArray("runs");
        for (Keeping kept : keepings) {
            ObjectNode run = runs.addObject()
                    .put("run", kept.run())
                    .put("finished", kept.finished().toString())
                    .put("files", kept.files());
            ArrayNode changed = run.putArray("changed");
            kept.changed().forEach(changed::add);
            kept.lock()
                    .ifPresent(lock -> run.putObject("lock")
                            .put("objects", lock.objects())
                            .put("locked", lock.locked())
                            .put("mode", lock.mode())
                            .put("until", lock.until().map(Instant::toString).orElse("")));
        }
        return root.toPrettyString() + "\n";
    }

    /** @throws IOException when it is not what {@code text} makes */
    public static List<Keeping> read(String text) throws IOException {
        try {
            List<Keeping> keepings = new ArrayList<>();
            for (JsonNode run : JSON.readTree(text).path("runs")) {
                List<String> changed = new ArrayList<>();
                run.path("changed").forEach(name -> changed.add(name.asText()));
                keepings.add(new Keeping(
                        run.path("run").asText(),
                        Instant.parse(run.path("finished").asText()),
                        run.path("files").asLong(),
                        changed,
                        Optional.ofNullable(run.get("lock")).map(KeepingJson::lock)));
            }
            if (text(keepings).equals(text)) {
                return keepings;
            }
        } catch (IOException | DateTimeException e) {
            throw new IOException("keeping.json is not what this program writes: " + e.getMessage(), e);
        }
        throw new IOException("keeping.json is not what this program writes.");
    }

    /** Those of some runs; the run before the period is kept too, and no test of the period is about it. */
    static List<Keeping> of(List<Keeping> keepings, List<RunRecord> runs) {
        Set<String> ids = runs.stream().map(RunRecord::id).collect(Collectors.toSet());
        return keepings.stream().filter(kept -> ids.contains(kept.run())).toList();
    }

    private static Keeping.Lock lock(JsonNode lock) {
        return new Keeping.Lock(
                lock.path("objects").asLong(),
                lock.path("locked").asLong(),
                lock.path("mode").asText(),
                Optional.of(lock.path("until").asText())
                        .filter(until -> !until.isEmpty())
                        .map(Instant::parse));
    }
}
