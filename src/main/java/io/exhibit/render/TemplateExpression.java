package io.exhibit.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression of a template may say: members of the model, comparisons, sums with a number or a text that stands
 * there, and built-ins that take no longer than their text is long. So no single step of a template can run for long,
 * and none reaches beyond the model.
 */
final class TemplateExpression {

    /** Each costs at most a walk over its text or list, and makes nothing larger than what it was given. */
    static final Set<String> BUILT_INS = Set.of(
            "abs",
            "c",
            "cap_first",
            "ceiling",
            "contains",
            "counter",
            "ends_with",
            "first",
            "floor",
            "has_content",
            "has_next",
            "index",
            "is_first",
            "is_last",
            "keep_after",
            "keep_before",
            "keys",
            "last",
            "length",
            "lower_case",
            "number",
            "reverse",
            "round",
            "size",
            "starts_with",
            "string",
            "then",
            "trim",
            "upper_case",
            "values");

    private static final Set<String> NUMERIC = Set.of("number", "size", "counter", "index", "length");
    private static final int LONGEST_RANGE = 1000;
    private static final int DEEPEST = 20;
    private static final int LONGEST = 4000;

    private static final Pattern LEXEME = Pattern.compile(
            "(?<text>r?\"(?:[^\"\\\\]++|\\\\.)*+\"|r?'(?:[^'\\\\]++|\\\\.)*+')|(?<number>\\d+(?:\\.\\d+)?(?!\\.?\\w))|(?<integer>\\d+)"
                    + "|(?<name>[\\p{L}_$@][\\p{L}\\p{N}_$@]*)|(?<range>\\.\\.[.<!*]?)|(?<arrow>->|-&gt;)"
                    + "|(?<comment>[<\\[][#!]--)|(?<other>\\?\\?|\\S)",
            Pattern.DOTALL);

    private record Lexeme(String kind, String text, int at) {

        boolean is(String other) {
            return text.equals(other);
        }

        boolean literal() {
            return kind.equals("text") || kind.equals("number") || kind.equals("integer");
        }

        boolean endsOperand() {
            return literal() || kind.equals("name") || is(")") || is("]") || is("}");
        }
    }

    private final List<Lexeme> lexemes = new ArrayList<>();
    private final Slips slips;
    private final int from;

    private TemplateExpression(String code, int from, Slips slips) {
        this.slips = slips;
        this.from = from;
        Matcher matcher = LEXEME.matcher(code);
        while (matcher.find()) {
            for (String kind : List.of("text", "number", "integer", "name", "range", "arrow", "comment", "other")) {
                if (matcher.group(kind) != null) {
                    lexemes.add(new Lexeme(kind, matcher.group(), matcher.start()));
                    break;
                }
            }
        }
    }

    /** @param from where the code begins in the file */
    static void check(String code, int from, Slips slips) {
        if (code.length() > LONGEST) {
            slips.add("template-nesting", from, "An expression is longer than " + LONGEST + " characters.", "");
            return;
        }
        new TemplateExpression(code, from, slips).check();
    }

    private void check() {
        int depth = 0;
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            switch (lexeme.kind()) {
                case "text" -> text(lexeme);
                case "range" -> range(i);
                case "arrow" ->
                    slip(
                            "template-builtin",
                            lexeme,
                            "A template may hold no functions (->).",
                            "Use <#list> with <#if>.");
                case "comment" -> {
                    slip(
                            "template-comment",
                            lexeme,
                            "A comment may not stand inside a tag.",
                            "Write it before the tag.");
                    return;
                }
                case "other" -> {
                    depth += "([{".contains(lexeme.text()) ? 1 : ")]}".contains(lexeme.text()) ? -1 : 0;
                    if (depth > DEEPEST) {
                        slip("template-nesting", lexeme, "Brackets are nested more than " + DEEPEST + " deep.", "");
                        return;
                    }
                    sign(i);
                }
                default -> {}
            }
        }
    }

    private void sign(int i) {
        Lexeme lexeme = lexemes.get(i);
        if (lexeme.is("?")) {
            builtIn(at(i + 1));
        } else if (lexeme.is(".") && (!at(i - 1).endsOperand() || isWord(at(i - 1)))) {
            slip(
                    "template-special",
                    lexeme,
                    "A template may not use ." + at(i + 1).text() + ": it sees the model alone.",
                    "Name a member of the model, such as pack.id.");
        } else if (lexeme.is("(") && at(i - 1).kind().equals("name") && !isBuiltIn(i - 1) && !isWord(at(i - 1))) {
            slip(
                    "template-call",
                    at(i - 1),
                    "A template may not call " + at(i - 1).text() + "(): the model has no methods.",
                    "Built-ins are written ?name, macros <@name/>.");
        } else if (lexeme.is("+")) {
            sum(i);
        }
    }

    private boolean isBuiltIn(int i) {
        return at(i - 1).is("?");
    }

    /** Words between which brackets may stand. */
    private static boolean isWord(Lexeme name) {
        return Set.of("as", "in", "gt", "gte", "lt", "lte", "and", "or").contains(name.text());
    }

    private void builtIn(Lexeme name) {
        if (!BUILT_INS.contains(name.text()) && !name.kind().equals("comment")) {
            slip(
                    "template-builtin",
                    name,
                    "A template may not use ?" + name.text() + ".",
                    "It may use " + String.join(", ", new java.util.TreeSet<>(BUILT_INS)) + ".");
        }
    }

    private void text(Lexeme text) {
        if (text.text().contains("${") || text.text().contains("#{")) {
            slip(
                    "template-growth",
                    text,
                    "A text in quotes may hold no ${}: texts that are joined in a loop grow without end.",
                    "Write the values beside each other in the page.");
        }
    }

    private void range(int i) {
        Lexeme range = lexemes.get(i);
        String before = at(i - 1).text();
        String after = at(i + 1).text();
        boolean numbers = before.matches("\\d{1,6}") && after.matches("\\d{1,6}");
        if (!range.is("..")
                || !numbers
                || Math.abs(Integer.parseInt(after) - Integer.parseInt(before)) > LONGEST_RANGE) {
            slip(
                    "template-range",
                    range,
                    "A range stands between two numbers at most " + LONGEST_RANGE + " apart, such as 1..5.",
                    "List what the model has: <#list exceptions.open.rows as row>.");
        }
    }

    /**
     * A sum of two values can double a text each time that it is done; one with a literal cannot. A literal that is itself added to
     * something before it stands between two values.
     */
    private void sum(int i) {
        Lexeme before = at(i - 1);
        Lexeme after = at(i + 1);
        boolean sign = !before.endsOperand();
        boolean number = NUMERIC.contains(before.text()) && isBuiltIn(i - 1);
        if (after.is("+")
                || after.is("=")
                || !sign
                        && !(before.literal() && !at(i - 2).is("+"))
                        && !after.literal()
                        && !number
                        && !listAfter(i + 1)
                        && !(list(i - 1) && !at(opening(i - 1) - 1).is("+"))) {
            slip(
                    "template-growth",
                    lexemes.get(i),
                    "A sum needs a number or a text in quotes at one side: texts that are joined in a loop grow without end.",
                    "Write the values beside each other in the page, or say ?number of the first.");
        }
    }

    /** Whether a list that is written out begins here, and nothing is taken out of it. */
    private boolean listAfter(int begin) {
        int depth = 0;
        for (int i = begin; i < lexemes.size() && at(begin).is("["); i++) {
            depth += at(i).is("[") ? 1 : at(i).is("]") ? -1 : 0;
            if (depth == 0) {
                return !at(i + 1).is("[")
                        && !at(i + 1).is("?")
                        && !at(i + 1).is(".")
                        && !at(i + 1).is("(");
            }
        }
        return false;
    }

    /** Where the bracket opens that closes here. */
    private int opening(int end) {
        int depth = 0;
        for (int i = end; i >= 0; i--) {
            depth += at(i).is("]") ? 1 : at(i).is("[") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return 0;
    }

    /** Whether a list that is written out ends here; what stands after a name in brackets is one of its items. */
    private boolean list(int end) {
        return at(end).is("]") && !at(opening(end) - 1).endsOperand();
    }

    private Lexeme at(int i) {
        return i >= 0 && i < lexemes.size() ? lexemes.get(i) : new Lexeme("none", "", 0);
    }

    private void slip(String code, Lexeme lexeme, String message, String hint) {
        slips.add(code, from + lexeme.at(), message, hint);
    }
}
