package io.exhibit.evaluate;

import io.exhibit.assessment.Item;
import io.exhibit.evidence.Target;
import java.util.ArrayList;
import java.util.List;

/** One item that deviated or was unknown on some day, and what it was on every sealed day. */
final class Life {

    /** What an item was on a day; {@code null} stands for a day before it drew attention. */
    enum Mark {
        CONFORMS,
        DEVIATES,
        ACCEPTED,
        INCONCLUSIVE,
        /** Not in the population, and its source was read. */
        GONE,
        /** Not in the population, and its source was not read. */
        BLIND;

        boolean deviating() {
            return this == DEVIATES || this == ACCEPTED;
        }

        static Mark of(Item.State state) {
            return valueOf(state.name());
        }
    }

    private final Target target;
    private final String key;
    private final Mark[] marks;
    private String digest = "";
    private String deviation = "";
    private String unknown = "";
    private String acceptance = "";
    private List<Stretch> accepted = List.of();

    /** Sealed days that follow each other, on which an acceptance covered it. */
    record Stretch(String acceptance, int from, int to) {}

    Life(Target target, String key, int days) {
        this.target = target;
        this.key = key;
        this.marks = new Mark[days];
    }

    void on(int day, Item item) {
        mark(day, Mark.of(item.state()));
        digest = item.digest();
        acceptance = item.acceptance();
        if (marks[day] == Mark.ACCEPTED) {
            accepted(day);
        }
        if (marks[day].deviating()) {
            deviation = item.text();
        } else if (marks[day] == Mark.INCONCLUSIVE) {
            unknown = item.text();
        }
    }

    private void accepted(int day) {
        if (accepted.isEmpty()) {
            accepted = new ArrayList<>(1);
        }
        int last = accepted.size() - 1;
        if (last >= 0
                && accepted.get(last).to() == day - 1
                && accepted.get(last).acceptance().equals(acceptance)) {
            accepted.set(last, new Stretch(acceptance, accepted.get(last).from(), day));
        } else {
            accepted.add(new Stretch(acceptance, day, day));
        }
    }

    /** When its risk was accepted, oldest first. */
    List<Stretch> accepted() {
        return accepted;
    }

    void mark(int day, Mark mark) {
        marks[day] = mark;
    }

    Target target() {
        return target;
    }

    String key() {
        return key;
    }

    Mark mark(int day) {
        return marks[day];
    }

    /** Whether it was open when a day began: deviating is the last that was known of it. */
    boolean open(int day) {
        for (int i = day - 1; i >= 0 && marks[i] != null; i--) {
            if (marks[i].deviating()) {
                return true;
            }
            if (marks[i] == Mark.CONFORMS || marks[i] == Mark.GONE) {
                return false;
            }
        }
        return false;
    }

    /** What it was when it was last seen and judged. */
    Mark known() {
        for (int day = marks.length - 1; day >= 0; day--) {
            if (marks[day] != null && (marks[day].deviating() || marks[day] == Mark.CONFORMS)) {
                return marks[day];
            }
        }
        return Mark.INCONCLUSIVE;
    }

    /** The last deviation sentence. */
    String deviation() {
        return deviation;
    }

    /** Id of the acceptance that covered it when it was last seen, or "". */
    String acceptance() {
        return acceptance;
    }

    /** Whether it had the mark on one of the days from {@code first} on. */
    boolean ever(Mark mark, int first) {
        for (int day = first; day < marks.length; day++) {
            if (marks[day] == mark) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is no thing, but a place in which things were looked for. */
    boolean place() {
        return inconclusive("").ofPlace();
    }

    /** The item as one that could not be judged. */
    Item inconclusive(String suffix) {
        return new Item(target, key, Item.State.INCONCLUSIVE, digest, unknown + suffix, "");
    }
}
