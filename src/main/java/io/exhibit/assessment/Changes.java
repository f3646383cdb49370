package io.exhibit.assessment;

import io.exhibit.assessment.Change.Night;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What changed in a period, from its sealed nights alone.
 *
 * @param base the last sealed night before the period, which the first one is compared to; empty when the log holds none
 * @param kinds everything that is watched, also where nothing changed
 * @param all in the order of kinds, days, targets and keys
 * @param unread where something was not read in full, so that nobody can say on which of these days it changed
 * @param begun where something was read for the first time, so that there was nothing to compare it to
 * @param apart what is read and not compared, by the reason
 */
public record Changes(
        Optional<Night> base,
        List<Kind> kinds,
        List<Change> all,
        List<Unread> unread,
        List<Begun> begun,
        List<Apart> apart) {

    /** Of a period without a sealed night. */
    public static final Changes NONE =
            new Changes(Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Changes {
        kinds = List.copyOf(kinds);
        all = List.copyOf(all);
        unread = List.copyOf(unread);
        begun = List.copyOf(begun);
        apart = List.copyOf(apart);
    }

    /** Readings that are not compared, by their keys, and why. */
    public record Apart(String why, List<String> readings) {

        public Apart {
            readings = List.copyOf(readings);
        }
    }

    /**
     * A kind of thing that is watched.
     *
     * @param title such as "IAM users"
     * @param added what it is called when one is there that was not: "created"
     * @param removed what it is called when one is there no more
     * @param watched how many there were when each place was last read
     */
    public record Kind(String title, String added, String removed, long watched) {}

    /**
     * Nights in a row on which a list, or details of some of its items, were not read. What was on it has not been removed.
     *
     * @param reading key of the list
     * @param from the first of them
     * @param until the last of them in the period
     * @param last the last day before them on which it was read; empty when it never was
     * @param again the first day after them on which it was read; empty when it was not read again in the period
     * @param why in words
     */
    public record Unread(
            String kind,
            String reading,
            Target target,
            LocalDate from,
            LocalDate until,
            Optional<LocalDate> last,
            Optional<LocalDate> again,
            String why) {}

    /** A list that was read for the first time after the first night that is compared: its items may be older. */
    public record Begun(String kind, String reading, Target target, LocalDate day, long items) {}
}
