package io.exhibit.run.book;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two changes of one text, put together line by line. */
final class Merge {

    private Merge() {}

    /**
     * The text with both changes; empty where they touch the same lines, or lines beside each other, and do not say the same.
     *
     * @param base that both began with
     */
    static Optional<String> of(String base, String mine, String theirs) {
        if (mine.equals(theirs) || base.equals(theirs)) {
            return Optional.of(mine);
        }
        if (base.equals(mine)) {
            return Optional.of(theirs);
        }
        List<String> lines = lines(base);
        List<AbstractDelta<String>> ours = DiffUtils.diff(lines, lines(mine)).getDeltas();
        List<AbstractDelta<String>> others =
                DiffUtils.diff(lines, lines(theirs)).getDeltas();
        List<AbstractDelta<String>> all = new ArrayList<>(ours);
        for (AbstractDelta<String> other : others) {
            boolean same = ours.stream().anyMatch(own -> same(own, other));
            if (!same && ours.stream().anyMatch(own -> touch(own, other))) {
                return Optional.empty();
            }
            if (!same) {
                all.add(other);
            }
        }
        all.sort((one, other) ->
                other.getSource().getPosition() - one.getSource().getPosition());
        List<String> merged = new ArrayList<>(lines);
        // From the end, so that the places of those before stay what they are.
        for (AbstractDelta<String> delta : all) {
            int from = delta.getSource().getPosition();
            for (int i = 0; i < delta.getSource().size(); i++) {
                merged.remove(from);
            }
            merged.addAll(from, delta.getTarget().getLines());
        }
        return Optional.of(String.join("\n", merged));
    }

    private static boolean same(AbstractDelta<String> one, AbstractDelta<String> other) {
        return one.getSource().equals(other.getSource())
                && one.getTarget().getLines().equals(other.getTarget().getLines());
    }

    private static boolean touch(AbstractDelta<String> one, AbstractDelta<String> other) {
        int from = one.getSource().getPosition();
        int to = from + one.getSource().size();
        int otherFrom = other.getSource().getPosition();
        int otherTo = otherFrom + other.getSource().size();
        return from <= otherTo && otherFrom <= to;
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }
}
