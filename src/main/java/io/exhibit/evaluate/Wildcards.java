package io.exhibit.evaluate;

/** Patterns in which {@code *} stands for any run of characters and {@code ?} for one; linear in practice, no backtracking over more than one star. */
public final class Wildcards {

    private Wildcards() {}

    /** Whether the whole text is of the pattern. */
    public static boolean match(String pattern, String text, boolean ignoreCase) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && same(pattern.charAt(p), text.charAt(t), ignoreCase)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean same(char pattern, char text, boolean ignoreCase) {
        return pattern == '?'
                || pattern == text
                || ignoreCase && Character.toLowerCase(pattern) == Character.toLowerCase(text);
    }
}
