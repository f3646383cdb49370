package io.exhibit.cli.runs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.exhibit.cli.terminal.JsonWords;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.io.StringWriter;
import java.util.stream.Collectors;

/**
 * What {@code exhibit collect --json} prints: one object for every source at every unit, with its facts and gaps. Version 1:
 * members may be added.
 */
final class CollectJson {

    static final int VERSION = 1;

    private CollectJson() {}

    static String of(RunRecord run) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("run", run.id());
            json.writeStringField("outcome", JsonWords.lower(run.outcome()));
            json.writeStringField("reason", run.reason());
            json.writeArrayFieldStart("sources");
            for (RunRecord.Unit unit : run.units()) {
                for (Part part : unit.parts()) {
                    part(json, unit.target(), part);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void part(JsonGenerator json, Target target, Part part) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", part.source());
        json.writeStringField("account", target.account());
        json.writeStringField("region", target.region());
        json.writeStringField("outcome", part.gaps().isEmpty() ? "answered" : "gap");
        json.writeNumberField("calls", part.calls());
        json.writeNumberField("requests", part.requests());
        json.writeNumberField("lists", part.lists().begun());
        json.writeNumberField("lists_ended", part.lists().ended());
        json.writeNumberField("pages", part.lists().pages());
        json.writeNumberField("items", part.items());
        json.writeNumberField("items_repeated", part.lists().repeated());
        json.writeStringField(
                "cause",
                part.gaps().stream()
                        .map(Gap::cause)
                        .map(c -> c.words())
                        .distinct()
                        .collect(Collectors.joining("; ")));
        json.writeArrayFieldStart("facts");
        for (Fact fact : part.facts()) {
            json.writeStartObject();
            call(json, fact.call());
            json.writeStringField("code", fact.code());
            json.writeBooleanField("vanished", fact.vanished());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("gaps");
        for (Gap gap : part.gaps()) {
            json.writeStartObject();
            call(json, gap.call());
            json.writeStringField("cause", gap.cause().words());
            json.writeStringField("code", gap.code());
            json.writeStringField("message", gap.message());
            json.writeStringField("policy", gap.policy());
            json.writeStringField("request_id", gap.requestId());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void call(JsonGenerator json, Call call) throws IOException {
        json.writeStringField("operation", call.operation());
        json.writeStringField("subject", call.subject());
    }
}
