package io.exhibit.read.records;

import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.Target;
import java.util.List;

/**
 * Where a maker works.
 *
 * @param gaps detail calls of the reading that ended in a gap
 */
public record Site(Reading reading, Target target, List<Gap> gaps, Out out) {

    /** The items of the population, which is what most makers want: the first call that lists them, and where its answer has them. */
    public Want carried() {
        return new Want(reading.population().get(0), reading.carrier());
    }

    /** Gaps that concern an item: those of its own detail calls, and those of calls that are about no item in particular. */
    List<Gap> gapsOf(String key) {
        return gaps.isEmpty()
                ? gaps
                : gaps.stream()
                        .filter(g -> g.call().subject().equals(key)
                                || g.call().subject().isEmpty())
                        .toList();
    }
}
