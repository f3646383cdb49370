package io.exhibit.console.month;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Say;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which units are asked for: by how they stand, who is responsible, and who owns them. What is asked stands in the address. */
final class UnitFilter {

    private static final String NOBODY = "nobody on file";

    private final List<ControlResult> units;
    private final Map<String, Map<String, String>> choices = new LinkedHashMap<>();
    private final Map<String, String> asked = new LinkedHashMap<>();

    UnitFilter(Context context, Standing standing) {
        units = standing.month().assessment().controls().stream()
                .filter(ControlResult::mapped)
                .toList();
        Map<String, String> states = new LinkedHashMap<>();
        for (ConclusionKind kind : ConclusionKind.values()) {
            if (units.stream().anyMatch(unit -> ConclusionKind.of(unit) == kind)) {
                states.put(kind.style(), kind.words());
            }
        }
        Map<String, String> responsible = new TreeMap<>();
        Map<String, String> owners = new TreeMap<>();
        for (ControlResult unit : units) {
            responsible.put(unit.control().responsibility(), unit.control().responsibility());
            owners.put(owner(unit), owner(unit));
        }
        responsible.remove("");
        choices.put("state", states);
        choices.put("responsibility", responsible);
        choices.put("owner", owners);
        choices.forEach((name, values) -> {
            String value = context.queryParam(name);
            if (value != null && !value.isEmpty()) {
                if (!values.containsKey(value)) {
                    throw new Refusal(400, "There is nothing to choose under that " + name + ".");
                }
                asked.put(name, value);
            }
        });
    }

    private static String owner(ControlResult unit) {
        return unit.control().owner().isEmpty() ? NOBODY : unit.control().owner();
    }

    boolean takes(ControlResult unit) {
        return is("state", ConclusionKind.of(unit).style())
                && is("responsibility", unit.control().responsibility())
                && is("owner", owner(unit));
    }

    private boolean is(String name, String value) {
        return asked.getOrDefault(name, value).equals(value);
    }

    /** The fields of its form, and what it leaves. */
    Map<String, Object> model() {
        List<Map<String, Object>> fields = new ArrayList<>();
        choices.forEach((name, values) -> {
            List<Map<String, Object>> options = new ArrayList<>();
            values.forEach((value, words) ->
                    options.add(Map.of("value", value, "words", words, "chosen", value.equals(asked.get(name)))));
            fields.add(Map.of("name", name, "options", options));
        });
        List<String> citations = units.stream()
                .filter(this::takes)
                .map(unit -> unit.control().citation())
                .toList();
        return Map.of("fields", fields, "citations", citations, "shown", Say.count(citations.size()));
    }
}
