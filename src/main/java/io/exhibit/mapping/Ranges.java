package io.exhibit.mapping;

import java.util.List;
import java.util.Map;

/** Between which bounds a threshold can lie at all, by its unit: beyond them it is a slip and would switch a test off. */
final class Ranges {

    private record Range(double least, double most) {}

    /** Ten years, with their leap days and a few more. */
    static final int MOST_DAYS = 3660;

    private static final Map<String, Range> BY_UNIT = Map.of(
            "days", new Range(0, MOST_DAYS),
            "hours", new Range(0, 8784),
            "minutes", new Range(1, 1440),
            "percent", new Range(0, 100),
            "characters", new Range(1, 128),
            "passwords", new Range(1, 24),
            "of 10", new Range(0, 10),
            "ports", new Range(0, 65535));

    private Ranges() {}

    /** Tells values out of the unit's range: the value itself, or each one of a list. */
    static void check(Fields fields, Object value, String unit, Problems problems) {
        Range range = BY_UNIT.get(unit);
        List<?> all = value instanceof List<?> list ? list : List.of(value);
        all.stream().filter(one -> range != null && !within(range, one)).forEach(one -> {
            String bounds = (long) range.least() + " and " + (long) range.most();
            problems.add(
                    "out-of-range",
                    fields.position("value"),
                    "value must lie between " + bounds + " (" + unit + "), not " + one + ".");
        });
    }

    private static boolean within(Range range, Object value) {
        try {
            double number = value instanceof Number n ? n.doubleValue() : Long.parseLong(String.valueOf(value));
            return number >= range.least() && number <= range.most();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
