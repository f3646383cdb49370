package io.exhibit.mapping;

import java.util.regex.Pattern;

/**
 * Patterns with {@code *} that fit whatever there is: they would approve or accept everything that is ever found. Beside
 * them stands what people write who know regular expressions, which nothing fits here.
 */
final class Wide {

    private static final Pattern EVERYTHING = Pattern.compile("[*?]*\\*[*?]*");
    private static final Pattern ANY_ARN = Pattern.compile("arn:[*?]*(?:aws[a-z-]*)?(?::?[*?]*)*\\*[*?]*");
    private static final Pattern REGEX = Pattern.compile("\\^.*|.*\\$|\\.[*+].*");

    private final Problems problems;

    Wide(Problems problems) {
        this.problems = problems;
    }

    /**
     * Tells a value that fits everything.
     *
     * @param what would come of it, such as "it would accept every item that IAM-01 finds"
     */
    void check(Fields fields, String key, String what) {
        String text = fields.text(key);
        if (EVERYTHING.matcher(text).matches() || ANY_ARN.matcher(text).matches()) {
            problems.add(
                    "matches-everything",
                    fields.position(key),
                    key + " \"" + text + "\" fits everything: " + what + ".",
                    "Write the name, or what the names have in common, such as arn:aws:iam::*:role/backup-*.");
        } else if (REGEX.matcher(text).matches()) {
            problems.add(
                    "bad-pattern",
                    fields.position(key),
                    key + " \"" + text + "\" is written like a regular expression, and is none here.",
                    "A star alone stands for any run of characters, a question mark for one.");
        }
    }
}
