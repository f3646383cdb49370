package io.exhibit.render;

import io.exhibit.control.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The colours of a person's pack, from {@code colours.txt}: each stands in the place of one of ours wherever a part names
 * it. Text must be read on white paper, so the contrast is that of WCAG 2.1, 1.4.3. The colours of marks are no choice:
 * they carry a meaning.
 */
final class Colours {

    static final String FILE = "colours.txt";
    private static final double LEAST = 4.5;

    private static final Map<String, String> OURS =
            new TreeMap<>(Map.of("ink", "#14263f", "text", "#1b1f24", "quiet", "#5b6470", "head", "#39424e"));

    private final Map<String, String> instead = new LinkedHashMap<>();
    private final OwnLines lines;

    Colours(String file, String text) {
        this.lines = new OwnLines(file, text);
        lines.values().forEach(this::take);
    }

    private void take(String name, String value) {
        String colour = value.toLowerCase(Locale.ROOT);
        if (!OURS.containsKey(name)) {
            lines.add(
                    "colour-unknown",
                    lines.name(name),
                    "There is no colour " + name + " to be changed.",
                    "The colours are ink (heads and rules), text, head (heads of tables) and quiet (what is secondary).");
        } else if (!colour.matches("#[0-9a-f]{6}")) {
            lines.add(
                    "colour-value",
                    lines.value(name),
                    "A colour is # and six digits of 0 to 9 and a to f, not " + value + ".",
                    "Such as #14263f.");
        } else if (contrast(colour) < LEAST) {
            lines.add(
                    "colour-contrast",
                    lines.value(name),
                    String.format(
                            Locale.ROOT,
                            "%s has a contrast of %.1f to 1 against white paper; a text is read from %.1f to 1 on.",
                            value,
                            contrast(colour),
                            LEAST),
                    "Take a darker one.");
        } else {
            instead.put(OURS.get(name), colour);
        }
    }

    List<Problem> problems() {
        return lines.problems();
    }

    /** A part with these colours; as long as before, so that places stay. */
    String in(String text) {
        // In one pass, so that a colour that was put in is not taken for one of ours.
        StringBuilder coloured = new StringBuilder(text);
        for (int i = text.indexOf('#'); i >= 0; i = text.indexOf('#', i + 1)) {
            if (i + 7 <= text.length()) {
                String other = instead.get(text.substring(i, i + 7).toLowerCase(Locale.ROOT));
                if (other != null) {
                    coloured.replace(i, i + 7, other);
                }
            }
        }
        return coloured.toString();
    }

    /** Against white, 1 to 21. */
    static double contrast(String colour) {
        double luminance = 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(String colour, int at) {
        double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.03928 ? part / 12.92 : StrictMath.pow((part + 0.055) / 1.055, 2.4);
    }
}
