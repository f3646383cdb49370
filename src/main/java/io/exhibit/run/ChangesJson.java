package io.exhibit.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.exhibit.assessment.Change;
import io.exhibit.assessment.Change.Night;
import io.exhibit.assessment.Changes;
import io.exhibit.assessment.Period;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a pack carries as {@code changes.json}: every change of the period, however many its pages print. Version 1, described on
 * the page of the evidence format.
 */
public final class ChangesJson {

    /** Its name in the pack. */
    public static final String NAME = "changes.json";

    private static final int VERSION = 1;

    private final JsonGenerator json;

    private ChangesJson(JsonGenerator json) {
        this.json = json;
    }

    /** The whole file, the same bytes for the same changes. */
    public static String of(Period period, Changes changes) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            new ChangesJson(json).write(period, changes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write(Period period, Changes changes) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("period", period.first() + "/" + period.last());
        night("base", changes.base());
        json.writeArrayFieldStart("kinds");
        for (Changes.Kind kind : changes.kinds()) {
            json.writeStartObject();
            json.writeStringField("kind", kind.title());
            json.writeNumberField("watched", kind.watched());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("changes");
        for (Change change : changes.all()) {
            change(change);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unread");
        for (Changes.Unread one : changes.unread()) {
            json.writeStartObject();
            place(one.kind(), one.reading(), one.target());
            json.writeStringField("from", one.from().toString());
            json.writeStringField("until", one.until().toString());
            day("last", one.last());
            day("again", one.again());
            json.writeStringField("why", one.why());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("begun");
        for (Changes.Begun one : changes.begun()) {
            json.writeStartObject();
            place(one.kind(), one.reading(), one.target());
            json.writeStringField("day", one.day().toString());
            json.writeNumberField("items", one.items());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void change(Change change) throws IOException {
        json.writeStartObject();
        place(change.kind(), change.reading(), change.target());
        json.writeStringField("key", change.key());
        json.writeStringField("name", change.name());
        json.writeStringField("change", change.how().name().toLowerCase(Locale.ROOT));
        night("before", Optional.of(change.before()));
        night("seen", Optional.of(change.seen()));
        json.writeArrayFieldStart("differences");
        for (Change.Difference difference : change.differences()) {
            json.writeStartObject();
            json.writeStringField("member", difference.member());
            texts("of", difference.of());
            texts("before", difference.before());
            texts("after", difference.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (change.approval().isPresent()) {
            Change.Approved given = change.approval().get();
            json.writeObjectFieldStart("approval");
            json.writeStringField("register", given.register());
            json.writeStringField("reference", given.reference());
            json.writeStringField("approver", given.approver());
            json.writeStringField("approved", given.on().toString());
            json.writeStringField("reason", given.reason());
            json.writeEndObject();
        } else {
            json.writeNullField("approval");
        }
        json.writeEndObject();
    }

    private void place(String kind, String reading, Target target) throws IOException {
        json.writeStringField("kind", kind);
        json.writeStringField("reading", reading);
        json.writeStringField("account", target.account());
        json.writeStringField("region", target.region());
    }

    private void night(String name, Optional<Night> night) throws IOException {
        if (night.isPresent()) {
            json.writeObjectFieldStart(name);
            json.writeStringField("day", night.get().day().toString());
            json.writeStringField("run", night.get().run());
            json.writeEndObject();
        } else {
            json.writeNullField(name);
        }
    }

    private void day(String name, Optional<LocalDate> day) throws IOException {
        if (day.isPresent()) {
            json.writeStringField(name, day.get().toString());
        } else {
            json.writeNullField(name);
        }
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
