package io.exhibit.run.mask;

import java.util.List;

/** What a profile puts in the place of a text. */
interface Masker {

    /** A text that came from AWS or names someone, as a whole. */
    String value(Kind kind, String text);

    /** A name of something that was tested; a place, a date and the like stays. */
    String key(Kind kind, String text);

    /**
     * A sentence in which values stand between words.
     *
     * @param patterns sentences that it may be made of, with {@code {name}} for each value
     */
    String sentence(String text, List<String> patterns);
}
