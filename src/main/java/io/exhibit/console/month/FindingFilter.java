package io.exhibit.console.month;

import io.exhibit.assessment.Finding;
import io.exhibit.assessment.Spell;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Names;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Say;
import io.exhibit.control.Severity;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which findings are asked for, beside their state and the words that are searched: the fields of the form, and a day that the chart leads to. */
final class FindingFilter {

    private static final List<String> AGES = List.of("7", "30", "90", "365");

    private final Persons persons;

    /** What can be chosen, by the name of the field: values with what they are called. */
    private final Map<String, SortedMap<String, String>> choices;

    private final Map<String, String> asked = new LinkedHashMap<>();

    FindingFilter(Context context, Standing standing, Names names) {
        this.persons = new Persons(standing);
        this.choices = choices(standing.findings(), names);
        for (Map.Entry<String, SortedMap<String, String>> choice : choices.entrySet()) {
            String value = context.queryParam(choice.getKey());
            if (value != null && !value.isEmpty()) {
                if (!choice.getValue().containsKey(value)) {
                    throw new Refusal(400, "There is nothing to choose under that " + choice.getKey() + ".");
                }
                asked.put(choice.getKey(), value);
            }
        }
        String day = context.queryParam("day");
        if (day != null && !day.isEmpty()) {
            try {
                asked.put("day", LocalDate.parse(day).toString());
            } catch (DateTimeException e) {
                throw new Refusal(400, "A day is written like 2026-10-05.");
            }
        }
    }

    private Map<String, SortedMap<String, String>> choices(List<Finding> findings, Names names) {
        SortedMap<String, String> severities = new TreeMap<>();
        for (Severity severity : Severity.values()) {
            severities.put(Say.word(severity), Say.word(severity));
        }
        SortedMap<String, String> accounts = new TreeMap<>();
        SortedMap<String, String> owners = new TreeMap<>();
        SortedSet<String> seen = new TreeSet<>();
        for (Finding finding : findings) {
            accounts.computeIfAbsent(finding.history().target().account(), names::of);
            if (seen.add(finding.test().assertion().id())) {
                persons.owners(finding.test().assertion()).forEach(owner -> owners.put(owner, owner));
            }
        }
        SortedMap<String, String> ages = new TreeMap<>();
        AGES.forEach(age -> ages.put(age, age + " days and more"));
        Map<String, SortedMap<String, String>> choices = new LinkedHashMap<>();
        choices.put("severity", severities);
        choices.put("account", accounts);
        choices.put("owner", owners);
        choices.put("age", ages);
        return choices;
    }

    boolean takes(Finding finding) {
        String severity = asked.get("severity");
        String account = asked.get("account");
        String owner = asked.get("owner");
        String age = asked.get("age");
        String day = asked.get("day");
        return (severity == null || Say.word(finding.severity()).equals(severity))
                && (account == null || finding.history().target().account().equals(account))
                && (owner == null || persons.owners(finding.test().assertion()).contains(owner))
                && (age == null || finding.days() >= Long.parseLong(age))
                && (day == null || moved(finding, LocalDate.parse(day)));
    }

    private static boolean moved(Finding finding, LocalDate day) {
        for (Spell spell : finding.history().spells()) {
            if (spell.opened().equals(day) || day.equals(spell.closed())) {
                return true;
            }
        }
        return false;
    }

    /** The end of an address that asks for the same. */
    String query() {
        StringBuilder query = new StringBuilder();
        asked.forEach((name, value) ->
                query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }

    /** The day that was asked for, or "". */
    String day() {
        return asked.getOrDefault("day", "");
    }

    /** The fields of the form. */
    List<Map<String, Object>> fields() {
        List<Map<String, Object>> fields = new ArrayList<>();
        choices.forEach((name, values) -> {
            List<Map<String, Object>> options = new ArrayList<>();
            values.forEach((value, words) ->
                    options.add(Map.of("value", value, "words", words, "chosen", value.equals(asked.get(name)))));
            if (name.equals("age")) {
                options.sort((a, b) -> Integer.compare(
                        Integer.parseInt((String) a.get("value")), Integer.parseInt((String) b.get("value"))));
            }
            fields.add(Map.of("name", name, "options", options));
        });
        return fields;
    }
}
