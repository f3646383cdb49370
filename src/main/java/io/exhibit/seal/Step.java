package io.exhibit.seal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One step of a verification.
 *
 * @param name what was looked at
 * @param says one sentence for people
 * @param found what is wrong; empty unless the step failed
 */
public record Step(Name name, Status status, String says, List<Discrepancy> found) {

    public Step {
        found = List.copyOf(found);
    }

    /** The steps in their order. */
    public enum Name {
        CONTAINER,
        BAG,
        SIGNATURE,
        SUBJECTS,
        LOG,
        EVIDENCE,
        PERIOD,
        PREVIOUS,
        SINCE,
        TIMESTAMP,
        LOGGED,
        REVIEWERS,
        PAYLOADS,
        VERDICTS,
        MONTH,
        CHANGES;

        /** The steps that read all evidence again; they need more than keys. */
        public static final Set<Name> DEEP = EnumSet.of(PAYLOADS, VERDICTS, MONTH, CHANGES);
    }

    /** How a step ended. What was not checked is never good. */
    public enum Status {
        OK,
        FAIL,
        NOT_CHECKED,
        /** The caller did not ask for it. */
        NOT_ASKED
    }

    /** @param says what is true when nothing was found */
    public static Step of(Name name, List<Discrepancy> found, String says) {
        return found.isEmpty()
                ? new Step(name, Status.OK, says, found)
                : new Step(
                        name,
                        Status.FAIL,
                        found.size() == 1 ? "One discrepancy." : found.size() + " discrepancies.",
                        found);
    }

    static Step failed(Name name, Discrepancy.Code code, String file, String says) {
        return of(name, List.of(new Discrepancy(code, file, says)), "");
    }

    /** A step that could not be made, which is never good; {@code why} is a sentence. */
    public static Step notChecked(Name name, String why) {
        return new Step(name, Status.NOT_CHECKED, why, List.of());
    }
}
