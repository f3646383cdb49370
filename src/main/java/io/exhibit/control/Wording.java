package io.exhibit.control;

import io.exhibit.control.Control.Obligation;
import java.util.List;
import java.util.Map;

/**
 * How a framework's own things are called in a sentence, as its folder says it; what it does not say has a neutral word.
 *
 * @param author whose words the texts of the units are ("the law"), or "" when they are our own
 * @param unit what one unit is called ("paragraph"), and {@code units} several
 * @param whole what the units are parts of, with its article ("the rule")
 * @param kinds what a unit of that obligation is called ("standard"); a framework without obligations has none
 * @param decision heading of the decision on an addressable unit, and {@code undecided} what stands there while there is none
 * @param crosswalk names of the other catalogs that its units point to, in the order in which they are printed
 * @param unseen what no reading can see of what the framework asks, for people, or ""
 * @param reading how the texts of the units are to be read, one sentence, or ""
 */
public record Wording(
        String author,
        String unit,
        String units,
        String whole,
        Map<Obligation, String> kinds,
        String decision,
        String undecided,
        List<String> crosswalk,
        String unseen,
        String reading) {

    /** For what says nothing of its own. */
    public static final Wording NEUTRAL =
            new Wording("", "unit", "units", "the framework", Map.of(), "Decision", "None on file.", List.of(), "", "");

    public Wording {
        kinds = Map.copyOf(kinds);
        crosswalk = List.copyOf(crosswalk);
    }

    /** Whether the texts are somebody else's, word for word. */
    public boolean quoted() {
        return !author.isEmpty();
    }
}
