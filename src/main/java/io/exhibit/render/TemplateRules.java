package io.exhibit.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a template may not say, because it would print evidence as markup or reach beyond the model. */
final class TemplateRules {

    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\?\\s*(no_?esc|noescape|interpret|eval(_json)?|new|api|with_args\\w*)\\b"
                    + "|<\\s*[#@/]*\\s*#?(noauto_?esc|output_?format|ftl|import|noparse)\\b"
                    + "|\\[#|<(script|iframe|object|embed|link|img|base|form|input)\\b"
                    + "|\\b(href|src|action)\\s*=\\s*[\"'](?!#)|@import|url\\s*\\(",
            Pattern.CASE_INSENSITIVE);

    private TemplateRules() {}

    /** Each forbidden expression with its line, or an empty list. */
    static List<String> broken(String name, String text) {
        List<String> found = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = FORBIDDEN.matcher(lines[i]);
            while (matcher.find()) {
                found.add(name + ":" + (i + 1) + ": a template may not say " + matcher.group());
            }
        }
        return found;
    }
}
