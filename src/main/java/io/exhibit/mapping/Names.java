package io.exhibit.mapping;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.util.Set;

/**
 * Names that others refer to: ids, citations, parameters.
 *
 * @param complete false when a file of them could not be read: then no name can be called unknown
 */
record Names(Set<String> words, boolean complete) {

    Names {
        words = Set.copyOf(words);
    }

    /** Tells a name that is not among them. */
    void check(String word, String code, Position position, String message, Problems problems) {
        if (complete && !word.isEmpty() && !words.contains(word)) {
            problems.add(code, position, message, Problem.didYouMean(word, words));
        }
    }
}
