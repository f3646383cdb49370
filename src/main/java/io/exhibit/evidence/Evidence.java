package io.exhibit.evidence;

import java.util.List;
import java.util.function.Consumer;

/** What one sealed run holds, as records. Reading it needs neither network nor credentials. */
public interface Evidence {

    /** The record of the run that was sealed with it. */
    RunRecord run();

    /**
     * Streams the records of some readings of one source at one target, in one pass, in the order of the answers.
     *
     * @param readings keys of readings of the same source
     * @return one line for each reading, in the order asked for: whether its population is known
     * @throws java.io.UncheckedIOException when the stored bytes cannot be read or differ from their digest
     */
    List<Coverage> read(Target target, List<String> readings, Consumer<Record> each);

    /**
     * Whether a population is known.
     *
     * @param asked false when the run did not ask this source at this target
     * @param gaps calls that take the whole population; none of its records was handed out when there is one
     * @param unknownMembers members of answers that this version does not know; noted, not lost
     */
    record Coverage(String reading, boolean asked, List<Gap> gaps, long records, long unknownMembers) {

        /** Whether all of the population was handed out. */
        public boolean known() {
            return asked && gaps.isEmpty();
        }
    }
}
