package io.exhibit.control;

import java.util.List;

/**
 * A published set of controls.
 *
 * @param id name of its folder: {@code hipaa-security-rule}
 * @param edition the state of its text: "as amended through 78 FR 34266"
 * @param reviewer who approved the mapping, or "" while nobody has
 * @param limits what the mapping does not claim, for people
 * @param wording how its own things are called
 * @param controls in the order of the rule
 */
public record Framework(
        String id,
        String title,
        String edition,
        String reviewer,
        String limits,
        Wording wording,
        List<Control> controls) {

    public Framework {
        controls = List.copyOf(controls);
    }

    /** One that says nothing of its own. */
    public Framework(String id, String title, String edition, String reviewer, List<Control> controls) {
        this(id, title, edition, reviewer, "", Wording.NEUTRAL, controls);
    }

    /** The same with other units. */
    public Framework with(List<Control> others) {
        return new Framework(id, title, edition, reviewer, limits, wording, others);
    }
}
