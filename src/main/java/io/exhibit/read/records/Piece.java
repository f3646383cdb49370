package io.exhibit.read.records;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Provenance;
import java.util.List;
import java.util.Map;

/**
 * One piece of one answer.
 *
 * @param call whose answer it is
 * @param carrier where it stood, or "" when it is the whole answer
 * @param value a String or another plain value, or a Map by API member name
 * @param gaps values in it that did not fit their type, and were left absent
 * @param provenance where its bytes lie
 */
public record Piece(Call call, String carrier, Object value, List<Gap> gaps, Provenance provenance) {

    /** The piece as a structure; a plain value is one under {@code keyMember}. */
    public Map<String, Object> members(String keyMember) {
        return value instanceof Map<?, ?> ? item().members() : Map.of(keyMember, value);
    }

    /** The value as a structure; a maker asks it of carriers of structures alone. */
    @SuppressWarnings("unchecked")
    public Item item() {
        return new Item((Map<String, Object>) value);
    }
}
