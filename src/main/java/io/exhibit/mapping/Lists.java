package io.exhibit.mapping;

import io.exhibit.control.Problem;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The two shapes that mapping files are made of: a list at the top, and keys of the writer's own choice. */
final class Lists {

    private Lists() {}

    /** Hands out the items of a file that must be a list. */
    static void each(Node node, Problems problems, Consumer<Node> each) {
        if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(each);
        } else {
            problems.addUnread(new Problem(
                    "wrong-type",
                    node.position(),
                    "The file must hold a list, not " + node.kind() + ".",
                    "Begin each entry with \"- \"."));
        }
    }

    /** A mapping in which every key is allowed. */
    static Fields open(Node node, Problems problems) {
        return new Fields(
                node, problems, entries(node).stream().map(Node.Entry::key).collect(Collectors.toSet()));
    }

    /** The entries of a mapping, none of anything else. */
    static List<Node.Entry> entries(Node node) {
        return node instanceof Node.Mapping mapping ? mapping.entries() : List.of();
    }

    /** The mapping under a key in which every key is allowed; empty when it is not there. */
    static Fields fields(Fields fields, String key, Problems problems) {
        return open(
                fields.node(key)
                        .filter(Node.Mapping.class::isInstance)
                        .orElseGet(() -> new Node.Mapping(List.of(), fields.position())),
                problems);
    }
}
