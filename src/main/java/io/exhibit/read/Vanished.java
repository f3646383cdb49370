package io.exhibit.read;

import io.exhibit.read.records.Piece;
import java.util.Map;
import java.util.Set;

/**
 * Items of a source that were gone when they were asked about.
 *
 * @param member that names an item where it is listed
 * @param keys its values
 */
record Vanished(String member, Set<String> keys) {

    /** Whether a piece is such an item, or an answer about one. */
    boolean takes(Piece piece) {
        if (keys.isEmpty()) {
            return false;
        }
        Object item = piece.value() instanceof Map<?, ?> members ? members.get(member) : piece.value();
        return keys.contains(piece.call().subject()) || item instanceof String && keys.contains(item);
    }
}
