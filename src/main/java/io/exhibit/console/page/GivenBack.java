package io.exhibit.console.page;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What was typed into a form that is refused as a whole, for the page that says so: nobody has to write it a second time. */
public final class GivenBack {

    private static final String ATTRIBUTE = "given back";

    /** What people fill in; what a form carries for itself has a dot, or is one of {@link #OURS}. */
    private static final Pattern NAME = Pattern.compile("[a-z_]{1,40}");

    private static final Set<String> OURS = Set.of("version", "seen", "file", "cursor", "ticket");
    private static final int TALLEST = 26;

    private GivenBack() {}

    /** Keeps it. */
    public static void keep(Context context) {
        List<Map<String, String>> typed = new ArrayList<>();
        context.formParamMap().forEach((name, values) -> {
            if (NAME.matcher(name).matches() && !OURS.contains(name)) {
                values.stream()
                        .map(value -> value.replace("\r\n", "\n").replace('\r', '\n'))
                        .filter(value -> !value.isBlank())
                        .forEach(value -> typed.add(Map.of("name", name, "value", value, "rows", rows(value))));
            }
        });
        context.attribute(ATTRIBUTE, typed);
    }

    private static String rows(String value) {
        return String.valueOf(Math.min(TALLEST, value.lines().count()));
    }

    /** What was kept, in the order of the form; nothing where nobody typed anything. */
    public static List<Map<String, String>> of(Context context) {
        List<Map<String, String>> typed = context.attribute(ATTRIBUTE);
        return typed == null ? List.of() : typed;
    }
}
