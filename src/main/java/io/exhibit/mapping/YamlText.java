package io.exhibit.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.snakeyaml.engine.v2.nodes.Tag;

/** A file of YAML as its text, and where in it things stand. It knows nothing of what they mean. */
record YamlText(String text, Optional<Node> root) {

    /** Needs no quotation marks and is read as the same text again. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9/_.][A-Za-z0-9/_.+@() -]*[A-Za-z0-9/_.+)]|[A-Za-z0-9]");

    /** Digits that are a name: a spreadsheet, and the schema of the file, would take them for a number. */
    private static final Pattern NAME_OF_DIGITS = Pattern.compile("0[0-9]+|[0-9]{12}");

    /** @throws IllegalArgumentException when it is no YAML */
    static YamlText of(String text) {
        try {
            return new YamlText(
                    text,
                    new Compose(LoadSettings.builder().setParseComments(false).build())
                            .composeString(text)
                            .filter(node -> !(node instanceof ScalarNode scalar
                                    && scalar.getValue().isEmpty())));
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("it is not YAML as it stands", e);
        }
    }

    /** A value as it is written in YAML: a text, or a list of texts in one line. */
    static String written(Object value) {
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(YamlText::written).toList()) + "]";
        }
        String text = String.valueOf(value);
        if (text.contains("\n")) {
            return Quoted.text(text);
        }
        return PLAIN.matcher(text).matches()
                        && !NAME_OF_DIGITS.matcher(text).matches()
                        && !text.equals("~")
                        && !text.equals("null")
                ? text
                : "'" + text.replace("'", "''") + "'";
    }

    static String block(Map<String, Object> members, String first, String others) {
        StringBuilder block = new StringBuilder();
        members.forEach((name, value) -> block.append(block.length() == 0 ? first : others)
                .append(written(name))
                .append(": ")
                .append(written(value, others.length()))
                .append('\n'));
        return block.toString();
    }

    /** The same for a member of a block, whose name stands behind that many spaces: a text of several lines goes below it. */
    static String written(Object value, int indent) {
        return value instanceof String text && text.contains("\n")
                ? lines(text, BlockText.head(text, ""), indent)
                : written(value);
    }

    private static String lines(String text, String head, int indent) {
        return BlockText.of(text, head, indent + 2).orElseGet(() -> written(text));
    }

    /** With a line end at its end, unless it is empty. */
    static String ended(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    static Optional<NodeTuple> tuple(MappingNode mapping, String name) {
        return mapping.getValue().stream()
                .filter(each -> each.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name))
                .findFirst();
    }

    static Optional<Node> value(MappingNode mapping, String name) {
        return tuple(mapping, name).map(NodeTuple::getValueNode);
    }

    static MappingNode mapping(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw new IllegalArgumentException("there are no keys with values where they should be");
    }

    static SequenceNode sequence(Node node) {
        if (node instanceof SequenceNode list) {
            return list;
        }
        throw new IllegalArgumentException("it is no list of entries");
    }

    /** Whether nothing stands there. */
    static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isBlank();
    }

    /** A member of an entry with another value; it is added behind the last one when there is none. */
    String withMember(MappingNode entry, String name, Object value) {
        Optional<Node> there = value(entry, name);
        if (there.isPresent() && isNothing(there.get()) && start(there.get()) == end(there.get())) {
            // "approved:", behind which no space stands.
            int colon = start(there.get());
            String before = text.substring(0, colon).stripTrailing() + " ";
            return before + instead(entry, there.get(), name, value, colon);
        }
        if (there.isPresent() && says(there.get(), value)) {
            return text;
        }
        if (there.isPresent()) {
            int from = start(there.get());
            return text.substring(0, from) + instead(entry, there.get(), name, value, last(there.get()));
        }
        if (entry.getFlowStyle() == FlowStyle.FLOW) {
            int close = end(entry) - 1;
            String comma = entry.getValue().isEmpty() ? "" : ", ";
            return text.substring(0, close).stripTrailing() + comma + written(name) + ": " + written(value)
                    + text.substring(close);
        }
        NodeTuple before = entry.getValue().get(entry.getValue().size() - 1);
        String indent =
                " ".repeat(before.getKeyNode().getStartMark().orElseThrow().getColumn());
        return inserted(
                behind(before.getValueNode()), indent + written(name) + ": " + written(value, indent.length()) + "\n");
    }

    /** A value in the place of one, and all that follows: a text below its key stays one, and a comment behind the key stays there. */
    private String instead(MappingNode entry, Node there, String name, Object value, int end) {
        String rest = text.substring(end);
        boolean flow = entry.getFlowStyle() == FlowStyle.FLOW;
        String head = flow ? "" : BlockText.head(text.substring(start(there), end));
        if (!(value instanceof String words) || flow || head.isEmpty() && !words.contains("\n")) {
            return written(value) + rest;
        }
        int indent = tuple(entry, name)
                .orElseThrow()
                .getKeyNode()
                .getStartMark()
                .orElseThrow()
                .getColumn();
        String comment = head.isEmpty() ? rest.lines().findFirst().orElse("").strip() : "";
        Optional<String> block =
                BlockText.of(words, head.isEmpty() ? BlockText.head(words, comment) : head, indent + 2);
        return block.isEmpty()
                ? written(value) + rest
                : block.get() + (comment.isEmpty() ? rest : rest.substring(rest.indexOf(comment) + comment.length()));
    }

    /** Whether it is that text already: then its quotation marks stay as somebody wrote them. */
    private static boolean says(Node there, Object value) {
        return value instanceof String
                && there instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.STR)
                && scalar.getValue().equals(value);
    }

    /** The text with lines at a place where a line begins, or at its end. */
    String inserted(int at, String lines) {
        return at >= text.length() ? ended(text) + lines : text.substring(0, at) + lines + text.substring(at);
    }

    /** Where the line begins that follows on a thing. */
    int behind(Node node) {
        int end = text.indexOf('\n', last(node));
        return end < 0 ? text.length() : end + 1;
    }

    /** A block ends where the next thing begins; what it is made of ends before the white space and the comments there. */
    int last(Node node) {
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

    /** The library counts characters beyond the first plane of Unicode once. */
    int start(Node node) {
        return text.offsetByCodePoints(0, node.getStartMark().orElseThrow().getIndex());
    }

    int end(Node node) {
        return text.offsetByCodePoints(0, node.getEndMark().orElseThrow().getIndex());
    }
}
