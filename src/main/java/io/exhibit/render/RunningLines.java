package io.exhibit.render;

import java.util.ArrayList;
import java.util.List;

/** Head and foot of a page, where the laid-out pages have them. */
final class RunningLines {

    private static final double HEAD = 38.1;
    private static final double FOOT = 30.7;
    private static final double LEFT_WIDTH = 108 * ListingPage.MM;
    private static final double RIGHT_WIDTH = 60 * ListingPage.MM;
    private static final int MOST = 4;

    private final ListingFrame frame;
    private final SetText set;
    private final List<String> head;
    private final List<String> classification;

    RunningLines(ListingFrame frame, SetText set) {
        this.frame = frame;
        this.set = set;
        this.head = fitted(frame.head(), LEFT_WIDTH);
        double alerts = frame.alerts().stream()
                .mapToDouble(alert -> width(alert, Type.ALERT) + width(" ·", Type.RUNNING) + 2)
                .sum();
        this.classification = fitted(frame.classification(), RIGHT_WIDTH - alerts);
    }

    /** A name that would fill the margin ends in dots there; it stands in full in the report. */
    private List<String> fitted(String text, double width) {
        List<String> lines = new ArrayList<>(set.lines(text, Type.RUNNING, width));
        if (lines.size() > MOST) {
            lines.subList(MOST, lines.size()).clear();
            lines.set(MOST - 1, lines.get(MOST - 1).strip() + " ...");
        }
        return lines;
    }

    private double width(String text, Type type) {
        return set.width(text, 0, text.length(), type);
    }

    void draw(ListingPage page, int number, int of) {
        page.beginArtifact();
        page.lines(Type.RUNNING, head, frame.paper().left(), middle(HEAD, head.size()));
        double top = middle(HEAD, classification.size());
        page.numbers(Type.RUNNING, classification, frame.paper().right(), top);
        double x = frame.paper().right() - (classification.isEmpty() ? 0 : width(classification.get(0), Type.RUNNING));
        double space = width(". .", Type.RUNNING) - 2 * width(".", Type.RUNNING);
        for (int i = frame.alerts().size() - 1; i >= 0; i--) {
            x -= width("·", Type.RUNNING) + space;
            page.lines(Type.RUNNING, List.of("·"), x, top);
            x -= width(frame.alerts().get(i), Type.ALERT) + space;
            page.lines(Type.ALERT, List.of(frame.alerts().get(i)), x, top);
            x -= space;
        }
        double foot = middle(frame.paper().height() - FOOT, 1);
        page.lines(Type.RUNNING, List.of(frame.foot()), frame.paper().left(), foot);
        double root = frame.paper().left() + width(frame.foot() + "|", Type.RUNNING) - width("|", Type.RUNNING);
        page.lines(Type.RUNNING_CODE, List.of(frame.root()), root, foot);
        String pages = "Page " + number + " of " + of;
        page.numbers(Type.RUNNING, List.of(pages), frame.paper().right(), foot);
        page.end();
    }

    private static double middle(double at, int lines) {
        return at - lines * Type.RUNNING.leading() / 2;
    }
}
