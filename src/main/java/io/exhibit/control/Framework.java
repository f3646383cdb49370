package io.exhibit.control;

import java.util.List;

/**
 * A published set of controls.
 *
 * @param id name of its folder: {@code hipaa-security-rule}
 * @param edition the state of its text: "as amended through 78 FR 34266"
 * @param reviewer who approved the mapping, or "" while nobody has
 * @param controls in the order of the rule
 */
public record Framework(String id, String title, String edition, String reviewer, List<Control> controls) {

    public Framework {
        controls = List.copyOf(controls);
    }
}
