package io.exhibit.evidence;

import java.util.List;
import java.util.Map;

/**
 * A reading of raw bytes: one item, with the answers of its detail calls merged into it. An absent member is absent, never null.
 *
 * @param reading key of the {@link Reading}
 * @param target where it was read
 * @param key value of the key member
 * @param members String, Long, Double, Boolean, java.time.Instant, List, Map by API member name
 * @param gaps detail calls of this item that ended in a gap; what they would have told is absent
 * @param provenance where the bytes lie
 */
public record Record(
        String reading,
        Target target,
        String key,
        Map<String, Object> members,
        List<Gap> gaps,
        Provenance provenance) {}
