package io.exhibit.run.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Drafts and publications as files. */
final class BookJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BookJson() {}

    static byte[] of(Draft draft) {
        ObjectNode root = JSON.createObjectNode()
                .put("id", draft.id())
                .put("version", draft.version())
                .put("author", draft.author())
                .put("begun", draft.begun().toString());
        edits(draft.edits(), root);
        ArrayNode remarks = root.putArray("remarks");
        draft.remarks().forEach(remark -> signed(remark, remarks.addObject()));
        draft.asked().ifPresent(asked -> signed(asked, root.putObject("asked")));
        draft.approved().ifPresent(approved -> signed(approved, root.putObject("approved")));
        return bytes(root);
    }

    static byte[] of(Published published) {
        ObjectNode root = JSON.createObjectNode()
                .put("number", published.number())
                .put("draft", published.draft())
                .put("author", published.author())
                .put("approver", published.approver())
                .put("why", published.why())
                .put("at", published.at().toString());
        edits(published.edits(), root);
        published.left().forEach(root.putArray("left")::add);
        return bytes(root);
    }

    static Draft draft(Path file) throws IOException {
        return read(file, root -> {
            List<Signed> remarks = new ArrayList<>();
            root.path("remarks").forEach(remark -> remarks.add(signed(remark)));
            return new Draft(
                    text(root, "id"),
                    number(root, "version"),
                    text(root, "author"),
                    Instant.parse(text(root, "begun")),
                    edits(root),
                    remarks,
                    Optional.ofNullable(root.get("asked")).map(BookJson::signed),
                    Optional.ofNullable(root.get("approved")).map(BookJson::signed));
        });
    }

    static Published published(Path file) throws IOException {
        return read(file, root -> {
            List<String> left = new ArrayList<>();
            root.path("left").forEach(each -> left.add(each.asText()));
            return new Published(
                    Math.toIntExact(number(root, "number")),
                    text(root, "draft"),
                    text(root, "author"),
                    text(root, "approver"),
                    text(root, "why"),
                    Instant.parse(text(root, "at")),
                    edits(root),
                    left);
        });
    }

    private interface Reader<T> {
        T of(JsonNode root);
    }

    private static <T> T read(Path file, Reader<T> reader) throws IOException {
        try {
            return reader.of(JSON.readTree(Files.readAllBytes(file)));
        } catch (IllegalArgumentException | DateTimeException | IOException e) {
            throw new IOException(
                    file + " cannot be read (" + e.getMessage() + "). Put a copy of it back, or take it away.", e);
        }
    }

    private static void edits(SortedMap<String, Edit> edits, ObjectNode root) {
        ObjectNode all = root.putObject("edits");
        edits.forEach(
                (name, edit) -> all.putObject(name).put("before", edit.before()).put("after", edit.after()));
    }

    private static SortedMap<String, Edit> edits(JsonNode root) {
        SortedMap<String, Edit> edits = new TreeMap<>();
        root.path("edits")
                .properties()
                .forEach(each -> edits.put(
                        each.getKey(), new Edit(text(each.getValue(), "before"), text(each.getValue(), "after"))));
        return edits;
    }

    private static void signed(Signed signed, ObjectNode into) {
        into.put("by", signed.by()).put("at", signed.at().toString()).put("text", signed.text());
    }

    private static Signed signed(JsonNode node) {
        return new Signed(text(node, "by"), Instant.parse(text(node, "at")), text(node, "text"));
    }

    private static String text(JsonNode of, String member) {
        JsonNode value = of.get(member);
        if (value == null || !value.isTextual()) {
            throw new IllegalArgumentException("it has no " + member);
        }
        return value.asText();
    }

    private static long number(JsonNode of, String member) {
        JsonNode value = of.get(member);
        if (value == null || !value.canConvertToLong()) {
            throw new IllegalArgumentException("it has no " + member);
        }
        return value.asLong();
    }

    private static byte[] bytes(ObjectNode root) {
        return (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
