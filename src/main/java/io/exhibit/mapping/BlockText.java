package io.exhibit.mapping;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A text of several lines as people write one in YAML, below its key: its lines as they are ({@code |}), or filled, an empty line between them ({@code >}). */
final class BlockText {

    private static final int WIDTH = 100;

    private BlockText() {}

    /** What stands behind a colon before such a text, with a comment that may follow; "" where the text is of another kind. */
    static String head(String written) {
        String line = written.lines().findFirst().orElse("");
        return line.matches("[|>][-+]?( .*)?") ? line : "";
    }

    /** The head for a text that had none: filled when its lines are long. */
    static String head(String text, String comment) {
        String kind = text.lines().anyMatch(line -> line.length() > WIDTH) ? ">-" : "|-";
        return comment.isEmpty() ? kind : kind + " " + comment;
    }

    /**
     * The text as a block.
     *
     * @param head with which it begins
     * @param indent of its lines
     * @return empty when it would not be read as the same text again, white space at its ends aside
     */
    static Optional<String> of(String text, String head, int indent) {
        String block = head + "\n"
                + (head.startsWith(">") ? filled(text) : text)
                        .lines()
                        .map(line -> line.isEmpty() ? "" : " ".repeat(indent) + line)
                        .collect(Collectors.joining("\n"));
        return read(block).filter(text.strip()::equals).map(same -> block);
    }

    private static Optional<String> read(String block) {
        try {
            return new Compose(LoadSettings.builder().build())
                    .composeString("t: " + block + "\n")
                    .filter(MappingNode.class::isInstance)
                    .map(MappingNode.class::cast)
                    .filter(all -> all.getValue().size() == 1)
                    .map(all -> all.getValue().get(0).getValueNode())
                    .flatMap(BlockText::scalar);
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> scalar(Node node) {
        return node instanceof ScalarNode text ? Optional.of(text.getValue().strip()) : Optional.empty();
    }

    /** Each line broken at spaces, one line end more between two of them. */
    private static String filled(String text) {
        List<String> lines = text.lines().map(BlockText::wrapped).toList();
        return String.join("\n\n", lines);
    }

    private static String wrapped(String line) {
        StringBuilder all = new StringBuilder();
        int length = 0;
        for (String word : line.split(" ", -1)) {
            if (length > 0 && length + word.length() >= WIDTH && !word.isEmpty()) {
                all.append('\n');
                length = 0;
            } else if (all.length() > 0) {
                all.append(' ');
                length++;
            }
            all.append(word);
            length += word.length();
        }
        return all.toString();
    }
}
