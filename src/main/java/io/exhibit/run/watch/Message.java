package io.exhibit.run.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What is told at once: all that is new, each cause once.
 *
 * @param id the same when the same news are sent again
 * @param origin whose node speaks, such as {@code exhibit/EH}
 * @param at when it is sent
 * @param going headlines of what goes on and was told before
 */
public record Message(String id, String origin, Instant at, ZoneId zone, List<News> news, List<String> going) {

    /** Version of the JSON form. */
    public static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    public Message {
        news = List.copyOf(news);
        going = List.copyOf(going);
    }

    static Message of(String origin, Instant at, ZoneId zone, List<News> news, Collection<String> going) {
        String all = news.toString();
        return new Message(
                Sha256.hex((origin + all).getBytes(StandardCharsets.UTF_8)).substring(0, 32),
                origin,
                at,
                zone,
                news,
                List.copyOf(going));
    }

    /** One line; what is gravest comes first. */
    public String subject() {
        News first = news.stream()
                .filter(each -> each.event() != News.Event.OVER)
                .findFirst()
                .orElse(news.get(0));
        String more = news.size() == 1 ? "" : " (and " + (news.size() - 1) + " more)";
        return origin + ": "
                + (first.event() == News.Event.OPENED ? "" : first.event().words() + ": ") + first.headline() + more;
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (News each : news) {
            text.append(each.event().words())
                    .append(": ")
                    .append(each.headline())
                    .append('\n');
            lines(each).forEach(line -> text.append("  ").append(line).append('\n'));
            text.append('\n');
        }
        text.append(
                going.isEmpty() ? "Nothing else is wrong that you were told of.\n" : "Told before, and still so:\n");
        going.forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("\nEach cause is told once, again when it changes, and when it is over.\n")
                .append("From ")
                .append(origin)
                .append(", ")
                .append(Lines.time(at, zone))
                .append('\n');
        return text.toString();
    }

    private List<String> lines(News each) {
        List<String> lines = new ArrayList<>();
        if (each.event() == News.Event.OVER) {
            lines.add("It began " + Lines.time(each.since(), zone) + " and was over by " + Lines.time(each.at(), zone)
                    + ".");
            lines.addAll(each.facts());
            return lines;
        }
        lines.addAll(each.facts());
        lines.add("What it means: " + each.kind().meaning());
        lines.add("What to do: " + each.kind().remedy());
        return lines;
    }

    /** For programs. */
    public byte[] json() {
        ObjectNode root = JSON.createObjectNode()
                .put("version", VERSION)
                .put("id", id)
                .put("origin", origin)
                .put("time", at.toString())
                .put("subject", subject())
                .put("text", text());
        ArrayNode all = root.putArray("news");
        for (News each : news) {
            ObjectNode one = all.addObject()
                    .put("event", each.event().name().toLowerCase(Locale.ROOT))
                    .put("kind", each.kind().word())
                    .put("key", each.key())
                    .put("since", each.since().toString())
                    .put("at", each.at().toString())
                    .put("headline", each.headline());
            ArrayNode facts = one.putArray("facts");
            each.facts().forEach(facts::add);
            one.put("means", each.kind().meaning()).put("do", each.kind().remedy());
        }
        ArrayNode still = root.putArray("going");
        going.forEach(still::add);
        return root.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }
}
