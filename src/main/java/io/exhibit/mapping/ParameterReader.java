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
    private boolean whole;

    ParameterReader(Problems problems) {
        this.problems = problems;
    }

    Map<String, Parameter> read(SourceFiles files, SourceFiles organization) {
        Map<String, Parameter> parameters = new TreeMap<>();
        int before = problems.unread();
        entries(files).forEach(entry -> {
            Fields fields = new Fields(entry.value(), problems, Set.of("value", "type", "unit", "policy"));
            Type type = fields.choice("type", Type.class, Type.TEXT);
            if ((type == Type.INTEGER || type == Type.DECIMAL) && !fields.given("unit")) {
                problems.add(
                        "missing-unit",
                        fields.position(),
                        entry.key() + " is a number without a unit: nobody can tell days from hours.",
                        "Add unit, such as days, hours, minutes, percent or characters.");
            }
            parameters.put(entry.key(), parameter(entry.key(), fields, type, fields.text("unit")));
        });
        whole = problems.unread() == before;
        Names names = new Names(parameters.keySet(), whole);
        entries(organization).forEach(entry -> {
            names.check(
                    entry.key(),
                    "unknown-parameter",
                    entry.position(),
                    "There is no parameter " + entry.key() + ".",
                    problems);
            Fields fields = new Fields(entry.value(), problems, Set.of("value", "policy"));
            // Under a misspelt name the rest of the entry is read as that of the nearest one.
            Problem.nearest(entry.key(), parameters.keySet())
                    .map(parameters::get)
                    .ifPresent(known -> {
                        Parameter own = parameter(entry.key(), fields, Type.of(known.value()), known.unit());
                        parameters.replace(entry.key(), own);
                    });
        });
        return parameters;
    }

    /** Whether the file of the defaults could be read, so that every name of a parameter is known. */
    boolean whole() {
        return whole;
    }

    private List<Node.Entry> entries(SourceFiles files) {
        SourceFile file = files.all().get(FILE);
        Node node = file == null ? null : file.readIfAny(problems).orElse(null);
        if (node == null) {
            return List.of();
        }
        Position at = node.position();
        Node wrapped = new Node.Mapping(List.of(new Node.Entry("parameters", at, node)), at);
        return new Fields(wrapped, problems, Set.of("parameters")).named("parameters");
    }

    private Parameter parameter(String name, Fields fields, Type type, String unit) {
        // An empty text is a value; an empty number would be 0, and an empty list would stand for none.
        if (!(type == Type.TEXT ? fields.has("value") : fields.given("value"))) {
            fields.missing("value");
        }
        int before = problems.count();
        Object value = switch (type) {
            case INTEGER -> fields.integer("value", 0);
            case DECIMAL -> fields.decimal("value", 0);
            case BOOLEAN -> fields.yes("value", false);
            case LIST -> List.copyOf(fields.texts("value"));
            case TEXT -> fields.text("value");
        };
        if (problems.count() == before) {
            Ranges.check(fields, value, unit, problems);
        }
        return new Parameter(name, value, unit, fields.text("policy"), fields.position());
    }
}
