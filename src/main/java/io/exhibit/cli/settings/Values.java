package io.exhibit.cli.settings;

import io.exhibit.mapping.Fields;
import io.exhibit.mapping.Node;
import io.exhibit.mapping.Problems;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What keys of the settings say, or what holds without them; a mistake is noted and something neutral given back. */
record Values(Path folder, Problems problems) {

    Fields section(Fields top, String key, Set<String> known) {
        Node none = new Node.Scalar("", top.position(key), "", top.position(key));
        return new Fields(top.node(key).orElse(none), problems, known);
    }

    long within(Fields fields, String key, long otherwise, long least, long most) {
        long value = fields.integer(key, otherwise);
        if (value < least || value > most) {
            problems.add(
                    "wrong-type",
                    fields.position(key),
                    key + " must lie between " + least + " and " + most + ", not " + value + ".");
        }
        return value;
    }

    <T> Optional<T> parsed(Fields fields, String key, String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            problems.add("wrong-type", fields.position(key), key + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    Path path(Fields fields, String key, String otherwise) {
        return folder.resolve(text(fields, key, otherwise));
    }

    static Optional<String> optional(Fields fields, String key) {
        return Optional.of(fields.text(key)).filter(text -> !text.isEmpty());
    }

    static String text(Fields fields, String key, String otherwise) {
        return optional(fields, key).orElse(otherwise);
    }

    /** An http or https address; IllegalArgumentException says what to write instead. */
    static URI endpoint(String text) {
        if (!text.matches("https?://[^\\s]+") || URI.create(text).getHost() == null) {
            String address = text.replaceFirst("^[A-Za-z]+:/*(?=\\D)|^/+", "");
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no http or https address. Write it like http://" + address);
        }
        return URI.create(text);
    }

    /** A size such as {@code 2 GB}, in bytes; 0 of a mistake, which is noted. */
    static long bytes(Fields fields, String key, Problems problems) {
        String text = fields.text(key);
        Matcher size = Pattern.compile("(\\d{1,9}) ?(MB|GB)").matcher(text);
        if (!size.matches()) {
            problems.add(
                    "wrong-type",
                    fields.position(key),
                    key + " is a size such as 500 MB or 2 GB, not \"" + text + "\".");
            return 0;
        }
        return Long.parseLong(size.group(1)) * (size.group(2).equals("MB") ? 1_000_000 : 1_000_000_000);
    }
}
