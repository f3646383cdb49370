package io.exhibit.seal;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Judgement;
import io.exhibit.seal.Discrepancy.Code;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds a day that was judged again against the one that was sealed: every judgement, and every item with its words. */
final class DayComparison {

    /** Items that differ which are named, of one day; the others are counted. */
    private static final int NAMED = 20;

    private final String file;
    private final List<Discrepancy> found = new ArrayList<>();
    private long items;

    /** @param file in which the day is sealed */
    DayComparison(String file) {
        this.file = file;
    }

    void judgements(Assessment sealed, Assessment again) {
        Map<String, Judgement> now = again.judgements().stream()
                .collect(Collectors.toMap(Judgement::assertion, Function.identity(), (a, b) -> b, TreeMap::new));
        for (Judgement judged : sealed.judgements()) {
            Judgement other = now.remove(judged.assertion());
            if (!judged.equals(other)) {
                report("Sealed was " + judged + ", and the evidence says " + (other == null ? "nothing" : other) + ".");
            }
        }
        now.values().forEach(other -> report("Nothing was sealed where the evidence says " + other + "."));
    }

    /** Both in their order. */
    void items(Iterator<SealedDay.Line> sealed, Iterator<SealedDay.Line> again) {
        SealedDay.Line was = next(sealed);
        SealedDay.Line is = next(again);
        while (was != null || is != null) {
            int order = was == null ? 1 : is == null ? -1 : was.compareTo(is);
            if (order != 0 || !was.equals(is)) {
                differs(order <= 0 ? was : null, order >= 0 ? is : null);
            }
            was = order <= 0 ? next(sealed) : was;
            is = order >= 0 ? next(again) : is;
        }
    }

    private static SealedDay.Line next(Iterator<SealedDay.Line> lines) {
        return lines.hasNext() ? lines.next() : null;
    }

    private void differs(SealedDay.Line was, SealedDay.Line is) {
        items++;
        if (items <= NAMED) {
            report("Sealed was " + words(was) + ", and the evidence says " + words(is) + ".");
        }
    }

    private static String words(SealedDay.Line line) {
        return line == null ? "nothing" : line.assertion() + " " + line.item();
    }

    private void report(String says) {
        found.add(new Discrepancy(Code.VERDICT_DIFFERS, file, says));
    }

    List<Discrepancy> found() {
        if (items > NAMED) {
            report("In all, " + items + " items differ; " + NAMED + " of them are named.");
        }
        return List.copyOf(found);
    }
}
