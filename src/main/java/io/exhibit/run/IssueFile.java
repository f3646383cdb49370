package io.exhibit.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.assessment.Release;
import io.exhibit.seal.Statement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** {@code NAME.issue.json}: what a pack was issued with, or is to be. */
final class IssueFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private IssueFile() {}

    static String name(String pack) {
        return pack + ".issue.json";
    }

    static byte[] text(Issued issue) {
        ObjectNode stored = JSON.createObjectNode();
        stored.put("pack", issue.pack());
        stored.put("number", issue.number());
        stored.put("at", issue.at().toString());
        stored.put("book", issue.book());
        stored.put("origin", issue.origin());
        stored.put("size", issue.size());
        stored.put("root", issue.root());
        stored.put("checkpoint", issue.checkpoint());
        stored.put("report", issue.report());
        stored.put("sha256", issue.sha256());
        stored.put("statement", issue.statement());
        stored.put("timestamp", issue.timestamp());
        stored.put("token", issue.token());
        stored.put("keeping", issue.keeping());
        stored.put("reason", issue.reason());
        issue.release()
                .ifPresent(release -> stored.putObject("release")
                        .put("draft", release.draft())
                        .put("size", release.size())
                        .put("approver", release.approver())
                        .put("reason", release.reason())
                        .put("at", release.at().toString()));
        return (stored.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads one.
     *
     * @param logged whether the log has the pack
     * @throws PackRefused when it is torn, or somebody changed it, with what to do
     */
    static Issued read(Path file, String pack, boolean logged) throws IOException {
        try {
            Issued issued = parse(JSON.readTree(Files.readAllBytes(file)));
            if (!issued.pack().equals(pack)
                    || issued.checkpoint().isEmpty()
                    || issued.sha256().isEmpty()) {
                throw torn(file, " holds no issue of " + pack, logged);
            }
            return issued;
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw torn(file, place + " is no JSON", logged);
        } catch (DateTimeException e) {
            throw torn(file, " does not say when " + pack + " was issued (at)", logged);
        }
    }

    /**
     * The same of a draft.
     *
     * @throws PackRefused when it is torn, or somebody changed it
     */
    static Issued draft(Path file, String pack) throws IOException {
        try {
            Issued draft = parse(JSON.readTree(Files.readAllBytes(file)));
            if (draft.pack().equals(pack)
                    && !draft.checkpoint().isEmpty()
                    && !draft.report().isEmpty()) {
                return draft;
            }
        } catch (JsonProcessingException | DateTimeException e) {
            // Told below, like one of another pack.
        }
        throw new PackRefused(
                PackRefused.Reason.TORN,
                file + " is no draft of " + pack
                        + ": it is torn, or somebody changed it. Delete it, and bind the pack again"
                        + " (exhibit pack): its draft is drawn up anew.");
    }

    private static Issued parse(JsonNode stored) {
        return new Issued(
                stored.path("pack").asText(),
                stored.path("number").asInt(),
                Instant.parse(stored.path("at").asText()),
                stored.path("book").asText(),
                stored.path("origin").asText(),
                stored.path("size").asLong(),
                stored.path("root").asText(),
                stored.path("checkpoint").asText(),
                stored.path("report").asText(),
                stored.path("sha256").asText(),
                stored.path("statement").asText(),
                stored.path("timestamp").asText(Statement.UNSTAMPED),
                stored.path("token").asText(),
                stored.path("keeping").asText(),
                stored.path("reason").asText(),
                release(stored.path("pack").asText(), stored.path("release")));
    }

    private static Optional<Release> release(String pack, JsonNode stored) {
        return stored.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Release(
                        pack,
                        stored.path("draft").asText(),
                        stored.path("size").asLong(),
                        stored.path("approver").asText(),
                        stored.path("reason").asText(),
                        Instant.parse(stored.path("at").asText())));
    }

    private static PackRefused torn(Path file, String what, boolean logged) {
        return new PackRefused(
                PackRefused.Reason.TORN,
                file + what + ": it is torn, or somebody changed it. "
                        + (logged
                                ? "The log has this pack, which cannot be printed again without the file: put it back"
                                        + " from a copy."
                                : "The log does not have this pack, so it was not issued: delete the file, and bind it"
                                        + " anew."));
    }
}
