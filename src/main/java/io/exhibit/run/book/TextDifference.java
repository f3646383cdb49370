package io.exhibit.run.book;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which lines went and which came, with three beside them, as diff -u prints it. */
public final class TextDifference {

    private static final int BESIDE = 3;

    private TextDifference() {}

    /** Without the two lines at its head; none when the texts are the same. */
    public static List<String> of(String before, String after) {
        List<String> lines = lines(before);
        List<String> all =
                UnifiedDiffUtils.generateUnifiedDiff("a", "b", lines, DiffUtils.diff(lines, lines(after)), BESIDE);
        return all.size() < 2 ? List.of() : all.subList(2, all.size());
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : text.lines().toList();
    }

    /** For the number of each line that stayed, its number now; both count from 1. */
    public static Map<Integer, Integer> moved(String before, String after) {
        List<String> lines = lines(before);
        Map<Integer, Integer> moved = new HashMap<>();
        int was = 1;
        int is = 1;
        for (AbstractDelta<String> delta : DiffUtils.diff(lines, lines(after)).getDeltas()) {
            while (was <= delta.getSource().getPosition()) {
                moved.put(was++, is++);
            }
            was += delta.getSource().size();
            is += delta.getTarget().size();
        }
        while (was <= lines.size()) {
            moved.put(was++, is++);
        }
        return moved;
    }
}
