package io.exhibit.read.derived;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.MalformedDocument;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Session Manager's preferences with the inputs of their document at top level (Systems Manager user guide, "Session document
 * schema"); the limits are minutes, and an input that is empty is not set. No document is a record too, {@code present} false.
 */
final class SessionPreferences implements Derivation {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final List<String> MINUTES = List.of("idleSessionTimeout", "maxSessionDuration");
    private static final List<String> TEXTS =
            List.of("s3BucketName", "s3KeyPrefix", "cloudWatchLogGroupName", "kmsKeyId", "runAsDefaultUser");
    private static final List<String> FLAGS =
            List.of("s3EncryptionEnabled", "cloudWatchEncryptionEnabled", "cloudWatchStreamingEnabled", "runAsEnabled");

    @Override
    public List<Member> members() {
        return Stream.of(
                        List.of(Made.text("account"), Made.flag("present"), Made.text("sessionType")),
                        MINUTES.stream().map(Made::whole).toList(),
                        TEXTS.stream().map(Made::text).toList(),
                        FLAGS.stream().map(Made::flag).toList())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public boolean keepsItem() {
        return true;
    }

    @Override
    public boolean readsDocuments() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        return new Maker() {
            @Override
            public List<Want> wants() {
                return List.of(site.carried());
            }

            @Override
            public void take(Piece document) throws MalformedDocument {
                Map<String, Object> members =
                        new LinkedHashMap<>(document.item().members());
                members.put("account", site.target().account());
                members.put("present", true);
                JsonNode content = content(document.item().text("Content"));
                text(content, "sessionType", members);
                JsonNode inputs = content.path("inputs");
                for (String name : MINUTES) {
                    minutes(inputs.path(name).asText(""), name, members);
                }
                TEXTS.forEach(name -> text(inputs, name, members));
                FLAGS.stream()
                        .filter(name -> inputs.path(name).isBoolean())
                        .forEach(name -> members.put(name, inputs.path(name).booleanValue()));
                site.out().put(members, document.gaps(), document.provenance());
            }

            @Override
            public void fact(Piece none) {
                site.out()
                        .put(
                                Map.of("account", site.target().account(), "present", false),
                                none.gaps(),
                                none.provenance());
            }
        };
    }

    private static JsonNode content(String text) throws MalformedDocument {
        try {
            JsonNode content = JSON.readTree(text);
            if (!content.path("inputs").isObject()) {
                throw new MalformedDocument("the document of the session preferences has no inputs");
            }
            return content;
        } catch (JsonProcessingException e) {
            throw new MalformedDocument(
                    "the document of the session preferences is no JSON: " + e.getOriginalMessage());
        }
    }

    private static void text(JsonNode from, String name, Map<String, Object> members) {
        String text = from.path(name).asText("");
        if (!text.isEmpty()) {
            members.put(name, text);
        }
    }

    /** Text of digits; a document may have a parameter stand there instead, whose value only a session has. */
    private static void minutes(String text, String name, Map<String, Object> members) throws MalformedDocument {
        if (text.matches("\\d{1,6}")) {
            members.put(name, Long.parseLong(text));
        } else if (!text.isEmpty()) {
            throw new MalformedDocument("the session preferences' " + name + " is no number of minutes");
        }
    }
}
