package io.exhibit.run.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of which the words are known and the values are not: {@code the bucket {Name} is public}. A text is laid along it from
 * left to right. Where the values hold words of the sentence it can be laid in several ways; in each of them nothing is taken for a word
 * that is not one.
 */
record Pieces(List<String> words, List<String> places) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_.]*)}");

    static Pieces of(String sentence) {
        List<String> words = new ArrayList<>();
        List<String> places = new ArrayList<>();
        Matcher matcher = PLACE.matcher(sentence);
        int end = 0;
        while (matcher.find()) {
            words.add(sentence.substring(end, matcher.start()));
            places.add(matcher.group(1));
            end = matcher.end();
        }
        words.add(sentence.substring(end));
        return new Pieces(words, places);
    }

    /** The values of a text that is this sentence; empty when it is another one. */
    Optional<List<String>> values(String text) {
        String first = words.get(0);
        String last = words.get(words.size() - 1);
        if (places.isEmpty()) {
            return text.equals(first) ? Optional.of(List.of()) : Optional.empty();
        }
        if (!text.startsWith(first) || !text.endsWith(last) || text.length() < first.length() + last.length()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        int from = first.length();
        int end = text.length() - last.length();
        for (String word : words.subList(1, words.size() - 1)) {
            // A value is at least one character, so that two places without a word between them do not share one.
            int at = text.indexOf(word, from + 1);
            if (at < 0 || at + word.length() > end) {
                return Optional.empty();
            }
            values.add(text.substring(from, at));
            from = at + word.length();
        }
        values.add(text.substring(from, end));
        return Optional.of(values);
    }

    String with(List<String> values) {
        StringBuilder text = new StringBuilder(words.get(0));
        for (int i = 0; i < values.size(); i++) {
            text.append(values.get(i)).append(words.get(i + 1));
        }
        return text.toString();
    }
}
