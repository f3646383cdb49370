package io.exhibit.console.claims;

import io.exhibit.console.page.Say;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The neighbourhood of an item in a long text, with the item marked; the rest is counted. */
final class Excerpt {

    private static final int SHOWN = 6_000;

    /** Shorter words than that stand anywhere. */
    private static final int TELLING = 6;

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{64,}+={0,2}");

    /** A policy as AWS codes it: nobody reads {@code %7B%22Version%22%3A}. */
    private static final Pattern CODED = Pattern.compile("%7B(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9_.~*+-])+");

    private Excerpt() {}

    /** Lines as they stand in the text, those of the item in three pieces: before, marked, after. */
    static Map<String, Object> of(String text, String key) {
        String found = words(key).filter(text::contains).findFirst().orElse("");
        int at = found.isEmpty() ? 0 : text.indexOf(found);
        int from = Math.max(0, Math.min(at - SHOWN / 3, text.length() - SHOWN));
        int to = Math.min(text.length(), Math.max(from + SHOWN, at + found.length()));
        List<Map<String, String>> lines = new ArrayList<>();
        int start = from;
        for (String line : text.substring(from, to).split("\n", -1)) {
            boolean here = !found.isEmpty() && at >= start && at + found.length() <= start + line.length();
            int mark = here ? at - start : line.length();
            lines.add(Map.of(
                    "before", line.substring(0, mark),
                    "marked", here ? found : "",
                    "after", here ? line.substring(mark + found.length()) : ""));
            start += line.length() + 1;
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("before", Say.count(from));
        model.put("after", Say.count(text.length() - to));
        model.put("lines", lines);
        return model;
    }

    /** The text with what is URL-coded in it decoded in its place; empty when nothing is. */
    static Optional<String> uncoded(String text) {
        String plain = CODED.matcher(text).replaceAll(coded -> Matcher.quoteReplacement(plain(coded.group())));
        return plain.equals(text) ? Optional.empty() : Optional.of(plain);
    }

    /** A plus is a plus: it is a form that codes spaces so. */
    private static String plain(String coded) {
        try {
            return URLDecoder.decode(coded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return coded; // cut in the middle of a byte
        }
    }

    /** What a base64 member of a text says of an item that the text itself does not name. */
    static Optional<String> decoded(String text, String key) {
        if (text.contains(key)) {
            return Optional.empty();
        }
        Matcher member = BASE64.matcher(text);
        while (member.find()) {
            String content = decoded(member.group());
            if (content.contains(key)) {
                return Optional.of(content);
            }
        }
        return Optional.empty();
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // letters and digits that only look like it
        }
    }

    /** The key, or its first part that the text has: keys are made of several members where AWS has none. */
    private static Stream<String> words(String key) {
        return Stream.concat(Stream.of(key), Stream.of(key.split("[ /#]")).filter(part -> part.length() >= TELLING));
    }
}
