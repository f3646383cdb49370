package io.exhibit.run;

import io.exhibit.collect.AnswerGuard;
import io.exhibit.collect.Causes;
import io.exhibit.collect.Collector;
import io.exhibit.collect.Landscape;
import io.exhibit.collect.Limits;
import io.exhibit.collect.Line;
import java.util.List;

/**
 * Everything that it takes to ask.
 *
 * @param endpoint "aws", or what stands in its place
 * @param home region that stands for all of them while no region is known at all
 * @param collectors every source, in the order in which it is asked
 * @param parallel units that are asked at the same time
 */
public record Asking(
        String endpoint,
        String home,
        Landscape landscape,
        List<Collector> collectors,
        Line line,
        AnswerGuard guard,
        Causes causes,
        Limits limits,
        int parallel) {

    public Asking {
        collectors = List.copyOf(collectors);
    }

    /** The same with other collectors. */
    Asking with(List<Collector> others) {
        return new Asking(endpoint, home, landscape, others, line, guard, causes, limits, parallel);
    }
}
