package io.exhibit.evidence;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A unit of a run that is not over, with what has to be known to go on from there when the run is broken off.
 *
 * @param soFar the run with that one unit; accounts and organization only where the unit tells of them
 * @param regions enabled regions by account, as far as the unit tells of them
 */
public record Kept(RunRecord soFar, Map<String, SortedSet<String>> regions) {

    public Kept {
        Map<String, SortedSet<String>> copy = new TreeMap<>();
        regions.forEach((account, names) -> copy.put(account, new TreeSet<>(names)));
        regions = copy;
    }

    /** The one unit. */
    public RunRecord.Unit unit() {
        return soFar.units().get(0);
    }
}
