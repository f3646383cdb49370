package io.exhibit.console.book;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import io.exhibit.run.book.TextDifference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is wrong because of a change, and was not before: a second mistake that reads the same is one more. */
final class NewMistakes {

    /** "  - reason: ", and in braces "{id: x, reason: ". */
    private static final Pattern MEMBER = Pattern.compile("(?:^|[{,])\\s*(?:- )?([A-Za-z_]+): ?(?=[^,]*$)");

    private NewMistakes() {}

    /** @param file the one that was changed, from a text to another; a mistake in a line that stayed is known wherever that line is now */
    static List<Problem> of(String file, String before, String after, List<Problem> known, List<Problem> now) {
        Map<Integer, Integer> moved = TextDifference.moved(before, after);
        List<Problem> old = new ArrayList<>();
        for (Problem each : known) {
            Position at = each.position();
            // What is said of a file as a whole stands at its first line, whatever that is.
            int line = at.file().equals(file) && at.line() > 1 ? moved.getOrDefault(at.line(), -1) : at.line();
            old.add(new Problem(each.code(), new Position(at.file(), line, at.column()), each.message(), each.hint()));
        }
        List<Problem> beyond = new ArrayList<>(now);
        old.forEach(beyond::remove);
        return beyond;
    }

    /**
     * The field of a form that a mistake is about, as far as its words or its line tell: of several that it names the first one that is empty, for there it is mended.
     *
     * @param fields of the form, with what was typed into each
     */
    static String field(Problem problem, String text, Map<String, Object> fields, String otherwise) {
        List<String> named = named(problem.message(), fields.keySet());
        if (named.size() > 1) {
            Optional<String> empty =
                    named.stream().filter(name -> "".equals(fields.get(name))).findFirst();
            if (empty.isPresent()) {
                return empty.get();
            }
        }
        List<String> lines = text.lines().toList();
        int line = problem.position().line();
        if (line >= 1 && line <= lines.size()) {
            String all = lines.get(line - 1);
            Matcher member = MEMBER.matcher(
                    all.substring(0, Math.min(all.length(), problem.position().column())));
            if (member.find() && fields.containsKey(member.group(1))) {
                return member.group(1);
            }
        }
        // A line of a table names no members: it may still say what was typed.
        return named.stream()
                .findFirst()
                .or(() -> fields.keySet().stream()
                        .filter(name -> problem.message().contains("\"" + fields.get(name) + "\""))
                        .findFirst())
                .orElse(otherwise);
    }

    private static List<String> named(String message, Collection<String> fields) {
        return fields.stream()
                .filter(name -> message.matches("(?s).*\\b" + Pattern.quote(name) + "\\b.*"))
                .toList();
    }

    /**
     * A sentence that names members as the file has them, with what stands beside their fields instead. One word alone may be a word like any other.
     *
     * @param labels by the member that each field becomes
     */
    static String labelled(String sentence, Map<String, String> labels) {
        if (named(sentence, labels.keySet()).size() < 2) {
            return sentence;
        }
        Pattern any = Pattern.compile(
                labels.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(", ")\\b")));
        return any.matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement("\u201c" + labels.get(found.group(1)) + "\u201d"));
    }
}
