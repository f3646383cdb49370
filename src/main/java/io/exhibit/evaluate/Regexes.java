package io.exhibit.evaluate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.exceptions.CelInvalidArgumentException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * CEL's {@code matches} with patterns that are compiled once: CEL's own compiles a pattern for every record. RE2 does not
 * backtrack, so a pattern costs time in proportion to its size, which is bounded.
 */
final class Regexes {

    static final int LONGEST = 2_000;
    static final int REPEATED = 10_000;
    private static final int REMEMBERED = 500;
    private static final java.util.regex.Pattern COUNTED =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    private final Map<String, Pattern> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pattern> eldest) {
            return size() > REMEMBERED;
        }
    });

    /**
     * Whether a text holds something that the pattern describes.
     *
     * @throws CelInvalidArgumentException when it is no pattern of RE2, or a larger one than is allowed
     */
    boolean find(String text, String pattern) {
        Pattern compiled = known.get(pattern);
        if (compiled == null) {
            compiled = compile(pattern);
            known.put(pattern, compiled);
        }
        return compiled.matcher(text).find();
    }

    /** Whether a pattern can be used, as far as it is not too large. */
    static boolean isReadable(String pattern) {
        try {
            compile(pattern);
            return true;
        } catch (CelInvalidArgumentException e) {
            return false;
        }
    }

    /** Whether texts that have nothing in common fit a pattern that can be used. */
    static boolean fitsEverything(String pattern) {
        Pattern compiled = compile(pattern);
        return Stream.of("", "q", "Zz9", "7-x_!", "\u00e9 \u4e2d")
                .allMatch(text -> compiled.matcher(text).find());
    }

    private static Pattern compile(String pattern) {
        String tooLarge = tooLarge(pattern);
        if (!tooLarge.isEmpty()) {
            throw new CelInvalidArgumentException("a pattern " + tooLarge);
        }
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new CelInvalidArgumentException("\"" + pattern + "\" is no pattern: " + e.getDescription());
        }
    }

    /** Why a pattern would take too much memory, to go on with "the pattern"; "" when it does not. */
    static String tooLarge(String pattern) {
        if (pattern.length() > LONGEST) {
            return "has more than " + LONGEST + " characters";
        }
        double all = 1;
        Matcher counted = COUNTED.matcher(pattern);
        while (counted.find()) {
            String most = counted.group(2) == null || counted.group(2).isEmpty() ? counted.group(1) : counted.group(2);
            all *= Math.max(1, Long.parseLong(most));
        }
        return all > REPEATED ? "repeats more than " + REPEATED + " times in all" : "";
    }
}
