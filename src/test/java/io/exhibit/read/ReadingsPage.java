package io.exhibit.read;

import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Shape;
import io.exhibit.evidence.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code mappings/READINGS.md}: every reading with its members, their types, and an example from the simulated organization. */
final class ReadingsPage {

    private static final int LONGEST = 60;

    private static final String HEAD = """
            # Readings and their members

            What a test can ask of: for each reading one sentence, and its members with type and an example. Names are AWS's own. This page
            is made by the build from the program's own table and from the demo organization, whose names and numbers are made up. Where the
            demo organization has no value, the example is empty. What a member means is said by AWS's documentation of the calls named with
            the reading; this page does not say it again. The readings used most, those about the collection itself (`collection.*`) and the
            registers are on [the page for compliance officers](README.md).

            A member of a member is written with a dot. In an expression: `record.KeyMetadata.KeyState == "Enabled"`, or for a list
            `record.Tags.exists(tag, tag.Key == "owner")`. Not every record has every member: ask `has(record.X)` first, or the item is
            INCONCLUSIVE where AWS gave none. Members of a part that are not shown with the reading stand under "Parts" at the end.
            """;

    private final Catalog catalog;
    private final Map<String, Map<String, String>> examples = new HashMap<>();
    private final TreeSet<String> parts = new TreeSet<>();
    private final StringBuilder text = new StringBuilder(HEAD);

    private ReadingsPage(Catalog catalog) {
        this.catalog = catalog;
    }

    static String of(Catalog catalog, List<Record> records) {
        ReadingsPage page = new ReadingsPage(catalog);
        records.forEach(record -> page.keep(
                page.examples.computeIfAbsent(record.reading(), key -> new HashMap<>()), "", record.members(), 0));
        Map<String, Source> sources = new TreeMap<>();
        catalog.sources().forEach(source -> source.readings().forEach(reading -> sources.put(reading.key(), source)));
        sources.forEach((key, source) -> page.reading(source, catalog.reading(key)));
        page.parts();
        return page.text.toString();
    }

    /** The first value that says something. */
    private void keep(Map<String, String> into, String path, Map<?, ?> members, int depth) {
        members.forEach((name, value) -> {
            String at = path + name;
            Object one = value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value;
            if (one instanceof Map<?, ?> inner) {
                if (depth < 1) {
                    keep(into, at + ".", inner, depth + 1);
                }
            } else if (!(value instanceof List<?> list && list.isEmpty())
                    && !one.toString().isEmpty()) {
                into.putIfAbsent(at, one.toString());
            }
        });
    }

    private void reading(Source source, Reading reading) {
        text.append("\n## ").append(reading.key()).append("\n\n");
        String scope = switch (source.scope()) {
            case ORGANIZATION -> "once for the organization";
            case ACCOUNT -> "in each account";
            case REGION -> "in each region of each account";
        };
        text.append(upper(source.title())).append(": ").append(reading.title());
        text.append(", read ").append(scope).append(" with ").append(codes(reading.population()));
        text.append(reading.details().isEmpty() ? "" : "; each with " + codes(reading.details()));
        text.append(reading.derivation().isEmpty() ? "" : "; made by this program from these answers");
        text.append(". An item is known by `").append(reading.keyMember()).append("`.\n\n");
        text.append("| Member | Type | Example |\n|---|---|---|\n");
        rows(reading.type(), "", examples.getOrDefault(reading.key(), Map.of()), 0);
    }

    private void rows(String type, String path, Map<String, String> seen, int depth) {
        for (RecordType.Member member : catalog.types().get(type).members()) {
            String at = path + member.name();
            String example = seen.getOrDefault(at, "");
            text.append("| `")
                    .append(at)
                    .append("` | ")
                    .append(words(member.shape()))
                    .append(" | ");
            text.append(example.isEmpty() ? "" : "`" + shown(example) + "`").append(" |\n");
            String inner = inner(member.shape());
            if (!inner.isEmpty() && depth < 1) {
                rows(inner, at + ".", seen, depth + 1);
            } else if (!inner.isEmpty()) {
                reach(inner);
            }
        }
    }

    private void reach(String type) {
        if (parts.add(type)) {
            catalog.types().get(type).members().stream()
                    .map(member -> inner(member.shape()))
                    .filter(inner -> !inner.isEmpty())
                    .forEach(this::reach);
        }
    }

    private void parts() {
        text.append("\n## Parts\n\n| Part | Members |\n|---|---|\n");
        for (String part : parts) {
            String members = catalog.types().get(part).members().stream()
                    .map(member -> "`" + member.name() + "` " + words(member.shape()))
                    .collect(Collectors.joining(", "));
            text.append("| `").append(part).append("` | ").append(members).append(" |\n");
        }
    }

    private static String inner(Shape shape) {
        return shape.element() != null ? inner(shape.element()) : shape.kind() == Kind.STRUCTURE ? shape.type() : "";
    }

    private static String words(Shape shape) {
        return switch (shape.kind()) {
            case STRING -> "text";
            case LONG -> "whole number";
            case DOUBLE -> "number";
            case BOOLEAN -> "yes or no";
            case TIMESTAMP -> "time";
            case BLOB -> "bytes";
            case DOCUMENT -> "anything";
            case STRUCTURE -> "part `" + shape.type() + "`";
            case LIST -> "list: " + words(shape.element());
            case MAP -> "by name: " + words(shape.element());
        };
    }

    /** The sandbox listens where there is room. */
    private static String shown(String value) {
        String line = value.replaceAll("127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:4566")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ")
                .replace('`', '\'')
                .replace("|", "\\|");
        int end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
        return line.substring(0, end).replaceFirst("\\\\$", "") + (end < line.length() ? " …" : "");
    }

    private static String codes(List<String> operations) {
        return operations.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String upper(String title) {
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }
}
