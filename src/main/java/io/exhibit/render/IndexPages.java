package io.exhibit.render;

import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.TestResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Where everything is: the page of every unit, of every test, and of what other catalogs ask. */
final class IndexPages {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final PackContent content;
    private final UnitPages units;

    IndexPages(PackContent content, UnitPages units) {
        this.content = content;
        this.units = units;
    }

    Map<String, Object> model() {
        return Map.of(
                "tests", content.assessment().tests().stream().map(this::test).toList(),
                "units",
                        content.assessment().controls().stream()
                                .filter(ControlResult::mapped)
                                .map(units::line)
                                .toList(),
                "catalogs",
                        content.assessment().book().framework().wording().crosswalk().stream()
                                .map(this::catalog)
                                .toList());
    }

    /** What another catalog asks about, in its order, and the units that bear on it. */
    private Map<String, Object> catalog(String name) {
        SortedMap<String, List<Object>> entries = new TreeMap<>(IndexPages::byNumber);
        for (ControlResult unit : content.assessment().controls()) {
            for (String entry : entries(unit.control().crosswalk().getOrDefault(name, ""))) {
                entries.computeIfAbsent(entry, e -> new ArrayList<>())
                        .add(Map.of(
                                "citation",
                                unit.control().citation(),
                                "anchor",
                                unit.mapped() ? units.anchor(unit.control().citation()) : ""));
            }
        }
        return Map.of(
                "name",
                name,
                "count",
                Words.count(entries.size()),
                "rows",
                entries.entrySet().stream()
                        .map(entry -> Map.of("name", entry.getKey(), "units", entry.getValue()))
                        .toList());
    }

    /** A list of numbers is several entries; words with a comma in them are one. */
    private static List<String> entries(String text) {
        List<String> parts =
                Arrays.stream(text.split(", ")).filter(part -> !part.isBlank()).toList();
        return parts.stream().noneMatch(part -> part.contains(" ")) || text.isBlank() ? parts : List.of(text);
    }

    /** AC-2 comes before AC-10. */
    private static int byNumber(String one, String other) {
        return padded(one).compareTo(padded(other));
    }

    private static String padded(String name) {
        return NUMBER.matcher(name)
                .replaceAll(digits -> "0".repeat(Math.max(0, 4 - digits.group().length())) + digits.group());
    }

    private Map<String, Object> test(TestResult test) {
        String home = units.home(test.assertion().id());
        return Map.of(
                "id", test.assertion().id(),
                "says", test.assertion().says(),
                "citation", home.isEmpty() ? "Completeness tests" : home,
                "anchor", UnitPages.anchorOf(test.assertion().id()),
                "verdict", test.verdict().words(),
                "style", Words.of(test.verdict()).replace(' ', '-'));
    }
}
