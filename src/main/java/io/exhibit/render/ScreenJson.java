package io.exhibit.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Rows of texts as JSON for the script of a page, with every character that could mean something to a page written as its number. */
public final class ScreenJson {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    static {
        JSON.setCharacterEscapes(new Numbers());
    }

    private ScreenJson() {}

    /** A list with one object for each row; each value is written as its text, and an absent one as null. */
    public static String of(List<Map<String, Object>> rows) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setHighestNonEscapedChar(126);
            json.writeStartArray();
            for (Map<String, Object> row : rows) {
                json.writeStartObject();
                for (Map.Entry<String, Object> each : row.entrySet()) {
                    json.writeStringField(
                            each.getKey(),
                            each.getValue() == null ? null : each.getValue().toString());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** What would end a text, a script or an attribute. */
    private static final class Numbers extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private final int[] ascii = standardAsciiEscapesForJSON();

        Numbers() {
            for (char c : "\"\\<>&'\u007f".toCharArray()) {
                ascii[c] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            return null;
        }
    }
}
