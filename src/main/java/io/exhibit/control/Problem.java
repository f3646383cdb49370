package io.exhibit.control;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A mistake in what a person wrote, to be mended by that person. Problems come back as a list, all at once.
 *
 * @param code stable, such as {@code unknown-member}
 * @param position where
 * @param message what is wrong, one sentence
 * @param hint what to do, or ""
 */
public record Problem(String code, Position position, String message, String hint) {

    /** By file, line and column. */
    public static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem p) -> p.position().file())
            .thenComparingInt(p -> p.position().line())
            .thenComparingInt(p -> p.position().column());

    @Override
    public String toString() {
        return position + ": " + message + (hint.isEmpty() ? "" : " " + hint) + " [" + code + "]";
    }

    /** A hint that names the nearest of the known words, or "" when none of them is near. */
    public static String didYouMean(String written, Collection<String> known) {
        return nearest(written, known).map(word -> "Did you mean " + word + "?").orElse("");
    }

    /** The known word that was probably meant: a quarter of the letters may differ, and one more; or one is a part of the other. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        int near = 1 + written.length() / 4;
        return known.stream()
                .filter(word -> Math.abs(word.length() - written.length()) <= near && distance(written, word) <= near)
                .min(Comparator.comparingInt((String word) -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()))
                .or(() -> longer(written, known));
    }

    /** The shortest known word that a name is a part of, or that is a part of it. */
    private static Optional<String> longer(String written, Collection<String> known) {
        String name = written.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(word -> name.matches("[a-z_]{3,}") && word.matches("[A-Za-z_]{3,}"))
                .filter(word ->
                        word.toLowerCase(Locale.ROOT).contains(name) || name.contains(word.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    /** Edits between two words (Levenshtein), upper and lower case alike. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
