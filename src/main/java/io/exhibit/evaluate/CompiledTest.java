package io.exhibit.evaluate;

import io.exhibit.control.Assertion;
import java.util.Map;

/**
 * An assertion that can be asked.
 *
 * @param where {@code null} when every record belongs to the population
 * @param across {@code null} when the targets are not part of the population
 * @param shows values for the sentence and the proof, by their names
 */
record CompiledTest(
        Assertion assertion,
        Predicate where,
        Predicate expect,
        Predicate across,
        Sentence deviation,
        Sentence proof,
        Map<String, Predicate> shows) {}
