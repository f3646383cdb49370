package io.exhibit.mapping;

import io.exhibit.control.Register;
import io.exhibit.mapping.SourceFiles.SourceFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads {@code registers/NAME.yaml}: entries with members of the organization's choice, and who answers for each. A member
 * that reads as an ISO 8601 date or time becomes an instant; a date without a time is its beginning in UTC.
 */
final class RegisterReader {

    private static final Set<String> ANSWERING = Set.of("approver", "approved", "reason", "review", "sample");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:.*");

    private final Problems problems;

    RegisterReader(Problems problems) {
        this.problems = problems;
    }

    Register read(String name, SourceFile file) {
        List<Register.Entry> entries = new ArrayList<>();
        YamlReader.readIfAny(file.shown(), file.bytes(), problems)
                .ifPresent(node -> Lists.each(node, problems, item -> entries.add(entry(item))));
        return new Register(name, entries, MappingReader.top(file.shown()));
    }

    private Register.Entry entry(Node item) {
        Fields fields = Lists.open(item, problems);
        Map<String, Object> members = new LinkedHashMap<>();
        if (item instanceof Node.Mapping mapping) {
            mapping.entries().stream()
                    .filter(e -> !ANSWERING.contains(e.key()))
                    .forEach(e -> members.put(e.key(), value(fields, e.key())));
        }
        return new Register.Entry(
                members,
                fields.text("approver"),
                fields.date("approved"),
                fields.text("reason"),
                fields.date("review"),
                fields.yes("sample", false),
                fields.position());
    }

    private Object value(Fields fields, String key) {
        String text = fields.text(key);
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return TIME.matcher(text).matches() ? OffsetDateTime.parse(text).toInstant() : text;
        } catch (DateTimeException e) {
            problems.add(
                    "bad-date",
                    fields.position(key),
                    "\"" + text + "\" is not a time.",
                    "Write it like 2026-10-31 or 2026-10-31T17:00:00Z.");
            return text;
        }
    }
}
