package io.exhibit.collect;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The tokens of one JSON text (RFC 8259) in UTF-8, as Jackson would tell them with strict detection of duplicates, several
 * times as fast, because only what is asked for becomes a text: a page of findings is passed over, not read. What Jackson
 * refuses is refused, and so is what is not UTF-8 or begins with a byte order mark.
 */
final class JsonTokens {

    /** Jackson's limits, which the reader keeps to: levels, and characters of a number. */
    private static final int DEEPEST = 1000;

    private static final int LONGEST_NUMBER = 1000;

    private final byte[] in;
    private final JsonText text;
    private final MemberNames names;
    private final boolean[] objects = new boolean[DEEPEST + 1];
    private JsonToken current;
    private int depth;
    private boolean fresh;
    private boolean named;
    private int start;
    private int end;

    JsonTokens(byte[] in) {
        this.in = in;
        this.text = new JsonText(in);
        this.names = new MemberNames(in);
    }

    JsonToken currentToken() {
        return current;
    }

    /** The next token, or {@code null} behind the end; an IOException says that the text is not well-formed. */
    JsonToken nextToken() throws IOException {
        int at = text.space();
        if (depth == 0 && at == in.length) {
            current = null;
            return null;
        }
        if (depth > 0 && !named) {
            boolean object = objects[depth];
            if (at < in.length && in[at] == (object ? '}' : ']')) {
                text.pass();
                return current = close(object);
            }
            if (!fresh) {
                text.expect(',');
                text.space();
            }
            fresh = false;
            if (object) {
                name();
                named = true;
                return current = JsonToken.FIELD_NAME;
            }
        }
        named = false;
        return current = value();
    }

    /** The name of the next member, or {@code null} at the end of the object. */
    String nextFieldName() throws IOException {
        return nextToken() == JsonToken.FIELD_NAME ? names.last() : null;
    }

    /** From the beginning of an object or a list on to its end; elsewhere it stays where it is. */
    void skipChildren() throws IOException {
        if (current != JsonToken.START_OBJECT && current != JsonToken.START_ARRAY) {
            return;
        }
        int outside = depth - 1;
        while (depth > outside) {
            nextToken();
        }
    }

    /** Of a text, without its quotes and escapes; of a number or a word, as it stands. */
    String getText() {
        return current == JsonToken.VALUE_STRING
                ? JsonText.decoded(in, start, end)
                : new String(in, start, end - start, StandardCharsets.US_ASCII);
    }

    /** 0 for an empty text alone. */
    int getTextLength() {
        return end - start;
    }

    private void name() throws IOException {
        text.expect('"');
        start = text.at();
        boolean plain = text.string();
        end = text.at() - 1;
        if (!names.add(start, end, plain)) {
            throw JsonText.malformed();
        }
        text.space();
        text.expect(':');
        text.space();
    }

    private JsonToken value() throws IOException {
        start = text.at();
        JsonToken token = switch (start < in.length ? in[start] : 0) {
            case '{' -> open(true);
            case '[' -> open(false);
            case '"' -> string();
            case 't' -> text.word("true", JsonToken.VALUE_TRUE);
            case 'f' -> text.word("false", JsonToken.VALUE_FALSE);
            case 'n' -> text.word("null", JsonToken.VALUE_NULL);
            default -> text.number() ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT;
        };
        if (token != JsonToken.VALUE_STRING) {
            end = text.at();
            if (token.isNumeric() && end - start > LONGEST_NUMBER) {
                throw JsonText.malformed();
            }
        }
        return token;
    }

    private JsonToken string() throws IOException {
        text.pass();
        start = text.at();
        text.string();
        end = text.at() - 1;
        return JsonToken.VALUE_STRING;
    }

    private JsonToken open(boolean object) throws IOException {
        text.pass();
        depth++;
        if (depth > DEEPEST) {
            throw JsonText.malformed();
        }
        objects[depth] = object;
        fresh = true;
        if (object) {
            names.open();
        }
        return object ? JsonToken.START_OBJECT : JsonToken.START_ARRAY;
    }

    private JsonToken close(boolean object) {
        depth--;
        fresh = false;
        if (object) {
            names.close();
        }
        return object ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
    }
}
