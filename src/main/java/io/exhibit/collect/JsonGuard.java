package io.exhibit.collect;

import com.fasterxml.jackson.core.JsonToken;
import io.exhibit.collect.Expected.Carrier;
import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.RecordType.Shape;
import java.io.IOException;

/**
 * The guard of the JSON protocols: one object and nothing behind it, no member twice at any depth, no error in the place of
 * the answer, known members of the answer and of its items of the right kind, every item with its key.
 */
final class JsonGuard {

    private static final Member REFUSAL = new Member("", "", new Shape(Kind.STRUCTURE, "", null, ""));

    private JsonGuard() {}

    static Answer judge(Expected expected, byte[] body) {
        JsonTokens in = new JsonTokens(body);
        try {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return Answer.malformed("the answer is not a JSON object");
            }
            Found found = new Found(expected);
            members(in, expected, found);
            if (in.nextToken() != null) {
                return Answer.malformed("the answer goes on behind its end");
            }
            return found.answer();
        } catch (Unlike e) {
            return Answer.malformed(e.getMessage());
        } catch (IOException e) {
            return Answer.malformed("the answer is not well-formed JSON");
        }
    }

    private static void members(JsonTokens in, Expected expected, Found found) throws IOException {
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            JsonToken value = in.nextToken();
            if (name.equals("__type")) {
                throw new Unlike("the answer is an error in the place of an answer");
            }
            fits(name, expected.members().get(name), value);
            if (found.isPaging(name)) {
                found.paging(name, value == JsonToken.VALUE_NULL ? "" : in.getText());
            }
            Carrier carrier = expected.carriers().get(name);
            if (found.isRefusal(name)) {
                refusal(in, found);
            } else if (carrier != null && value != JsonToken.VALUE_NULL) {
                found.carrier(name, carrier(in, carrier, found));
            } else {
                in.skipChildren();
            }
        }
    }

    /** Counts the items of a carrier and leaves the parser at its end. */
    private static long carrier(JsonTokens in, Carrier carrier, Found found) throws IOException {
        String name = carrier.member().name();
        if (in.currentToken() == JsonToken.START_ARRAY) {
            Shape element = carrier.member().shape().element();
            Member expected = element == null ? null : new Member(name, name, element);
            long items = 0;
            while (in.nextToken() != JsonToken.END_ARRAY) {
                fits("an item of " + name, expected, in.currentToken());
                item(in, name, carrier, found);
                items++;
            }
            return items;
        }
        if (in.currentToken() == JsonToken.VALUE_STRING && in.getTextLength() == 0) {
            throw new Unlike(name + " is empty");
        }
        boolean structure = in.currentToken() == JsonToken.START_OBJECT;
        item(in, name, carrier, found);
        return structure ? 1 : 0;
    }

    private static void item(JsonTokens in, String name, Carrier carrier, Found found) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT || carrier.items().isEmpty()) {
            if (in.currentToken() == JsonToken.VALUE_NULL) {
                throw new Unlike("an item of " + name + " is null");
            }
            if (in.currentToken() == JsonToken.VALUE_STRING) {
                found.key(name, in.getText());
            }
            in.skipChildren();
            return;
        }
        boolean keyed = carrier.key().isEmpty();
        for (String member = in.nextFieldName(); member != null; member = in.nextFieldName()) {
            JsonToken value = in.nextToken();
            fits(member, carrier.items().get(member), value);
            if (member.equals(carrier.key()) && value != JsonToken.VALUE_NULL && !isEmptyText(in)) {
                keyed = true;
                if (value == JsonToken.VALUE_STRING) {
                    found.key(name, in.getText());
                }
            }
            in.skipChildren();
        }
        if (!keyed) {
            throw new Unlike("an item of " + name + " has no " + carrier.key());
        }
    }

    private static boolean isEmptyText(JsonTokens in) throws IOException {
        return in.currentToken() == JsonToken.VALUE_STRING && in.getTextLength() == 0;
    }

    /** Says why an answer of success was refused: a text, or a list of who was refused and why. */
    private static void refusal(JsonTokens in, Found found) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            found.refused(in.getText(), "");
        } else if (in.currentToken() == JsonToken.START_ARRAY && in.nextToken() != JsonToken.END_ARRAY) {
            fits("a refusal", REFUSAL, in.currentToken());
            String code = "";
            String message = "";
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                in.nextToken();
                code = name.equals("errorCode") ? in.getText() : code;
                message = name.equals("errorMessage") ? in.getText() : message;
                in.skipChildren();
            }
            found.refused(code, message);
            while (in.nextToken() != JsonToken.END_ARRAY) {
                in.skipChildren();
            }
        }
    }

    private static void fits(String name, Member member, JsonToken value) throws Unlike {
        if (member == null || value == JsonToken.VALUE_NULL) {
            return;
        }
        Kind kind = member.shape().kind();
        boolean fits = switch (kind) {
            case STRING, BLOB -> value == JsonToken.VALUE_STRING;
            case LONG -> value == JsonToken.VALUE_NUMBER_INT;
            // "NaN" and "Infinity" travel as text.
            case DOUBLE -> value.isNumeric() || value == JsonToken.VALUE_STRING;
            case BOOLEAN -> value.isBoolean();
            case TIMESTAMP -> value.isNumeric() || value == JsonToken.VALUE_STRING;
            case LIST -> value == JsonToken.START_ARRAY;
            case MAP, STRUCTURE -> value == JsonToken.START_OBJECT;
            case DOCUMENT -> true;
        };
        if (!fits) {
            throw new Unlike(name + " is not of the kind " + kind);
        }
    }
}
