package io.exhibit.read.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.exhibit.evidence.RecordType.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a JSON body token by token, without a tree. */
final class JsonBody {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Selection selection;
    private final Notes notes;

    JsonBody(Selection selection, Notes notes) {
        this.selection = selection;
        this.notes = notes;
    }

    Map<String, Object> read(byte[] body, Layout layout) throws IOException {
        try (JsonParser p = FACTORY.createParser(body)) {
            if (p.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the answer is no JSON object");
            }
            Map<String, Object> kept = answer(p, layout);
            if (p.nextToken() != null) {
                throw new IOException("something follows the answer's JSON object");
            }
            return kept;
        }
    }

    private Map<String, Object> answer(JsonParser p, Layout layout) throws IOException {
        Map<String, Object> kept = new LinkedHashMap<>();
        String wire;
        while ((wire = p.nextFieldName()) != null) {
            Layout.Member member = layout.members.get(wire);
            JsonToken token = p.nextToken();
            if (member == null) {
                notes.unknown();
                p.skipChildren();
            } else if (selection.streams(member.name())) {
                stream(p, token, member);
            } else if (selection.rest()) {
                put(kept, member, value(p, token, member));
            } else {
                p.skipChildren();
            }
        }
        return kept;
    }

    private void stream(JsonParser p, JsonToken token, Layout.Member member) throws IOException {
        if (member.layout().kind != Kind.LIST || token != JsonToken.START_ARRAY) {
            Object one = value(p, token, member);
            if (one != null) {
                selection.elements().take(member.name(), one);
            }
            return;
        }
        Layout.Member element = new Layout.Member(member.name(), member.layout().element);
        JsonToken next;
        while ((next = p.nextToken()) != JsonToken.END_ARRAY) {
            Object one = value(p, next, element);
            if (one != null) {
                selection.elements().take(member.name(), one);
            }
        }
    }

    private static void put(Map<String, Object> into, Layout.Member member, Object value) {
        if (value != null) {
            into.put(member.name(), value);
        }
    }

    private Object value(JsonParser p, JsonToken token, Layout.Member member) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        Layout layout = member.layout();
        return switch (layout.kind) {
            case STRUCTURE -> token == JsonToken.START_OBJECT ? structure(p, layout) : misfit(p, member);
            case LIST -> token == JsonToken.START_ARRAY ? list(p, member) : misfit(p, member);
            case MAP -> token == JsonToken.START_OBJECT ? map(p, member) : misfit(p, member);
            case DOCUMENT -> FreeJson.read(p);
            default -> token.isScalarValue() ? scalar(p, token, member) : misfit(p, member);
        };
    }

    private Map<String, Object> structure(JsonParser p, Layout layout) throws IOException {
        Map<String, Object> out = new LinkedHashMap<>();
        String wire;
        while ((wire = p.nextFieldName()) != null) {
            Layout.Member member = layout.members.get(wire);
            JsonToken token = p.nextToken();
            if (member == null) {
                notes.unknown();
                p.skipChildren();
            } else {
                put(out, member, value(p, token, member));
            }
        }
        return out;
    }

    private List<Object> list(JsonParser p, Layout.Member member) throws IOException {
        Layout.Member element = new Layout.Member(member.name(), member.layout().element);
        List<Object> out = new ArrayList<>();
        JsonToken token;
        while ((token = p.nextToken()) != JsonToken.END_ARRAY) {
            Object one = value(p, token, element);
            if (one != null) {
                out.add(one);
            }
        }
        return out;
    }

    private Map<String, Object> map(JsonParser p, Layout.Member member) throws IOException {
        Layout.Member element = new Layout.Member(member.name(), member.layout().element);
        Map<String, Object> out = new LinkedHashMap<>();
        String key;
        while ((key = p.nextFieldName()) != null) {
            Object value = value(p, p.nextToken(), element);
            if (value != null) {
                out.put(key, value);
            }
        }
        return out;
    }

    private Object scalar(JsonParser p, JsonToken token, Layout.Member member) throws IOException {
        Kind kind = member.layout().kind;
        if (kind == Kind.STRING && token == JsonToken.VALUE_STRING) {
            return p.getText();
        }
        if (kind == Kind.BOOLEAN && token.isBoolean()) {
            return token == JsonToken.VALUE_TRUE;
        }
        if (kind == Kind.LONG
                && token == JsonToken.VALUE_NUMBER_INT
                && p.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return p.getLongValue();
        }
        if (kind == Kind.DOUBLE && token.isNumeric()) {
            return p.getDoubleValue();
        }
        Object value = kind == Kind.TIMESTAMP && token.isNumeric()
                ? Scalars.epoch(p.getText())
                : Scalars.of(kind, p.getText());
        return value == null ? misfit(p, member) : value;
    }

    private Object misfit(JsonParser p, Layout.Member member) throws IOException {
        notes.misfit(member.name() + " is not the "
                + member.layout().kind.name().toLowerCase(Locale.ROOT) + " that it should be");
        p.skipChildren();
        return null;
    }
}
