package io.exhibit.cli.book;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.exhibit.cli.terminal.ProblemsJson;
import io.exhibit.control.Book;
import io.exhibit.control.Problem;
import io.exhibit.mapping.MappingReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** What {@code exhibit mappings check --json} prints. Version 1: members may be added. */
public final class MappingsCheckJson {

    public static final int VERSION = 1;

    private MappingsCheckJson() {}

    /** @param problems all of them, of files and of expressions */
    static String of(MappingReader.Result read, List<Problem> problems) {
        Book book = read.sound();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("framework", book.framework().id());
            ProblemsJson.write(json, "problems", problems);
            ProblemsJson.write(json, "warnings", read.warnings());
            json.writeObjectFieldStart("counts");
            json.writeNumberField("problems", problems.size());
            json.writeNumberField("warnings", read.warnings().size());
            if (problems.isEmpty()) {
                json.writeNumberField("controls", book.framework().controls().size());
                json.writeNumberField("assertions", book.assertions().size());
                json.writeNumberField("documents", book.documents().size());
                json.writeNumberField("registers", book.registers().size());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
