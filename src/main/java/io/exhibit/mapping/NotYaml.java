package io.exhibit.mapping;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words why a text could not be read as YAML: the mistakes that people make are few, and a parser's words for them are its own. */
final class NotYaml {

    private static final String CODE = "syntax";

    /** So many characters of a line are looked at. */
    private static final int LOOKED_AT = 1_000;

    /** A value that begins like a list or like keys, and goes on as a text behind the closing bracket. */
    private static final Pattern BRACKET = Pattern.compile(
            "^(?:\\s*(?:- +)?[^\\s#'\"{\\[][^:#]*: +|\\s*- +)(\\{[^{}]*}|\\[[^\\[\\]]*])\\s*[^\\s#,].*");

    private static final Pattern NOTHING = Pattern.compile("^(?:.*: +)?(\\{}|\\[])\\s*(?:#.*)?$");
    private static final Pattern INDENT_WITH_TAB = Pattern.compile("^ *(\\t)");

    private static final Pattern INVISIBLE =
            Pattern.compile("^ *([\\u00a0\\u1680\\u2000-\\u200d\\u202f\\u205f\\u2060\\u3000])");
    private static final Pattern OTHER_DASH = Pattern.compile("^ *([\\u2010-\\u2015\\u2022\\u00b7\\u2212]|\\*(?= ))");
    private static final Pattern DASH_WITHOUT_SPACE = Pattern.compile("^ *(-)[A-Za-z_]+:(?: |$)");
    private static final Pattern SIGN = Pattern.compile("^(?:\\s*(?:- +)?[^\\s#'\"][^:#]*: +|\\s*- +)([&*!%@`])");

    /** A quotation mark that closes a value while more than a comment or a bracket follows. */
    private static final Pattern ENDS_EARLY = Pattern.compile(
            "^\\s*(?:- +)?[^\\s#'\"{\\[][^:#]*: +(?:\"(?:\\\\.|[^\"\\\\])*(\")|'(?:''|[^'])*('))\\s*[^\\s#,}\\]:].*");

    /** A value that opens a quotation mark which its own line does not close. */
    private static final Pattern UNCLOSED =
            Pattern.compile("^\\s*(?:- +)?(?:[^\\s#'\"][^:#]*: +)?(?:(\")(?:\\\\.|[^\"\\\\])*|(')(?:''|[^'])*)$");

    private final List<String> lines;
    private final Position at;

    NotYaml(String source, Position at) {
        this.lines = source.lines().toList();
        this.at = at;
    }

    /** @param parser what the parser says, or "" */
    Problem because(String parser) {
        return tab().or(this::invisible)
                .or(this::bullet)
                .or(this::nothingAndMore)
                .or(this::quoteInside)
                .or(this::beginsWithSign)
                .or(this::textInBrackets)
                .or(this::unclosed)
                .orElseGet(() -> byTheParser(parser));
    }

    private Optional<Problem> tab() {
        return first(INDENT_WITH_TAB, at.line() - 1, at.line())
                .map(place -> problem(place, "A tab stands here.", "Indent with spaces."));
    }

    /** A space that came from a word processor or a web page. */
    private Optional<Problem> invisible() {
        return first(INVISIBLE, at.line() - 1, at.line())
                .map(place -> problem(
                        place,
                        "What looks like a space here is another character.",
                        "Delete it and type a space; it came with a text that was pasted."));
    }

    private Optional<Problem> bullet() {
        return first(OTHER_DASH, at.line() - 1, at.line())
                .map(place -> problem(
                        place, "This is not the dash that begins an entry.", "Write - (the minus key) and a space."))
                .or(() -> first(DASH_WITHOUT_SPACE, at.line() - 1, at.line())
                        .map(place ->
                                problem(place, "A space is missing behind the dash.", "Write \"- \" before the key.")));
    }

    /** A text in quotation marks that holds the same mark, and so ends at it. */
    private Optional<Problem> quoteInside() {
        return first(ENDS_EARLY, at.line() - 1, at.line()).map(place -> {
            boolean one = line(place.line()).charAt(place.column() - 1) == '\'';
            return problem(
                    place,
                    "The text in quotes ends at this mark, and more follows.",
                    one
                            ? "Write '' for an apostrophe in it, or put the text in double quotes."
                            : "Write \\\" for a mark in it, or put the text in single quotes.");
        });
    }

    private Optional<Problem> beginsWithSign() {
        return first(SIGN, at.line(), at.line())
                .map(place -> problem(
                        place,
                        "A text that begins with " + line(place.line()).charAt(place.column() - 1)
                                + " must stand in quotes.",
                        "Put single quotes around the whole text."));
    }

    /** The line above says that there is nothing, as empty samples do, and something was appended. */
    private Optional<Problem> nothingAndMore() {
        int above = above();
        Matcher nothing = NOTHING.matcher(line(above));
        if (!nothing.matches()) {
            return Optional.empty();
        }
        String word = nothing.group(1);
        Position place = new Position(at.file(), above, nothing.start(1) + 1);
        return Optional.of(
                problem(place, word + " says that nothing stands here, and more follows.", "Remove " + word + "."));
    }

    private Optional<Problem> textInBrackets() {
        return first(BRACKET, at.line() - 1, at.line())
                .map(place -> problem(
                        place,
                        "A text that begins with " + line(place.line()).charAt(place.column() - 1)
                                + " must stand in quotes.",
                        "Put single quotes around the whole text."));
    }

    private Optional<Problem> unclosed() {
        return first(UNCLOSED, 1, at.line())
                .map(place -> problem(place, "A quotation mark is not closed.", "Close it at the end of the text."));
    }

    private Problem byTheParser(String parser) {
        if (parser.startsWith("mapping values are not allowed")) {
            return problem(
                    at,
                    "A colon stands here where no key can be.",
                    "Put the text in quotes if the colon belongs to it; otherwise check the indentation.");
        }
        if (parser.contains("cannot start any token")) {
            return problem(at, "A text cannot begin with this character.", "Put single quotes around the whole text.");
        }
        if (parser.contains("expected ':'")) {
            String line = line(at.line());
            boolean begun =
                    line.substring(0, Math.min(line.length(), at.column() - 1)).isBlank();
            Position place = begun ? startOf(above()) : at;
            return problem(
                    place, "A colon is missing.", "Write each key as \"key: value\", with a space behind the colon.");
        }
        if (parser.contains("',' or")) {
            return problem(at, "A comma or a closing bracket is missing before this place.", "");
        }
        return problem(
                at,
                "This does not fit what stands above.",
                "Keys of one entry begin in the same column, and every key has a colon and a space.");
    }

    /** The first line from one to another that the pattern fits, and where its first group begins. */
    private Optional<Position> first(Pattern pattern, int from, int to) {
        for (int number = Math.max(1, from); number <= to; number++) {
            Matcher matcher = pattern.matcher(line(number));
            if (matcher.lookingAt()) {
                int begin = matcher.start(1) < 0 ? matcher.start(2) : matcher.start(1);
                return Optional.of(new Position(at.file(), number, begin + 1));
            }
        }
        return Optional.empty();
    }

    /** Number of the last line above the place that is neither empty nor a comment, 0 when there is none. */
    private int above() {
        int above = at.line() - 1;
        while (above > 0 && (line(above).isBlank() || line(above).strip().startsWith("#"))) {
            above--;
        }
        return above;
    }

    private Position startOf(int number) {
        String line = line(number);
        return new Position(
                at.file(),
                Math.max(1, number),
                line.length() - line.stripLeading().length() + 1);
    }

    private String line(int number) {
        return number < 1 || number > lines.size() ? "" : beginning(lines.get(number - 1));
    }

    /** Slips stand near the beginning of a line; an expression over a line without end would overflow the stack. */
    private static String beginning(String line) {
        return line.length() <= LOOKED_AT ? line : line.substring(0, LOOKED_AT);
    }

    private static Problem problem(Position place, String message, String hint) {
        return new Problem(CODE, place, message, hint);
    }
}
