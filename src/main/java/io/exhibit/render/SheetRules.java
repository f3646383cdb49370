package io.exhibit.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a style sheet may not say: nothing from elsewhere, nothing that runs, no length beyond a wall poster. */
final class SheetRules {

    /** Millimetres, points or pixels; a page is 297 mm. */
    private static final int LONGEST = 5000;

    private static final Pattern FOREIGN = Pattern.compile(
            "@(import|font-face|namespace|charset)|\\burl\\s*\\(|\\b(expression|image-set)\\s*\\("
                    + "|\\b(behavior|-moz-binding|-fs-[a-z-]*(?:resource|uri)[a-z-]*)\\s*:|javascript:|\\\\",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LENGTH = Pattern.compile(
            "(?<![\\w.#-])-?(\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)\\s*(mm|cm|in|pt|pc|px|em|ex|rem|%)",
            Pattern.CASE_INSENSITIVE);

    private SheetRules() {}

    /** @param from where the sheet begins in the file */
    static void check(String sheet, int from, Slips slips) {
        String said = withoutComments(sheet);
        Matcher foreign = FOREIGN.matcher(said);
        while (foreign.find()) {
            slips.add(
                    "sheet-foreign",
                    from + foreign.start(),
                    "A style sheet may not say " + foreign.group().strip() + ": a page takes nothing from elsewhere.",
                    foreign.group().startsWith("@font")
                            ? "The typefaces are those of fonts/; name their families."
                            : "A logo lies beside the style sheet as logo.png, logo.jpg or logo.svg.");
        }
        Matcher length = LENGTH.matcher(said);
        while (length.find()) {
            if (length.group(1).length() > 12 || Double.parseDouble(length.group(1)) > LONGEST) {
                slips.add(
                        "sheet-length",
                        from + length.start(),
                        "The length " + length.group() + " is beyond " + LONGEST + ": it would make pages without end.",
                        "A page is 210 mm wide and 297 mm high.");
            }
        }
    }

    /** The same length, so that places stay. */
    private static String withoutComments(String sheet) {
        StringBuilder said = new StringBuilder(sheet);
        for (int i = said.indexOf("/*"); i >= 0; i = said.indexOf("/*", i)) {
            int end = said.indexOf("*/", i + 2);
            int to = end < 0 ? said.length() : end + 2;
            said.replace(i, to, " ".repeat(to - i));
        }
        return said.toString();
    }
}
