package io.exhibit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Sets the descriptions of commands for a terminal of 80 columns: lines of a paragraph are one text, an indented row hangs under its
 * text, and the first sentence stands alone, for it is what a list of commands shows.
 */
final class HelpText {

    private static final int WIDTH = 79;

    /** Where the text of a row begins: behind its word and at least two spaces. */
    private static final Pattern ROW = Pattern.compile(" +\\S+ {2,}");

    private HelpText() {}

    static Help of(CommandSpec command, ColorScheme colours) {
        arrange(command.usageMessage());
        command.subcommands()
                .values()
                .forEach(sub -> arrange(sub.getCommandSpec().usageMessage()));
        return new Help(command, colours);
    }

    private static void arrange(UsageMessageSpec usage) {
        usage.description(arranged(List.of(usage.description())).toArray(String[]::new));
    }

    static List<String> arranged(List<String> lines) {
        List<String> arranged = new ArrayList<>();
        for (String text : joined(lines)) {
            if (!arranged.isEmpty()) {
                wrap(text, arranged);
                continue;
            }
            int end = text.indexOf(". ") + 1;
            arranged.add(end == 0 ? text : text.substring(0, end));
            if (end > 0) {
                wrap(text.substring(end), arranged);
            }
        }
        return arranged;
    }

    /** Paragraphs and rows, each on one line; an empty line stays. */
    private static List<String> joined(List<String> lines) {
        List<String> texts = new ArrayList<>();
        for (String line : lines) {
            String before = texts.isEmpty() ? "" : texts.get(texts.size() - 1);
            boolean row = ROW.matcher(line).lookingAt();
            boolean hangs = line.startsWith(" ") && !row && ROW.matcher(before).lookingAt();
            boolean flows = !line.startsWith(" ") && !before.startsWith(" ");
            if (!line.isEmpty() && !before.isEmpty() && (hangs || flows)) {
                texts.set(texts.size() - 1, before + " " + line.strip());
            } else {
                texts.add(line);
            }
        }
        return texts;
    }

    private static void wrap(String text, List<String> lines) {
        Matcher row = ROW.matcher(text);
        int hang = row.lookingAt() ? row.end() : 0;
        String rest = hang == 0 && !text.startsWith("  ") ? text.strip() : text;
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            if (space <= hang) {
                break;
            }
            lines.add(rest.substring(0, space).stripTrailing());
            rest = " ".repeat(hang) + rest.substring(space).strip();
        }
        lines.add(rest);
    }
}
