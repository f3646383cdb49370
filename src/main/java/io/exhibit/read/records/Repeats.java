package io.exhibit.read.records;

import io.exhibit.evidence.Distinct;
import io.exhibit.evidence.Provenance;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which items of a reading have stood in an earlier answer. A list to which something is added while it is read shows
 * one item on two pages; what was read first stands, as it would have in a list at rest.
 */
final class Repeats {

    private final Distinct earlier = new Distinct();
    private final List<Long> here = new ArrayList<>();
    private Provenance answer;

    /** Whether the key has been seen in another answer before this one; two of the same answer are two. */
    boolean isOne(String key, Provenance provenance) {
        if (!provenance.equals(answer)) {
            here.forEach(earlier::add);
            here.clear();
            answer = provenance;
        }
        long hash = Distinct.hash(key);
        here.add(hash);
        return earlier.contains(hash);
    }
}
