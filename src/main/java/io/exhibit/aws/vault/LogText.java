package io.exhibit.aws.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.seal.VaultException;
import io.exhibit.seal.VaultException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the objects of the log are written: a line of JSON for each leaf, or for each object that a leaf seals. */
final class LogText {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Bytes of a list of leaves or of objects; three hundred are used for each line. */
    private static final int LARGEST = 64 << 20;

    private final S3Place place;
    private final Bucket bucket;

    LogText(S3Place place, Bucket bucket) {
        this.place = place;
        this.bucket = bucket;
    }

    /**
     * @param leaf the line of the log, without its LF
     * @param objects version of the list of what it seals, or {@code null} where it seals no object
     */
    record Line(String leaf, String objects) {}

    /** Reads leaves; returns the version of the last full bundle before them, "" where there is none. */
    String bundle(String name, String version, List<Line> into) throws IOException {
        String[] earlier = {""};
        each(name, version, json -> {
            if (json.has("leaf")) {
                into.add(new Line(
                        json.get("leaf").asText(),
                        json.has("objects") ? json.get("objects").asText() : null));
            } else {
                earlier[0] = json.path("before").asText();
            }
        });
        return earlier[0];
    }

    /** The objects that a leaf seals, by name. */
    Map<String, Entry> list(String name, String version) throws IOException {
        Map<String, Entry> list = new TreeMap<>();
        each(
                name,
                version,
                json -> list.put(
                        json.path("name").asText(),
                        new Entry(
                                json.path("name").asText(),
                                json.path("bytes").asLong(),
                                json.path("sha256").asText(),
                                json.path("version").asText())));
        return list;
    }

    private interface Each {
        void take(JsonNode json);
    }

    private void each(String name, String version, Each each) throws IOException {
        Small found = bucket.small(name, version, LARGEST)
                .orElseThrow(() ->
                        damaged(name + (version.isEmpty() ? "" : ", version " + version + ",") + " is not there"));
        try {
            for (String line : new String(found.content(), StandardCharsets.UTF_8).split("\n")) {
                each.take(JSON.readTree(line));
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw damaged(name + " is not what this program writes");
        }
    }

    static byte[] of(List<Line> lines, String earlier) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        write(text, JSON.createObjectNode().put("before", earlier));
        for (Line line : lines) {
            ObjectNode json = JSON.createObjectNode().put("leaf", line.leaf());
            write(text, line.objects() == null ? json : json.put("objects", line.objects()));
        }
        return text.toByteArray();
    }

    static byte[] of(Map<String, Entry> sealed) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (Entry entry : new TreeMap<>(sealed).values()) {
            write(
                    text,
                    JSON.createObjectNode()
                            .put("bytes", entry.bytes())
                            .put("name", entry.name())
                            .put("sha256", entry.sha256())
                            .put("version", entry.version()));
        }
        return text.toByteArray();
    }

    private static void write(ByteArrayOutputStream text, ObjectNode json) throws IOException {
        text.writeBytes(JSON.writeValueAsBytes(json));
        text.write('\n');
    }

    private VaultException damaged(String what) {
        return new VaultException(
                Reason.DAMAGED, "The vault " + place + " is damaged: " + what + ". Nothing was changed.");
    }
}
