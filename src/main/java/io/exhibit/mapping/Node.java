package io.exhibit.mapping;

import io.exhibit.control.Position;
import java.util.List;

/** A piece of a YAML file and where it stands. Every scalar is text: what {@code no} or {@code 164.310} means is said by the reader of the key. */
public sealed interface Node {

    /** Where it begins: file, line and column, from 1. */
    Position position();

    /** What people call it. */
    String kind();

    /**
     * A text.
     *
     * @param text as YAML reads it
     * @param written with the file's own line breaks and indentation, from {@code begins} on, so that a place in it is a place in the file
     * @param begins where its first character stands, behind quotation mark or block indicator
     */
    record Scalar(String text, Position position, String written, Position begins) implements Node {
        @Override
        public String kind() {
            return "a text";
        }
    }

    /** A list. */
    record Sequence(List<Node> items, Position position) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys with values, in the order of the file; each key once. */
    record Mapping(List<Entry> entries, Position position) implements Node {
        @Override
        public String kind() {
            return "keys with values";
        }
    }

    /** One key. */
    record Entry(String key, Position position, Node value) {}
}
