package io.exhibit.render;

import io.exhibit.control.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a template may not say, because it would print evidence as markup, reach beyond the model, or not end. What is
 * allowed is listed, and everything else refused.
 */
final class TemplateRules {

    static final Set<String> DIRECTIVES = Set.of(
            "if",
            "elseif",
            "else",
            "list",
            "items",
            "sep",
            "break",
            "continue",
            "switch",
            "case",
            "default",
            "macro",
            "nested",
            "return",
            "assign",
            "local",
            "include");

    private static final int LARGEST = 256 * 1024;
    private static final Pattern ASSIGNED = Pattern.compile("\\s*[\\w]+\\s*=(?!=).*", Pattern.DOTALL);

    private TemplateRules() {}

    /**
     * Every mistake of the parts that a person wrote, and of how they belong together.
     *
     * @param texts all parts by name, also those that came with the program
     * @param files how each is called in a problem
     */
    static List<Problem> problems(Map<String, String> texts, Map<String, String> files) {
        return java.util.stream.Stream.concat(
                        texts.entrySet().stream()
                                .flatMap(part -> of(
                                        part.getKey(),
                                        files.getOrDefault(part.getKey(), part.getKey()),
                                        part.getValue())
                                        .stream()),
                        PartGraph.problems(texts, files).stream())
                .distinct()
                .sorted(Problem.BY_PLACE)
                .toList();
    }

    private static List<Problem> of(String name, String file, String text) {
        Slips slips = new Slips(file, text);
        if (text.length() > LARGEST) {
            slips.add(
                    "template-size",
                    LARGEST,
                    "The part is longer than " + LARGEST + " characters.",
                    "Print less in it.");
            return slips.list();
        }
        List<TemplateToken> tokens = TemplateScan.of(text);
        for (TemplateToken token : tokens) {
            switch (token.kind()) {
                case DIRECTIVE -> directive(token, slips);
                case CALL -> call(token, slips);
                case VALUE -> TemplateExpression.check(token.code(), token.from(), slips);
                default -> {}
            }
        }
        if (name.endsWith(".css")) {
            SheetRules.check(text, 0, slips);
            if (text.indexOf('<') >= 0) {
                slips.add(
                        "sheet-foreign", text.indexOf('<'), "A style sheet may not hold a <: it would end there.", "");
            }
        } else {
            MarkupRules.check(tokens, text.length(), slips);
        }
        return slips.list();
    }

    private static void directive(TemplateToken token, Slips slips) {
        if (token.closing() && !Set.of("assign", "local").contains(token.name())) {
            return;
        }
        if (!DIRECTIVES.contains(token.name())) {
            slips.add(
                    "template-directive",
                    token.at(),
                    "A template may not use <#" + token.name() + ">.",
                    "It may use " + String.join(", ", new java.util.TreeSet<>(DIRECTIVES)) + ".");
            return;
        }
        if (Set.of("assign", "local").contains(token.name())
                && !ASSIGNED.matcher(token.code()).matches()) {
            slips.add(
                    "template-capture",
                    token.at(),
                    "<#" + token.name() + "> gives one name one value: what is printed may not be kept in a name.",
                    "Such as <#assign n = row.total>; make a macro of what is printed twice.");
            return;
        }
        if (!token.name().equals("include")) {
            TemplateExpression.check(token.code(), token.from(), slips);
        }
    }

    private static void call(TemplateToken token, Slips slips) {
        if (!token.closing()) {
            if (token.name().isEmpty()
                    || token.code().startsWith(".")
                    || token.code().startsWith("[")) {
                slips.add(
                        "template-macro",
                        token.at(),
                        "A macro is called by its name alone.",
                        "Such as <@mark row.state row.style/>.");
                return;
            }
            TemplateExpression.check(token.code(), token.from(), slips);
        }
    }
}
