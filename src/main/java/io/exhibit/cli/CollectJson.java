package io.exhibit.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.io.StringWriter;
import java.util.stream.Collectors;

/** What {@code exhibit collect --json} prints: one line for every source at every unit. Version 1. */
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
        json.writeNumberField("items", part.items());
        json.writeStringField(
                "cause",
                part.gaps().stream()
                        .map(Gap::cause)
                        .map(c -> c.words())
                        .distinct()
                        .collect(Collectors.joining("; ")));
        json.writeEndObject();
    }
}
