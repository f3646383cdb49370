package io.exhibit.mapping;

import io.exhibit.control.Parameter;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code parameters.yaml}: the tool's defaults, and the organization's own values over them. */
final class ParameterReader {

    private static final String FILE = "parameters.yaml";

    private enum Type {
        INTEGER,
        DECIMAL,
        TEXT,
        BOOLEAN,
        LIST;

        static Type of(Object value) {
            return value instanceof Long
                    ? INTEGER
                    : value instanceof Double
                            ? DECIMAL
                            : value instanceof Boolean ? BOOLEAN : value instanceof List ? LIST : TEXT;
        }
    }

    private final Problems problems;

    ParameterReader(Problems problems) {
        this.problems = problems;
    }

    Map<String, Parameter> read(SourceFiles files, SourceFiles organization) {
        Map<String, Parameter> parameters = new TreeMap<>();
        entries(files).forEach(entry -> {
            Fields fields = new Fields(entry.value(), problems, Set.of("value", "type", "unit", "policy"));
            Type type = fields.choice("type", Type.class, Type.TEXT);
            parameters.put(entry.key(), parameter(entry.key(), fields, type, fields.text("unit")));
        });
        entries(organization).forEach(entry -> {
            Parameter known = parameters.get(entry.key());
            if (known == null) {
                problems.add(
                        "unknown-parameter",
                        entry.position(),
                        "There is no parameter " + entry.key() + ".",
                        Problem.didYouMean(entry.key(), parameters.keySet()));
                return;
            }
            Fields fields = new Fields(entry.value(), problems, Set.of("value", "policy"));
            parameters.put(entry.key(), parameter(entry.key(), fields, Type.of(known.value()), known.unit()));
        });
        return parameters;
    }

    private List<Node.Entry> entries(SourceFiles files) {
        SourceFiles.SourceFile file = files.all().get(FILE);
        Node node = file == null
                ? null
                : YamlReader.read(file.shown(), file.bytes(), problems).orElse(null);
        if (node == null) {
            return List.of();
        }
        Position at = node.position();
        Node wrapped = new Node.Mapping(List.of(new Node.Entry("parameters", at, node)), at);
        return new Fields(wrapped, problems, Set.of("parameters")).named("parameters");
    }

    private Parameter parameter(String name, Fields fields, Type type, String unit) {
        if (!fields.has("value")) {
            problems.add("missing-key", fields.position(), "The key value is missing or empty.");
        }
        Object value = switch (type) {
            case INTEGER -> fields.integer("value", 0);
            case DECIMAL -> fields.decimal("value", 0);
            case BOOLEAN -> fields.yes("value", false);
            case LIST -> List.copyOf(fields.texts("value"));
            case TEXT -> fields.text("value");
        };
        return new Parameter(name, value, unit, fields.text("policy"), fields.position());
    }
}
