package io.exhibit.mapping;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The keys of one YAML mapping, read by type. An unknown key, a missing one or a value of the wrong type becomes a
 * problem, and a neutral value is given back, so that reading goes on and finds the next one.
 */
public final class Fields {

    private static final List<String> YES_OR_NO = List.of("yes", "no", "true", "false");

    private final Position position;
    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
    private final Set<String> meant = new HashSet<>();
    private final Problems problems;
    private boolean broken;

    /** @param known every key that may stand there */
    public Fields(Node node, Problems problems, Set<String> known) {
        this.position = node.position();
        this.problems = problems;
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach(e -> entries.put(e.key(), e));
            entries.values().stream().filter(e -> !known.contains(e.key())).forEach(e -> {
                problems.add("unknown-key", e.position(), "Unknown key " + e.key() + ".", hint(e.key(), known));
                Problem.nearest(e.key(), known).ifPresent(meant::add);
            });
        } else if (!(node instanceof Node.Scalar scalar && scalar.text().isEmpty())) {
            broken = true;
            problems.add(
                    "wrong-type",
                    position,
                    "Keys with values are needed here, not " + node.kind() + ".",
                    known.isEmpty() ? "" : among(known));
        }
    }

    /** Where the mapping begins. */
    public Position position() {
        return position;
    }

    /** Where the value of a key begins, or the mapping when it is not there. */
    public Position position(String key) {
        return node(key).map(Node::position).orElse(position);
    }

    /** Whether the key stands there, with whatever value. */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The value as it was written, of whatever type. */
    public Optional<Node> node(String key) {
        return Optional.ofNullable(entries.get(key)).map(Node.Entry::value);
    }

    /** A text, "" when it is not there. */
    public String text(String key) {
        return scalar(key).map(s -> s.text().strip()).orElse("");
    }

    /** A text that must be there. */
    public String required(String key) {
        String text = text(key);
        if (text.isEmpty() && node(key).filter(n -> !(n instanceof Node.Scalar)).isEmpty()) {
            missing(key);
        }
        return text;
    }

    /** Tells that a key is not there; one that is there misspelt has been told already. */
    void missing(String key) {
        if (!broken && (has(key) || !meant.contains(key))) {
            problems.add("missing-key", position(key), "The key " + key + " is missing or empty.");
        }
    }

    /** Whether the key is there, well spelt or not, with some text or other value. */
    boolean given(String key) {
        return meant.contains(key)
                || node(key)
                        .filter(n -> !(n instanceof Node.Scalar s && s.text().isBlank()))
                        .isPresent();
    }

    /** A whole number. */
    public long integer(String key, long otherwise) {
        return parsed(key, otherwise, "a whole number", Long::valueOf, List.of());
    }

    double decimal(String key, double otherwise) {
        return parsed(key, otherwise, "a number", text -> new BigDecimal(text).doubleValue(), List.of());
    }

    /** yes, no, true or false. */
    public boolean yes(String key, boolean otherwise) {
        return parsed(key, otherwise, "yes or no", Fields::yesOrNo, YES_OR_NO);
    }

    /** yes, no, or nothing said. */
    Optional<Boolean> said(String key) {
        return Optional.ofNullable(parsed(key, null, "yes or no", Fields::yesOrNo, YES_OR_NO));
    }

    /** A date such as 2026-10-31, {@code null} when it is not there. */
    LocalDate date(String key) {
        String text = text(key);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            problems.add("bad-date", position(key), "\"" + text + "\" is not a date.", Dates.hint(text));
            return null;
        }
    }

    /** One of the constants, written in small letters and with a hyphen for an underscore. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return parsed(
                key,
                otherwise,
                "one of " + String.join(", ", words),
                text -> type.getEnumConstants()[at(words, text)],
                words);
    }

    /** The items of a list, empty when it is not there. */
    public List<Node> list(String key) {
        Node node = node(key).orElse(null);
        if (node == null || node instanceof Node.Scalar scalar && scalar.text().isEmpty()) {
            return List.of();
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence.items();
        }
        problems.add(
                "wrong-type",
                node.position(),
                key + " must be a list, not " + node.kind() + ".",
                "Write each entry on a line of its own below " + key + ", beginning with \"- \".");
        return List.of();
    }

    /** The texts of a list. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : list(key)) {
            if (item instanceof Node.Scalar scalar) {
                texts.add(scalar.text());
            } else {
                problems.add("wrong-type", item.position(), "A text is needed here, not " + item.kind() + ".");
            }
        }
        return texts;
    }

    /** The entries of a mapping whose keys are names of the writer's choice. */
    List<Node.Entry> named(String key) {
        Node node = node(key).orElse(null);
        if (node == null || node instanceof Node.Scalar scalar && scalar.text().isEmpty()) {
            return List.of();
        }
        if (node instanceof Node.Mapping mapping) {
            return mapping.entries();
        }
        problems.add(
                "wrong-type",
                node.position(),
                key + " must be keys with values, not " + node.kind() + ".",
                "Write each on a line of its own below " + key + ", as \"key: value\".");
        return List.of();
    }

    private Optional<Node.Scalar> scalar(String key) {
        Node node = node(key).orElse(null);
        if (node == null || node instanceof Node.Scalar) {
            return Optional.ofNullable((Node.Scalar) node);
        }
        problems.add(
                "wrong-type",
                node.position(),
                key + " must be a text, not " + node.kind() + ".",
                "Write it behind " + key + ": on the same line.");
        return Optional.empty();
    }

    /** @param words what can stand there, when these are words */
    private <T> T parsed(String key, T otherwise, String wanted, Function<String, T> parse, List<String> words) {
        String text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            String hint = words.contains(text.toLowerCase(Locale.ROOT))
                    ? "Write it in small letters."
                    : Problem.didYouMean(text, words);
            problems.add("wrong-type", position(key), key + " must be " + wanted + ", not \"" + text + "\".", hint);
            return otherwise;
        }
    }

    private static String hint(String key, Set<String> known) {
        String near = Problem.didYouMean(key, known);
        return near.isEmpty() && !known.isEmpty() ? among(known) : near;
    }

    private static String among(Set<String> known) {
        return "The keys here are " + String.join(", ", new TreeSet<>(known)) + ".";
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static int at(List<String> words, String text) {
        int at = words.indexOf(text);
        if (at < 0) {
            throw new IllegalArgumentException(text);
        }
        return at;
    }
}
