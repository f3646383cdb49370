package io.exhibit.mapping;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names that others refer to: ids, citations, parameters.
 *
 * @param complete false when a file of them could not be read: then no name can be called unknown
 */
record Names(Set<String> words, boolean complete) {

    /** Where what names refer to is not read: none can be called unknown. */
    static final Names NONE = new Names(Set.of(), false);

    Names {
        words = Set.copyOf(words);
    }

    Names and(Names others) {
        return new Names(
                Stream.concat(words.stream(), others.words.stream()).collect(Collectors.toSet()),
                complete && others.complete);
    }

    /** The same where more may be known elsewhere: then no name can be called unknown. */
    Names open() {
        return new Names(words, false);
    }

    /** Tells a name that is not among them. */
    void check(String word, String code, Position position, String message, Problems problems) {
        check(word, code, position, message, "", problems);
    }

    /** @param otherwise the hint when no name is near */
    void check(String word, String code, Position position, String message, String otherwise, Problems problems) {
        if (complete && !word.isEmpty() && !words.contains(word)) {
            String near = Problem.didYouMean(word, words);
            problems.add(code, position, message, near.isEmpty() ? otherwise : near);
        }
    }
}
