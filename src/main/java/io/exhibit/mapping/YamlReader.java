package io.exhibit.mapping;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Reads one YAML 1.2 file as plain text, lists and keys: one document, no tags, no anchors or aliases, no key twice, at
 * most 1 MiB and 50 levels. Whatever is wrong becomes a problem with its place; nothing is thrown.
 */
public final class YamlReader {

    private static final int MAX_DEPTH = 50;

    /** YAML's own words for nothing (YAML 1.2, section 10.3.2): who writes one of them as an approver means nobody. */
    private static final Set<String> NOTHING = Set.of("~", "null", "Null", "NULL");

    /** A text within quotation marks that YAML does not know, of whatever language. */
    private static final Pattern CURLY = Pattern.compile(
            "[\u201c\u201d\u201e\u00ab\u2018\u2019\u201a][^\u201c\u201d\u00ab\u00bb\u2018\u2019]*[\u201c\u201d\u00bb\u2018\u2019]");

    private final String file;
    private final Problems problems;
    private final String source;
    private final List<String> lines;
    private Position last;
    private Iterator<Event> events;

    private YamlReader(String file, String source, Problems problems) {
        this.file = file;
        this.source = source;
        this.lines = source.lines().toList();
        this.problems = problems;
        this.last = new Position(file, 1, 1);
    }

    /** The content of a file, or empty when it is empty or cannot be read as YAML; then there is a problem. */
    public static Optional<Node> read(String file, byte[] bytes, Problems problems) {
        int before = problems.count();
        Optional<Node> content = readIfAny(file, bytes, problems);
        if (content.isEmpty() && problems.count() == before) {
            problems.addUnread(new Problem(
                    "empty-file",
                    new Position(file, 1, 1),
                    "The file holds nothing.",
                    "Delete it, or take the # away: what stands behind a # is not read."));
        }
        return content;
    }

    /** The content of a file that may hold nothing, or nothing but comments. */
    public static Optional<Node> readIfAny(String file, byte[] bytes, Problems problems) {
        return Utf8.read(file, bytes, problems).flatMap(source -> new YamlReader(file, source, problems).document());
    }

    private Optional<Node> document() {
        // The library throws more than its own exceptions on broken input (a character lookup on "!%00", for one).
        try {
            events = new Parse(LoadSettings.builder().setLabel(file).build())
                    .parseString(source)
                    .iterator();
            return root();
        } catch (MarkedYamlEngineException e) {
            Position at = e.getProblemMark().map(this::at).orElse(last);
            problems.addUnread(new NotYaml(source, at).because(String.valueOf(e.getProblem())));
        } catch (RuntimeException e) {
            problems.addUnread(new NotYaml(source, last).because(""));
        }
        return Optional.empty();
    }

    private Optional<Node> root() {
        Node found = null;
        while (events.hasNext()) {
            Event event = next();
            if (!(event instanceof NodeEvent)) {
                continue;
            }
            if (found != null) {
                problems.addUnread(new Problem(
                        "several-documents",
                        at(event),
                        "The file holds more than one YAML document.",
                        "Remove the line --- above."));
                return Optional.empty();
            }
            found = node(event, 1);
            if (found == null) {
                return Optional.empty();
            }
        }
        boolean nothing = found == null
                || found instanceof Node.Scalar scalar && scalar.text().isEmpty();
        return nothing ? Optional.empty() : Optional.of(found);
    }

    /** {@code null} when the file nests too deeply to go on. */
    private Node node(Event event, int depth) {
        Position at = at(event);
        if (depth > MAX_DEPTH) {
            problems.addUnread(
                    new Problem("too-deep", at, "The file nests more than " + MAX_DEPTH + " levels deep.", ""));
            return null;
        }
        refuseSharing((NodeEvent) event, at);
        if (event instanceof ScalarEvent scalar) {
            // What a tag leaves empty was told, and is not missing besides.
            String tag = scalar.getValue().isEmpty() ? scalar.getTag().orElse("") : "";
            return tag.isEmpty() ? scalar(scalar, at) : new Node.Scalar(tag, at, tag, at);
        }
        if (event instanceof MappingStartEvent) {
            return mapping(at, depth);
        }
        return event instanceof CollectionStartEvent ? sequence(at, depth) : new Node.Scalar("*", at, "*", at);
    }

    private void refuseSharing(NodeEvent event, Position at) {
        if (event instanceof AliasEvent || event.getAnchor().isPresent()) {
            problems.addUnread(new Problem(
                    "alias",
                    at,
                    "A word behind & or * refers to another place, which is not done here.",
                    "Put the text in quotes if the sign belongs to it; otherwise write the value out."));
        }
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        if (tag.isPresent()) {
            problems.addUnread(new Problem(
                    "tag",
                    at,
                    "A word behind ! says of what type the value is, which is not done here.",
                    "Put the whole text in quotes if the ! belongs to it; otherwise remove that word."));
        }
    }

    private Node sequence(Position at, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = next(); event instanceof NodeEvent; event = next()) {
            Node item = node(event, depth + 1);
            if (item == null) {
                return null;
            }
            items.add(item);
        }
        return new Node.Sequence(List.copyOf(items), at);
    }

    private Node mapping(Position at, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Event event = next(); event instanceof NodeEvent; event = next()) {
            Node key = node(event, depth + 1);
            Node value = key == null ? null : node(next(), depth + 1);
            if (value == null) {
                return null;
            }
            if (!(key instanceof Node.Scalar name)) {
                problems.add("wrong-type", key.position(), "A key must be a text, not " + key.kind() + ".");
            } else if (!keys.add(name.text())) {
                problems.add("duplicate-key", key.position(), "The key " + name.text() + " stands here twice.");
            } else {
                entries.add(new Node.Entry(name.text(), key.position(), value));
            }
        }
        return new Node.Mapping(List.copyOf(entries), at);
    }

    private Node scalar(ScalarEvent event, Position at) {
        ScalarStyle style = event.getScalarStyle();
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            return Written.block(lines, event.getValue(), at);
        }
        if (style == ScalarStyle.PLAIN && CURLY.matcher(event.getValue()).matches()) {
            problems.add(
                    "wrong-quotes",
                    at,
                    "These are the quotation marks of a word processor; here they would belong to the text.",
                    "Write ' or \" instead, or leave them out.");
        }
        if (style != ScalarStyle.PLAIN) {
            Position inside = new Position(file, at.line(), at.column() + 1);
            return new Node.Scalar(event.getValue(), at, event.getValue(), inside);
        }
        if (NOTHING.contains(event.getValue())) {
            return new Node.Scalar("", at, "", at);
        }
        int from = event.getStartMark().orElseThrow().getIndex();
        int to = event.getEndMark().orElseThrow().getIndex();
        boolean oneLine = event.getStartMark().orElseThrow().getLine()
                == event.getEndMark().orElseThrow().getLine();
        String written = oneLine ? event.getValue() : Written.between(source, from, to);
        return new Node.Scalar(event.getValue(), at, written, at);
    }

    private Event next() {
        Event event = events.next();
        last = at(event);
        return event;
    }

    private Position at(Event event) {
        return event.getStartMark().map(this::at).orElse(last);
    }

    private Position at(Mark mark) {
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
