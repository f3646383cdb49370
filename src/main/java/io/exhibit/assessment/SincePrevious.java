package io.exhibit.assessment;

import io.exhibit.control.Parameter;
import io.exhibit.control.Severity;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is otherwise than at the end of the pack before it in its series. That pack's period is judged again from the days that the log held
 * when the pack was sealed, by the book of the new one: so a difference lies in the evidence, and what the book changed stands apart.
 *
 * @param pack such as {@code EH-2026-09}, and {@code sha256} of its zip as the log has it
 * @param period of that pack
 * @param units whose conclusion is of another kind, in the order of the rule
 * @param tests whose verdict is another, by id
 * @param findings since the end of that period, by severity; {@code start} is what that pack left open
 * @param documents in another state, by id
 * @param populations of which another number was there on the last day, by reading; empty when one of the periods has no such day
 * @param thresholds that differ from those of the book that the last night of that period was judged by; empty when the log does not hold it
 * @param testsApart tests that are not compared, because what they ask is found when a pack is bound and is not in the log
 * @param unitsApart units that such a test serves; they are not compared either
 */
public record SincePrevious(
        String pack,
        String sha256,
        Period period,
        List<UnitChange> units,
        List<TestChange> tests,
        SortedMap<Severity, Balance> findings,
        List<DocumentChange> documents,
        Optional<List<PopulationChange>> populations,
        Optional<List<ThresholdChange>> thresholds,
        List<String> testsApart,
        List<String> unitsApart) {

    /** A unit of the framework. */
    public record UnitChange(String citation, ConclusionKind before, ConclusionKind after) {}

    /** A test. */
    public record TestChange(String assertion, Stand before, Stand after) {}

    /**
     * How a test stood.
     *
     * @param deviating items, accepted ones included, of the {@code population}
     */
    public record Stand(Verdict verdict, long deviating, long population) {}

    /** A document. */
    public record DocumentChange(String id, DocumentResult.State before, DocumentResult.State after) {}

    /**
     * How many items of a reading were read and judged, in scope.
     *
     * @param reading such as {@code iam.credential-report}
     * @param full whether all of them could be judged on both days
     */
    public record PopulationChange(String reading, long before, long after, boolean full) {}

    /** A threshold; empty where the book did not have it. */
    public record ThresholdChange(String name, Optional<Parameter> before, Optional<Parameter> after) {}

    /** The same, its thresholds told otherwise. */
    public SincePrevious telling(Optional<List<ThresholdChange>> otherwise) {
        return new SincePrevious(
                pack,
                sha256,
                period,
                units,
                tests,
                findings,
                documents,
                populations,
                otherwise,
                testsApart,
                unitsApart);
    }
}
