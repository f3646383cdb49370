package io.exhibit.render;

import freemarker.core.Environment;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core._CoreAPI;
import freemarker.template.TemplateException;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import java.io.StringWriter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ended the filling of a template, in a sentence and at its place. */
final class TemplateSlip {

    private static final Pattern PLACE =
            Pattern.compile("\\[in template \"([^\"]+)\".*? at line (\\d+), column (\\d+)\\]");

    private TemplateSlip() {}

    /**
     * @param passed what of the deadline was passed, or ""
     * @param stack instructions at which it was stopped, or ""
     * @param template that was to be filled
     * @param files how each part is called
     */
    static Problem of(Throwable thrown, String passed, String stack, String template, Map<String, String> files) {
        Position at = new Position(files.getOrDefault(template, template), 1, 1);
        Matcher place = PLACE.matcher(stack.isEmpty() ? String.valueOf(thrown.getMessage()) : stack);
        if (place.find()) {
            at = new Position(
                    files.getOrDefault(place.group(1), place.group(1)),
                    Integer.parseInt(place.group(2)),
                    Integer.parseInt(place.group(3)));
        }
        if (!passed.isEmpty()) {
            return new Problem(
                    "template-deadline",
                    at,
                    "The templates were stopped here: they take " + passed + ".",
                    "A list inside a list of the same rows grows as their square.");
        }
        if (!stack.isEmpty()) {
            return new Problem("template-output", at, sentence(thrown.getMessage()), "Print a row once.");
        }
        if (thrown instanceof ParseException slip) {
            Position there = new Position(
                    files.getOrDefault(String.valueOf(slip.getTemplateName()), at.file()),
                    Math.max(1, slip.getLineNumber()),
                    Math.max(1, slip.getColumnNumber()));
            return new Problem("template-syntax", there, sentence(slip.getEditorMessage()), "");
        }
        if (thrown instanceof InvalidReferenceException slip) {
            return new Problem(
                    "template-value",
                    at,
                    "There is no " + slip.getBlamedExpressionString() + " in the model.",
                    "What the model has stands in the part that came with the program: exhibit templates copy.");
        }
        if (thrown instanceof TemplateException slip) {
            return new Problem("template-value", at, sentence(slip.getMessageWithoutStackTop()), "");
        }
        if (thrown instanceof StackOverflowError) {
            return new Problem("template-nesting", at, "The templates are nested too deep.", "Repeat with <#list>.");
        }
        if (thrown instanceof OutOfMemoryError) {
            return new Problem("template-memory", at, "The templates need more memory than there is.", "Print less.");
        }
        return new Problem("template-syntax", at, sentence(thrown.toString()), "");
    }

    /** Whether a template can bring it about; any other error is a mistake of ours. */
    static boolean isOfTemplates(Error error) {
        return error instanceof StackOverflowError || error instanceof OutOfMemoryError;
    }

    /** The instructions that are open, innermost first, or "". */
    static String where(Environment environment) {
        if (environment == null) {
            return "";
        }
        StringWriter stack = new StringWriter();
        _CoreAPI.outputInstructionStack(_CoreAPI.getInstructionStackSnapshot(environment), true, stack);
        return stack.toString();
    }

    private static String sentence(String text) {
        String line = String.valueOf(text)
                .strip()
                .split("\\R\\R|\\R---|\\R\\t|\\R==>", 2)[0]
                .replaceAll("\\s+", " ")
                .strip();
        String said = line.isEmpty() ? "it could not be filled" : line;
        return Character.toUpperCase(said.charAt(0)) + said.substring(1) + (said.endsWith(".") ? "" : ".");
    }
}
