package io.exhibit.run;

import io.exhibit.collect.BriefCapture;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks around before the first run: every source of every account and region is asked by the very collectors, of every
 * list the first page and of every item's details the first few; nothing is kept.
 */
public final class Preflight {

    private final Asking asking;
    private final RunClock clock;
    private final Progress progress;
    private final Set<String> tried = ConcurrentHashMap.newKeySet();

    /** One operation that brought no answer at one target. */
    public record Unanswered(Source source, Target target, Gap gap) {}

    /**
     * What was seen.
     *
     * @param refused why nothing could be asked at all
     * @param asked units that were asked, or should have been
     * @param closed accounts that are not active and were not asked
     * @param leftOut what the settings leave out, with the reason
     * @param blind in the order of the targets; without what is closed or left out
     * @param untried operations that nothing there needed, so that it is not known whether they may be asked
     */
    public record View(
            Optional<Gap> refused,
            long calls,
            List<Target> asked,
            List<Account> closed,
            SortedMap<Target, String> leftOut,
            List<Unanswered> blind,
            SortedSet<String> untried) {}

    public Preflight(Asking asking, RunClock clock, Progress progress) {
        this.asking = asking.with(asking.collectors().stream().map(this::brief).toList());
        this.clock = clock;
        this.progress = progress;
    }

    /** Asks briefly and keeps no answer; empty but for the reason where the credentials are refused. */
    public View look() throws IOException {
        Optional<Gap> refused = asking.landscape().enter();
        if (refused.isPresent()) {
            return new View(refused, 0, List.of(), List.of(), new TreeMap<>(), List.of(), new TreeSet<>());
        }
        try (Unkept unkept = new Unkept()) {
            View view = view(Sweep.units(asking, clock, progress, unkept, unit -> {}, List.of()));
            asking.namedInVain().forEach(progress::note);
            return view;
        }
    }

    private View view(List<Unit> units) {
        List<Target> asked = new ArrayList<>();
        SortedMap<Target, String> leftOut = new TreeMap<>();
        Set<String> inactive = new HashSet<>();
        List<Unanswered> blind = new ArrayList<>();
        long calls = 0;
        for (Unit unit : units) {
            Map<Cause, String> said = new EnumMap<>(Cause.class);
            for (Part part : unit.parts()) {
                calls += part.calls();
                part.gaps().forEach(gap -> said.put(gap.cause(), gap.message()));
                part.gaps().stream()
                        .filter(Preflight::stands)
                        .forEach(gap -> blind.add(new Unanswered(source(part.source()), unit.target(), gap)));
            }
            if (said.containsKey(Cause.LEFT_OUT)) {
                leftOut.put(unit.target(), said.get(Cause.LEFT_OUT));
            } else if (said.containsKey(Cause.ACCOUNT_NOT_ACTIVE)) {
                inactive.add(unit.target().account());
            } else {
                asked.add(unit.target());
            }
        }
        List<Account> closed = asking.accounts().stream()
                .filter(account -> inactive.contains(account.id()))
                .toList();
        return new View(Optional.empty(), calls, asked, closed, leftOut, blind, untried(blind));
    }

    private SortedSet<String> untried(List<Unanswered> blind) {
        SortedSet<String> untried = new TreeSet<>();
        for (Collector collector : asking.collectors()) {
            if (!collector.charts()) {
                collector.source().operations().forEach(operation -> untried.add(operation.name()));
            }
        }
        untried.removeAll(tried);
        blind.forEach(each -> untried.remove(each.gap().call().operation()));
        return untried;
    }

    /** A report that AWS is still making will be there in the run; what is not active or left out is told once. */
    private static boolean stands(Gap gap) {
        return gap.cause() != Cause.NOT_READY
                && gap.cause() != Cause.ACCOUNT_NOT_ACTIVE
                && gap.cause() != Cause.LEFT_OUT;
    }

    private Source source(String key) {
        return asking.collectors().stream()
                .map(Collector::source)
                .filter(source -> source.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Collector brief(Collector collector) {
        // Which accounts and regions there are has to be known in full.
        if (collector.charts()) {
            return collector;
        }
        return new Collector() {
            @Override
            public Source source() {
                return collector.source();
            }

            @Override
            public void collect(Target target, Capture capture) {
                BriefCapture brief = new BriefCapture(capture);
                collector.collect(target, brief);
                tried.addAll(brief.asked());
            }
        };
    }
}
