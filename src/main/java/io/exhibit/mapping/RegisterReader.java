package io.exhibit.mapping;

import io.exhibit.control.Position;
import io.exhibit.control.Register;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads {@code registers/NAME.yaml} or {@code registers/NAME.csv}: entries with the members that the mapping declares, and who answers for each. A member
 * that reads as an ISO 8601 date or time becomes an instant; a date without a time is its beginning in UTC.
 */
final class RegisterReader {

    private static final Set<String> ANSWERING = Set.of("approver", "approved", "reason", "review", "sample");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:.*");

    private final Problems problems;
    private final RegisterForms forms;
    private final Signatures signatures;
    private final Wide wide;

    RegisterReader(Problems problems, RegisterForms forms, Signatures signatures) {
        this.problems = problems;
        this.forms = forms;
        this.signatures = signatures;
        this.wide = new Wide(problems);
    }

    Register read(String name, SourceFile file) {
        List<Register.Entry> entries = new ArrayList<>();
        Position top = MappingReader.top(file.shown());
        forms.names().check(name, "unknown-register", top, "No test asks a register " + name + ".", problems);
        if (file.shown().endsWith(".csv")) {
            CsvReader.read(file.shown(), file.bytes(), problems)
                    .ifPresent(table -> table(table, forms.of(name), entries));
        } else {
            file.readIfAny(problems)
                    .ifPresent(node -> Lists.each(node, problems, item -> entries.add(entry(item, forms.of(name)))));
        }
        return new Register(name, entries, top);
    }

    /** What is wrong with a column is told once, and not again for each of its cells. */
    private void table(CsvTable table, Optional<RegisterForms.Form> form, List<Register.Entry> entries) {
        Set<String> known = new HashSet<>(ANSWERING);
        form.ifPresent(f -> known.addAll(f.members()));
        Set<String> needed = form.map(RegisterForms.Form::needed).orElse(Set.of());
        CsvTable sound = form.isPresent() ? table.checked(known, needed, problems) : table;
        Optional<RegisterForms.Form> there = form.map(f -> new RegisterForms.Form(
                f.members(), needed.stream().filter(sound::has).collect(Collectors.toSet()), f.times()));
        sound.rows().items().forEach(row -> entries.add(entry(row, there)));
    }

    private Register.Entry entry(Node item, Optional<RegisterForms.Form> form) {
        Fields fields = form.map(f -> declared(item, f)).orElseGet(() -> Lists.open(item, problems));
        Map<String, Object> members = new LinkedHashMap<>();
        Lists.entries(item).stream()
                .filter(e -> !ANSWERING.contains(e.key()))
                .forEach(e -> members.put(e.key(), value(fields, e.key())));
        Register.Entry entry = new Register.Entry(
                members,
                fields.text("approver"),
                fields.date("approved"),
                fields.text("reason"),
                fields.date("review"),
                fields.yes("sample", false),
                fields.position());
        if (!entry.sample()) {
            form.map(RegisterForms.Form::needed).orElse(members.keySet()).stream()
                    .filter(key -> fields.node(key).isPresent())
                    .forEach(key -> wide.check(fields, key, "this entry would speak for all there is"));
            signatures.needs(fields, "approver", "approved", "reason", "review");
            signatures.between(fields, entry.approved(), "review", entry.review());
        }
        form.ifPresent(f -> f.times().forEach(key -> time(fields, key, members.get(key))));
        return entry;
    }

    private Fields declared(Node item, RegisterForms.Form form) {
        Set<String> known = new HashSet<>(form.members());
        known.addAll(ANSWERING);
        Fields fields = new Fields(item, problems, known);
        form.needed().forEach(fields::required);
        return fields;
    }

    private void time(Fields fields, String key, Object value) {
        if (value instanceof String text
                && !text.isEmpty()
                && !DATE.matcher(text).matches()
                && !TIME.matcher(text).matches()) {
            badTime(fields, key, text);
        }
    }

    private Object value(Fields fields, String key) {
        String text = fields.text(key);
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return TIME.matcher(text).matches() ? OffsetDateTime.parse(text).toInstant() : text;
        } catch (DateTimeException e) {
            badTime(fields, key, text);
            return text;
        }
    }

    private void badTime(Fields fields, String key, String text) {
        problems.add("bad-date", fields.position(key), "\"" + text + "\" is not a time.", Dates.timeHint(text));
    }
}
