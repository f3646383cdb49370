package io.exhibit.cli.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.util.List;

/** Problems as every command prints them with {@code --json}. */
public final class ProblemsJson {

    private ProblemsJson() {}

    /** Problems as an array of the object that is being written: code, file, line, column, message and hint. */
    public static void write(JsonGenerator json, String name, List<Problem> problems) throws IOException {
        json.writeArrayFieldStart(name);
        for (Problem problem : problems) {
            json.writeStartObject();
            json.writeStringField("code", problem.code());
            json.writeStringField("file", problem.position().file());
            json.writeNumberField("line", problem.position().line());
            json.writeNumberField("column", problem.position().column());
            json.writeStringField("sentence", problem.message());
            json.writeStringField("hint", problem.hint());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
