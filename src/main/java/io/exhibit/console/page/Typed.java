package io.exhibit.console.page;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What somebody typed into a form, and what is wrong with it, field by field: the form comes back as it was, with the sentences. */
public final class Typed {

    private final Context context;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> wrong = new LinkedHashMap<>();

    public Typed(Context context) {
        this.context = context;
    }

    /** A field of one line. @return "" where it is wrong, or may be empty and is */
    public String line(String name, int longest, boolean needed) {
        String value = given(name);
        String text = value == null ? "" : value.strip();
        values.put(name, text);
        if (text.length() > longest) {
            wrong.put(name, "This has " + text.length() + " characters; " + longest + " is the most.");
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            wrong.put(name, "This is one line.");
        } else if (needed && text.isEmpty()) {
            wrong.put(name, "This is needed.");
        } else {
            return text;
        }
        return "";
    }

    /** A field of some lines. @return "" where it is wrong, or may be empty and is */
    public String lines(String name, int longest, boolean needed) {
        String text = text(name).strip();
        values.put(name, text);
        if (text.length() > longest) {
            wrong.put(name, "This has " + text.length() + " characters; " + longest + " is the most.");
        } else if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            wrong.put(name, "This has a character that nobody sees. Type it again instead of pasting it.");
        } else if (needed && text.isEmpty()) {
            wrong.put(name, "This is needed.");
        } else {
            return text;
        }
        return "";
    }

    /** A text of many lines, as it was typed, with the line ends of files. */
    public String text(String name) {
        String value = given(name);
        String text = value == null ? "" : value.replace("\r\n", "\n");
        values.put(name, text);
        return text;
    }

    /** A day, as a file of the book has it. @return "" where it is wrong, or may be empty and is */
    public String date(String name, boolean needed) {
        String text = line(name, 10, needed);
        try {
            return text.isEmpty() ? "" : LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            wrong(name, "A date is written like 2027-06-30.");
            return "";
        }
    }

    /** A field that nobody types, as it was sent; {@code null} when it is not there. */
    public String given(String name) {
        return Parcel.of(context)
                .map(parcel -> Optional.ofNullable(parcel.field(name)))
                .orElseGet(() -> Optional.ofNullable(context.formParam(name)))
                .orElse(null);
    }

    /** A number that the form carries for itself. */
    public long number(String name) {
        String value = given(name);
        if (value == null || !value.matches("[0-9]{1,12}")) {
            throw new Refusal(400, "The form lacks its field " + name + ". Load its page again.");
        }
        return Long.parseLong(value);
    }

    /** What stands in a field from now on, whatever was typed. */
    public void instead(String name, String value) {
        values.put(name, value);
        wrong.remove(name);
    }

    /** What is wrong with a field; the first sentence about it stays. */
    public void wrong(String name, String sentence) {
        wrong.putIfAbsent(name, sentence);
    }

    /** Whether nothing was found wrong so far. */
    public boolean right() {
        return wrong.isEmpty();
    }

    /** What stands in the fields, so that nothing that was typed is lost. */
    public Map<String, Object> values() {
        return new LinkedHashMap<>(values);
    }

    /** What is wrong, by the name of the field. */
    public Map<String, Object> sentences() {
        return new LinkedHashMap<>(wrong);
    }
}
