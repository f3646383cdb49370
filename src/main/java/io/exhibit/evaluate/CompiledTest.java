package io.exhibit.evaluate;

import io.exhibit.control.Assertion;

/**
 * An assertion that can be asked.
 *
 * @param where {@code null} when every record belongs to the population
 * @param across {@code null} when the targets are not part of the population
 */
record CompiledTest(
        Assertion assertion, Predicate where, Predicate expect, Predicate across, Sentence deviation, Sentence proof) {}
