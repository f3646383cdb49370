package io.exhibit.assessment;

/**
 * What one day says on one assertion. The items stand beside it, sorted by target and key.
 *
 * @param population items that the expectation was asked of, targets included where they are part of the population
 * @param leftOut records that were read and are not in the population
 * @param reason one sentence: why NOT_APPLICABLE or INCONCLUSIVE, otherwise ""
 */
public record Judgement(
        String assertion,
        Verdict verdict,
        long population,
        long conforming,
        long deviating,
        long accepted,
        long inconclusive,
        long leftOut,
        String reason) {

    /** The same, for another reason. */
    public Judgement because(String why) {
        return new Judgement(
                assertion, verdict, population, conforming, deviating, accepted, inconclusive, leftOut, why);
    }
}
