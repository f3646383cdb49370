package io.exhibit.mapping;

import static io.exhibit.mapping.YamlText.block;
import static io.exhibit.mapping.YamlText.ended;
import static io.exhibit.mapping.YamlText.isNothing;
import static io.exhibit.mapping.YamlText.mapping;
import static io.exhibit.mapping.YamlText.sequence;
import static io.exhibit.mapping.YamlText.tuple;
import static io.exhibit.mapping.YamlText.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Lists of entries that people write by hand, read and changed row by row as a person would: the list that a file is, or the one below a key of it. Whatever is
 * not changed stays byte for byte. Everything is text here; where nobody could say what belongs where, an {@link IllegalArgumentException} says why.
 */
public final class ListEdit {

    private ListEdit() {}

    /**
     * The entries in their order, each with the texts of its members.
     *
     * @param list the key below which the list stands, or "" for the one that the file is
     */
    public static List<Map<String, String>> entries(String text, String list) {
        List<Map<String, String>> entries = new ArrayList<>();
        for (MappingNode entry : nodes(YamlText.of(text), list)) {
            Map<String, String> members = new LinkedHashMap<>();
            for (NodeTuple member : entry.getValue()) {
                if (!(member.getKeyNode() instanceof ScalarNode key)
                        || !(member.getValueNode() instanceof ScalarNode value)) {
                    throw new IllegalArgumentException("an entry has a member that is no text");
                }
                members.put(key.getValue(), value.getValue().strip());
            }
            entries.add(members);
        }
        return entries;
    }

    /** Names with their texts below a key, or at the top of the file for the key ""; what is no text is left out. */
    public static Map<String, String> names(String text, String key) {
        YamlText file = YamlText.of(text);
        Map<String, String> names = new LinkedHashMap<>();
        node(file, key)
                .filter(node -> !isNothing(node))
                .map(YamlText::mapping)
                .ifPresent(all -> all.getValue().forEach(each -> {
                    if (each.getKeyNode() instanceof ScalarNode name
                            && each.getValueNode() instanceof ScalarNode value) {
                        names.put(name.getValue(), value.getValue().strip());
                    }
                }));
        return names;
    }

    /** An entry more, at the end of the list. Members that are "" are left out. */
    public static String added(String text, String list, Map<String, String> members) {
        Map<String, Object> given = new LinkedHashMap<>(members);
        given.values().removeIf(""::equals);
        YamlText file = YamlText.of(text);
        Optional<Node> there = node(file, list);
        boolean flow = there.filter(SequenceNode.class::isInstance)
                .filter(node -> ((SequenceNode) node).getFlowStyle() == FlowStyle.FLOW)
                .isPresent();
        if (list.isEmpty() && (there.isEmpty() || flow)) {
            return EntryEdit.added(text, given);
        }
        if (there.isEmpty()) {
            return ended(text) + list + ":\n" + block(given, "- ", "  ");
        }
        if (flow && ((SequenceNode) there.get()).getValue().isEmpty()) {
            String key = text.substring(0, file.start(there.get())).stripTrailing();
            YamlText without = YamlText.of(key + text.substring(file.end(there.get())));
            return without.inserted(lineAfter(without.text(), key.length()), block(given, "- ", "  "));
        }
        if (isNothing(there.get())) {
            return file.inserted(lineAfter(text, file.start(there.get())), block(given, "- ", "  "));
        }
        SequenceNode entries = sequence(there.get());
        if (flow) {
            throw new IllegalArgumentException("the whole list is in brackets");
        }
        List<Node> all = entries.getValue();
        int at = file.behind(all.get(all.size() - 1));
        String indent = " ".repeat(entries.getStartMark().orElseThrow().getColumn());
        return file.inserted(at, (apart(file, all) ? "\n" : "") + block(given, indent + "- ", indent + "  "));
    }

    /** Whether a blank line stands between the last two entries. */
    private static boolean apart(YamlText file, List<Node> all) {
        if (all.size() < 2) {
            return false;
        }
        String between = file.text().substring(file.last(all.get(all.size() - 2)), file.start(all.get(all.size() - 1)));
        return between.replaceAll("[ \\t\\r]", "").contains("\n\n");
    }

    /** Other members of one entry; those that say the same already, and those that are not named, stay as they are written. */
    public static String changed(String text, String list, int index, Map<String, String> members) {
        String changed = text;
        for (Map.Entry<String, String> member : members.entrySet()) {
            YamlText now = YamlText.of(changed);
            MappingNode entry = entry(now, list, index);
            Optional<Node> there = value(entry, member.getKey());
            String is = there.filter(ScalarNode.class::isInstance)
                    .map(node -> ((ScalarNode) node).getValue().strip())
                    .orElse("");
            if (!same(is, member.getValue())) {
                changed = member.getValue().isEmpty()
                        ? emptied(now, entry, there.orElseThrow())
                        : now.withMember(entry, member.getKey(), member.getValue());
            }
        }
        return changed;
    }

    /** One entry less: its lines, and of two empty lines that come to stand below each other one. */
    public static String removed(String text, String list, int index) {
        YamlText file = YamlText.of(text);
        MappingNode entry = entry(file, list, index);
        int dash = text.lastIndexOf('\n', file.start(entry)) + 1;
        if (!text.substring(dash, file.start(entry)).matches("[ \t]*-[ \t]+")) {
            throw new IllegalArgumentException("the entry shares its line with others");
        }
        String before = text.substring(0, dash);
        String after = text.substring(file.behind(entry));
        boolean twice = (before.isEmpty() || before.matches("(?s).*\\n\\r?\\n")) && after.matches("(?s)\\r?\\n.*");
        return before + (twice ? after.substring(after.indexOf('\n') + 1) : after);
    }

    /**
     * A name with a text below a key that holds such, or at the top of the file for the key "".
     *
     * @param value "" takes it away
     */
    public static String named(String text, String key, String name, String value) {
        YamlText file = YamlText.of(text);
        Optional<Node> there = key.isEmpty() ? file.root() : node(file, key);
        Optional<NodeTuple> member = there.filter(node -> !isNothing(node)).flatMap(node -> tuple(mapping(node), name));
        if (value.isEmpty()) {
            return member.map(tuple -> without(file, mapping(there.get()), tuple))
                    .orElse(text);
        }
        if (member.isPresent()
                && member.get().getValueNode() instanceof ScalarNode is
                && is.getValue().strip().equals(value)) {
            return text;
        }
        if (there.isPresent() && !isNothing(there.get())) {
            return file.withMember(mapping(there.get()), name, value);
        }
        if (key.isEmpty()) {
            return ended(text) + block(Map.of(name, value), "", "");
        }
        String line = block(Map.of(name, value), "  ", "  ");
        return there.isEmpty()
                ? ended(text) + key + ":\n" + line
                : file.inserted(lineAfter(text, file.start(there.get())), line);
    }

    private static String without(YamlText file, MappingNode all, NodeTuple member) {
        int from = file.text().lastIndexOf('\n', file.start(member.getKeyNode())) + 1;
        if (all.getFlowStyle() == FlowStyle.FLOW
                || !file.text().substring(from, file.start(member.getKeyNode())).isBlank()) {
            throw new IllegalArgumentException("the entry shares its line with others");
        }
        return file.text().substring(0, from) + file.text().substring(file.behind(member.getValueNode()));
    }

    private static boolean same(String is, String typed) {
        return is.equals(typed) || yes(is).equals(yes(typed));
    }

    /** Both ways to write it. */
    private static String yes(String text) {
        return text.equals("true") ? "yes" : text.equals("false") ? "no" : text;
    }

    /** "approved:", as a person leaves what is still to be filled in. */
    private static String emptied(YamlText file, MappingNode entry, Node value) {
        String before = file.text().substring(0, file.start(value));
        return entry.getFlowStyle() == FlowStyle.FLOW
                ? before + "''" + file.text().substring(file.last(value))
                : before.stripTrailing() + file.text().substring(file.last(value));
    }

    private static int lineAfter(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    private static Optional<Node> node(YamlText file, String list) {
        return list.isEmpty() ? file.root() : file.root().flatMap(root -> value(mapping(root), list));
    }

    private static List<MappingNode> nodes(YamlText file, String list) {
        return node(file, list)
                .filter(node -> !isNothing(node))
                .map(node -> sequence(node).getValue().stream()
                        .map(YamlText::mapping)
                        .toList())
                .orElse(List.of());
    }

    private static MappingNode entry(YamlText file, String list, int index) {
        List<MappingNode> all = nodes(file, list);
        if (index < 0 || index >= all.size()) {
            throw new IllegalArgumentException("there is no such entry");
        }
        return all.get(index);
    }
}
