package io.exhibit.console.book;

import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import io.exhibit.run.book.TextDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** The field of a form that a mistake is about, as far as its line or its words tell. */
    static String field(Problem problem, String text, Set<String> fields, String otherwise) {
        List<String> lines = text.lines().toList();
        int line = problem.position().line();
        if (line >= 1 && line <= lines.size()) {
            String all = lines.get(line - 1);
            Matcher member = MEMBER.matcher(
                    all.substring(0, Math.min(all.length(), problem.position().column())));
            if (member.find() && fields.contains(member.group(1))) {
                return member.group(1);
            }
        }
        return fields.stream()
                .filter(name -> problem.message().matches("(?s).*\\b" + Pattern.quote(name) + "\\b.*"))
                .findFirst()
                .orElse(otherwise);
    }
}
