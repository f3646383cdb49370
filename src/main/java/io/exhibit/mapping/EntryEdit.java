package io.exhibit.mapping;

import static io.exhibit.mapping.YamlText.block;
import static io.exhibit.mapping.YamlText.ended;
import static io.exhibit.mapping.YamlText.mapping;
import static io.exhibit.mapping.YamlText.sequence;
import static io.exhibit.mapping.YamlText.value;
import static io.exhibit.mapping.YamlText.written;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Changes single entries of a file that people write by hand, as a person would: whatever is not changed, comments and order included, stays
 * byte for byte. What comes out is read and checked like any other file; this only knows where things stand.
 */
public final class EntryEdit {

    private EntryEdit() {}

    /**
     * Gives members of a named entry values; the entry is added at the end when there is none.
     *
     * @param members in their order; text or list of texts
     * @throws IllegalArgumentException when the text is not YAML of that form; then nobody could say where it belongs
     */
    public static String named(String text, String name, Map<String, Object> members) {
        YamlText file = YamlText.of(text);
        if (entry(file, name).isEmpty()) {
            if (file.root().isPresent() && mapping(file.root().get()).getFlowStyle() == FlowStyle.FLOW) {
                throw new IllegalArgumentException("the whole file is one line in braces");
            }
            return ended(text) + written(name) + ":\n" + block(members, "  ", "  ");
        }
        return each(text, members, now -> entry(now, name));
    }

    /** Gives members of the entry with an id values. */
    public static String withId(String text, String id, Map<String, Object> members) {
        return each(text, members, now -> numbered(now, id));
    }

    /** Adds an entry to the list that a file is, at its end. */
    public static String added(String text, Map<String, Object> members) {
        YamlText file = YamlText.of(text);
        if (file.root().isEmpty()) {
            return ended(text) + block(members, "- ", "  ");
        }
        SequenceNode list = sequence(file.root().get());
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
            String text, Map<String, Object> members, Function<YamlText, Optional<MappingNode>> entry) {
        String changed = text;
        for (Map.Entry<String, Object> member : members.entrySet()) {
            YamlText now = YamlText.of(changed);
            changed = now.withMember(
                    entry.apply(now).orElseThrow(() -> new IllegalArgumentException("there is no such entry")),
                    member.getKey(),
                    member.getValue());
        }
        return changed;
    }

    private static Optional<MappingNode> entry(YamlText file, String name) {
        return file.root()
                .map(YamlText::mapping)
                .flatMap(all -> value(all, name))
                .map(YamlText::mapping);
    }

    private static Optional<MappingNode> numbered(YamlText file, String id) {
        return file.root().map(YamlText::sequence).stream()
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
}
