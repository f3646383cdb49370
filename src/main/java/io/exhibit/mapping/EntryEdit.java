package io.exhibit.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Changes single entries of a file that people write by hand, as a person would: whatever is not changed, comments and order included, stays
 * byte for byte. What comes out is read and checked like any other file; this only knows where things stand.
 */
public final class EntryEdit {

    /** Needs no quotation marks and is read as the same text again. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9/_.][A-Za-z0-9/_.+@() -]*[A-Za-z0-9/_.+)]|[A-Za-z0-9]");

    private final String text;
    private final Optional<Node> root;

    private EntryEdit(String text) {
        this.text = text;
        this.root = root(text);
    }

    /** A value as it is written in YAML: a text, or a list of texts in one line. */
    private static String written(Object value) {
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(EntryEdit::written).toList()) + "]";
        }
        String text = String.valueOf(value);
        return PLAIN.matcher(text).matches() && !text.equals("~") && !text.equals("null")
                ? text
                : "'" + text.replace("'", "''") + "'";
    }

    /**
     * Gives members of a named entry values; the entry is added at the end when there is none.
     *
     * @param members in their order; text or list of texts
     * @throws IllegalArgumentException when the text is not YAML of that form; then nobody could say where it belongs
     */
    public static String named(String text, String name, Map<String, Object> members) {
        EntryEdit file = new EntryEdit(text);
        if (file.entry(name).isEmpty()) {
            if (file.root.isPresent() && mapping(file.root.get()).getFlowStyle() == FlowStyle.FLOW) {
                throw new IllegalArgumentException("the whole file is one line in braces");
            }
            return ended(text) + written(name) + ":\n" + block(members, "  ", "  ");
        }
        return each(text, members, now -> now.entry(name));
    }

    /** Gives members of the entry with an id values. */
    public static String withId(String text, String id, Map<String, Object> members) {
        return each(text, members, now -> now.numbered(id));
    }

    /** Adds an entry to the list that a file is, at its end. */
    public static String added(String text, Map<String, Object> members) {
        EntryEdit file = new EntryEdit(text);
        if (file.root.isEmpty()) {
            return ended(text) + block(members, "- ", "  ");
        }
        SequenceNode list = sequence(file.root.get());
        if (list.getFlowStyle() == FlowStyle.FLOW) {
            if (!list.getValue().isEmpty()) {
                throw new IllegalArgumentException("the whole file is one line in brackets");
            }
            return text.substring(0, file.start(list))
                    + block(members, "- ", "  ")
                    + text.substring(file.end(list)).stripLeading();
        }
        String indent = " ".repeat(list.getStartMark().orElseThrow().getColumn());
        return ended(text) + block(members, indent + "- ", indent + "  ");
    }

    /** Places move with each change: the entry is looked for again. */
    private static String each(
            String text, Map<String, Object> members, Function<EntryEdit, Optional<MappingNode>> entry) {
        String changed = text;
        for (Map.Entry<String, Object> member : members.entrySet()) {
            EntryEdit now = new EntryEdit(changed);
            changed = now.member(
                    entry.apply(now).orElseThrow(() -> new IllegalArgumentException("there is no such entry")),
                    member.getKey(),
                    member.getValue());
        }
        return changed;
    }

    private Optional<MappingNode> entry(String name) {
        return root.map(EntryEdit::mapping).flatMap(all -> value(all, name)).map(EntryEdit::mapping);
    }

    private Optional<MappingNode> numbered(String id) {
        return root.map(EntryEdit::sequence).stream()
                .flatMap(list -> list.getValue().stream())
                .filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast)
                .filter(each -> value(each, "id")
                        .filter(ScalarNode.class::isInstance)
                        .map(found -> ((ScalarNode) found).getValue())
                        .filter(id::equals)
                        .isPresent())
                .findFirst();
    }

    private String member(MappingNode entry, String name, Object value) {
        Optional<Node> there = value(entry, name);
        if (there.isPresent()) {
            return text.substring(0, start(there.get())) + written(value) + text.substring(last(there.get()));
        }
        if (entry.getFlowStyle() == FlowStyle.FLOW) {
            int close = end(entry) - 1;
            String comma = entry.getValue().isEmpty() ? "" : ", ";
            return text.substring(0, close).stripTrailing() + comma + name + ": " + written(value)
                    + text.substring(close);
        }
        NodeTuple before = entry.getValue().get(entry.getValue().size() - 1);
        int behind = text.indexOf('\n', last(before.getValueNode()));
        String indent =
                " ".repeat(before.getKeyNode().getStartMark().orElseThrow().getColumn());
        String line = indent + name + ": " + written(value) + "\n";
        return behind < 0 ? ended(text) + line : text.substring(0, behind + 1) + line + text.substring(behind + 1);
    }

    /** A block ends where the next thing begins; what it is made of ends before the white space and the comments there. */
    private int last(Node node) {
        if (node instanceof SequenceNode list
                && list.getFlowStyle() == FlowStyle.BLOCK
                && !list.getValue().isEmpty()) {
            return last(list.getValue().get(list.getValue().size() - 1));
        }
        if (node instanceof MappingNode map
                && map.getFlowStyle() == FlowStyle.BLOCK
                && !map.getValue().isEmpty()) {
            return last(map.getValue().get(map.getValue().size() - 1).getValueNode());
        }
        return start(node)
                + text.substring(start(node), end(node)).stripTrailing().length();
    }

    private static String block(Map<String, Object> members, String first, String others) {
        StringBuilder block = new StringBuilder();
        members.forEach((name, value) -> block.append(block.length() == 0 ? first : others)
                .append(name)
                .append(": ")
                .append(written(value))
                .append('\n'));
        return block.toString();
    }

    private static String ended(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    private static Optional<Node> value(MappingNode mapping, String name) {
        return mapping.getValue().stream()
                .filter(each -> each.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static Optional<Node> root(String text) {
        try {
            return new Compose(LoadSettings.builder().setParseComments(false).build())
                    .composeString(text)
                    .filter(node -> !(node instanceof ScalarNode scalar
                            && scalar.getValue().isEmpty()));
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("it is not YAML as it stands", e);
        }
    }

    private static MappingNode mapping(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw new IllegalArgumentException("there are no keys with values where they should be");
    }

    private static SequenceNode sequence(Node node) {
        if (node instanceof SequenceNode list) {
            return list;
        }
        throw new IllegalArgumentException("it is no list of entries");
    }

    /** The library counts characters beyond the first plane of Unicode once. */
    private int start(Node node) {
        return text.offsetByCodePoints(0, node.getStartMark().orElseThrow().getIndex());
    }

    private int end(Node node) {
        return text.offsetByCodePoints(0, node.getEndMark().orElseThrow().getIndex());
    }
}
