package io.exhibit.evaluate;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places: {@code {member}} and {@code {member.member}} of the record, {@code {target.account}},
 * {@code {parameters.name}}, {@code {collected}} for when the record's answer came, and {@code {name.member}} of the records of
 * a further reading. Values are cut at 200 characters; making them harmless for a page is the business of render.
 */
final class Sentence {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_.]*)}");
    private static final int LONGEST = 200;

    static final String COLLECTED = "collected";

    private static final String NONE = "none";

    private final List<String> texts = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final List<String[]> names = new ArrayList<>();

    Sentence(String text) {
        Matcher matcher = PLACE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            texts.add(text.substring(end, matcher.start()));
            paths.add(matcher.group(1));
            names.add(matcher.group(1).split("\\."));
            end = matcher.end();
        }
        texts.add(text.substring(end));
    }

    /** The values that prove something: {@code name = value, name = value}. */
    static Sentence proof(List<String> paths) {
        return new Sentence(
                String.join(", ", paths.stream().map(p -> p + " = {" + p + "}").toList()));
    }

    /** The places, as written. */
    List<String> paths() {
        return paths;
    }

    /** @param beside the records of a further reading by its name, {@code null} when there are none to go by */
    String of(
            Map<String, Object> members,
            Instant collected,
            Map<String, Object> target,
            Map<String, Object> parameters,
            Function<String, List<?>> beside) {
        StringBuilder sentence = new StringBuilder(texts.get(0));
        for (int i = 0; i < paths.size(); i++) {
            append(sentence, value(i, members, collected, target, parameters, beside));
            sentence.append(texts.get(i + 1));
        }
        return sentence.toString();
    }

    /** The values by their places, without those that are not given. */
    Map<String, Object> given(
            Map<String, Object> members,
            Instant collected,
            Map<String, Object> target,
            Map<String, Object> parameters,
            Function<String, List<?>> beside) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            Object value = value(i, members, collected, target, parameters, beside);
            if (value != null && !value.equals(NONE) && !value.equals("")) {
                given.put(paths.get(i), value);
            }
        }
        return given;
    }

    /** {@code name = value, name = value}. */
    static String words(Map<String, Object> values) {
        StringBuilder words = new StringBuilder();
        values.forEach((name, value) -> {
            words.append(words.isEmpty() ? "" : ", ");
            if (value instanceof Ground.Looked looked) {
                words.append(looked.words());
            } else if (value.equals("") || value.equals(List.of()) || value.equals(Map.of())) {
                words.append(name).append(" is empty");
            } else {
                append(words.append(name).append(" = "), value);
            }
        });
        return words.toString();
    }

    /** The same member of one entry as of all entries of a list. */
    static Object of(Object entry, String path) {
        return value(entry, path.split("\\."), 0);
    }

    private Object value(
            int place,
            Map<String, Object> members,
            Instant collected,
            Map<String, Object> target,
            Map<String, Object> parameters,
            Function<String, List<?>> beside) {
        String[] path = names.get(place);
        return switch (path.length == 1 ? "" : path[0]) {
            case "target" -> value(target, path, 1);
            case "parameters" -> value(parameters, path, 1);
            case "" -> paths.get(place).equals(COLLECTED) ? collected : value(members, path, 0);
            default -> members.containsKey(path[0]) ? value(members, path, 0) : value(beside.apply(path[0]), path, 1);
        };
    }

    private static Object value(Object members, String[] path, int from) {
        Object value = members;
        for (int i = from; i < path.length && value != null; i++) {
            if (value instanceof List<?> list) {
                int at = i;
                List<Object> values = list.stream()
                        .map(each -> value(each, path, at))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
                return values.isEmpty() ? NONE : values;
            }
            value = value instanceof Map<?, ?> map ? map.get(path[i]) : null;
        }
        return value;
    }

    private static void append(StringBuilder sentence, Object value) {
        if (value == null) {
            sentence.append("(not given)");
        } else if (value instanceof Instant instant && instant.getNano() == 0) {
            append(sentence, instant);
        } else {
            String text = words(value);
            boolean whole = text.length() <= LONGEST || text.codePointCount(0, text.length()) <= LONGEST;
            sentence.append(whole ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "\u2026");
        }
    }

    private static String words(Object value) {
        return value instanceof List<?> list
                ? String.join(", ", list.stream().map(Sentence::words).toList())
                : value instanceof Map ? new Canonical().text(value) : String.valueOf(value);
    }

    /** ISO 8601 to the second. {@link Instant#toString} says the same and costs as much as all the rest of an item. */
    private static void append(StringBuilder sentence, Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        two(sentence.append(time.getYear()).append('-'), time.getMonthValue());
        two(sentence.append('-'), time.getDayOfMonth());
        two(sentence.append('T'), time.getHour());
        two(sentence.append(':'), time.getMinute());
        two(sentence.append(':'), time.getSecond());
        sentence.append('Z');
    }

    private static void two(StringBuilder sentence, int number) {
        sentence.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
