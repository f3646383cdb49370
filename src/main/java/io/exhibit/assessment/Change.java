package io.exhibit.assessment;

import io.exhibit.evidence.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that stood otherwise on a sealed night than on the last one before it on which it was read in full. It came to be
 * somewhere between the two.
 *
 * @param kind title of a {@link Changes.Kind}
 * @param reading key of the reading that it was seen in
 * @param key of the item; unique within reading and target
 * @param name what people call the item, or "" when the key says it
 * @param seen the night on which it was first seen
 * @param before the last night before it on which the item, or its list, was read in full
 * @param differences the members that differ; of an added item what it has, of a removed one what it had
 * @param approval what is on file for it
 */
public record Change(
        String kind,
        String reading,
        How how,
        Target target,
        String key,
        String name,
        Night seen,
        Night before,
        List<Difference> differences,
        Optional<Approved> approval) {

    public Change {
        differences = List.copyOf(differences);
    }

    /** What became of the item. */
    public enum How {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * A sealed run that counts for a day.
     *
     * @param from when it began
     * @param until when it had ended
     */
    public record Night(LocalDate day, String run, Instant from, Instant until) {}

    /**
     * A member that differs. Values that stand on both nights are left out.
     *
     * @param member names on the way to it, such as {@code WebACL.Rules.OverrideAction}
     * @param of the elements of lists on that way, by their names
     * @param before each value that stands no more; a statement of a policy is one value
     * @param after each value that is new
     */
    public record Difference(String member, List<String> of, List<String> before, List<String> after) {

        public Difference {
            of = List.copyOf(of);
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * An entry of a register that approves it.
     *
     * @param register such as {@code approved_changes}
     * @param reference of a ticket or a document, or "" when the entry names none
     * @param on the day on which it was approved; it may be after the change
     */
    public record Approved(String register, String reference, String approver, LocalDate on, String reason) {}

    /** The same, with what is on file for it. */
    public Change approved(Optional<Approved> by) {
        return new Change(kind, reading, how, target, key, name, seen, before, differences, by);
    }

    /** Whether somebody approved it only after it had been seen. */
    public boolean approvedLate() {
        return approval.filter(given -> given.on().isAfter(seen.day())).isPresent();
    }
}
