package io.exhibit.cli.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.run.watch.AlarmKind;
import io.exhibit.run.watch.News;
import io.exhibit.run.watch.Told;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was told, as JSON. */
final class NoticeText {

    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private NoticeText() {}

    /**
     * @throws IOException when it is no JSON
     * @throws IllegalArgumentException or DateTimeException when it is another one
     */
    static Told read(byte[] text) throws IOException {
        JsonNode root = JSON.readTree(text);
        if (root.path("version").asInt() != VERSION) {
            throw new IllegalArgumentException("its version is not " + VERSION);
        }
        Map<String, Told.Going> going = new TreeMap<>();
        root.path("going").properties().forEach(each -> {
            JsonNode one = each.getValue();
            going.put(
                    each.getKey(),
                    new Told.Going(kind(one), time(one, "since"), text(one, "state"), text(one, "headline")));
        });
        Map<String, Instant> past = new TreeMap<>();
        root.path("past")
                .properties()
                .forEach(each ->
                        past.put(each.getKey(), Instant.parse(each.getValue().asText())));
        Map<String, Told.Waiting> waiting = new TreeMap<>();
        root.path("waiting").properties().forEach(each -> waiting.put(each.getKey(), waiting(each.getValue())));
        return new Told(going, past, waiting);
    }

    static byte[] of(Told told) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("version", VERSION);
        ObjectNode going = root.putObject("going");
        told.going()
                .forEach((key, one) -> going.putObject(key)
                        .put("kind", one.kind().word())
                        .put("since", one.since().toString())
                        .put("state", one.state())
                        .put("headline", one.headline()));
        ObjectNode past = root.putObject("past");
        told.past().forEach((key, until) -> past.put(key, until.toString()));
        ObjectNode waiting = root.putObject("waiting");
        told.waiting().forEach((channel, one) -> {
            ObjectNode of = waiting.putObject(channel).put("why", one.why());
            if (one.since() != null) {
                of.put("since", one.since().toString());
            }
            ArrayNode news = of.putArray("news");
            one.news().forEach(each -> write(each, news.addObject()));
        });
        return JSON.writeValueAsBytes(root);
    }

    private static void write(News news, ObjectNode into) {
        into.put("event", news.event().name())
                .put("kind", news.kind().word())
                .put("key", news.key())
                .put("since", news.since().toString())
                .put("at", news.at().toString())
                .put("headline", news.headline());
        ArrayNode facts = into.putArray("facts");
        news.facts().forEach(facts::add);
    }

    private static Told.Waiting waiting(JsonNode of) {
        List<News> news = new ArrayList<>();
        for (JsonNode each : of.path("news")) {
            List<String> facts = new ArrayList<>();
            each.path("facts").forEach(fact -> facts.add(fact.asText()));
            news.add(new News(
                    News.Event.valueOf(text(each, "event")),
                    kind(each),
                    text(each, "key"),
                    time(each, "since"),
                    time(each, "at"),
                    text(each, "headline"),
                    facts));
        }
        return new Told.Waiting(
                news, of.has("since") ? time(of, "since") : null, of.path("why").asText());
    }

    private static AlarmKind kind(JsonNode of) {
        return AlarmKind.of(text(of, "kind"));
    }

    private static Instant time(JsonNode of, String member) {
        return Instant.parse(text(of, member));
    }

    private static String text(JsonNode of, String member) {
        JsonNode value = of.get(member);
        if (value == null || !value.isTextual()) {
            throw new IllegalArgumentException("it has no " + member);
        }
        return value.asText();
    }
}
