package io.exhibit.cli;

import io.exhibit.control.Scope;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run in lines: what it came to, then every call without an answer. An account that is out of scope, or of which nothing
 * could be asked, is one line.
 */
final class CollectSummary {

    private final RunRecord run;
    private final Scope scope;

    CollectSummary(RunRecord run, Scope scope) {
        this.run = run;
        this.scope = scope;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Run " + run.id() + ": " + sum(Part::calls) + " calls, " + sum(Part::items) + " items, "
                + countInScope(gap -> !isLeftOut(gap)) + " of the accounts in scope could not be read"
                + leftOut(countInScope(CollectSummary::isLeftOut)));
        byAccount().forEach((account, units) -> {
            if (gaps(units.stream()).findAny().isEmpty()) {
                return;
            }
            if (!inScope(units.get(0)) || nothingAsked(units)) {
                lines.add(folded(account, units));
            } else {
                units.forEach(unit -> lines.addAll(asked(unit)));
            }
        });
        leftOutRegions()
                .forEach((why, accounts) -> lines.add(
                        "  " + why + ", in " + accounts.size() + (accounts.size() == 1 ? " account" : " accounts")));
        return lines;
    }

    private static String leftOut(long calls) {
        return calls == 0 ? "." : ", " + calls + " were left out by the settings.";
    }

    private List<String> asked(Unit unit) {
        List<String> lines = new ArrayList<>();
        for (Part part : unit.parts()) {
            part.gaps().stream()
                    .filter(gap -> !isLeftOut(gap))
                    .forEach(gap -> lines.add(
                            "  " + unit.target() + "  " + part.source() + "  " + gap.call() + ": " + words(gap)));
        }
        if (unit.target().isGlobal()) {
            gaps(Stream.of(unit))
                    .filter(CollectSummary::isLeftOut)
                    .findFirst()
                    .ifPresent(gap -> lines.add("  " + unit.target() + ": " + words(gap)));
        }
        return lines;
    }

    /** A region that the settings leave out is told once, with the accounts in which it was. */
    private Map<String, Set<String>> leftOutRegions() {
        Map<String, Set<String>> regions = new TreeMap<>();
        for (Unit unit : run.units()) {
            if (!unit.target().isGlobal() && inScope(unit)) {
                gaps(Stream.of(unit))
                        .filter(CollectSummary::isLeftOut)
                        .forEach(gap -> regions.computeIfAbsent(
                                        unit.target().region() + ": " + words(gap), region -> new TreeSet<>())
                                .add(unit.target().account()));
            }
        }
        return regions;
    }

    private static boolean isLeftOut(Gap gap) {
        return gap.cause() == Cause.LEFT_OUT;
    }

    private static String words(Gap gap) {
        String said = isLeftOut(gap) ? gap.message() : gap.code();
        return gap.cause().words() + (said.isEmpty() ? "" : " (" + said + ")");
    }

    private Map<String, List<Unit>> byAccount() {
        return run.units().stream()
                .collect(Collectors.groupingBy(unit -> unit.target().account(), TreeMap::new, Collectors.toList()));
    }

    private String folded(String account, List<Unit> units) {
        String name = run.accounts().stream()
                .filter(seen -> seen.id().equals(account))
                .map(Account::name)
                .findFirst()
                .orElse("");
        String causes = gaps(units.stream())
                .map(gap -> isLeftOut(gap) ? words(gap) : gap.cause().words())
                .distinct()
                .collect(Collectors.joining("; "));
        return "  " + (account + " " + name).strip() + (inScope(units.get(0)) ? "" : ", out of scope") + ": "
                + gaps(units.stream()).count()
                + (nothingAsked(units) ? " calls were not made: " : " without an answer: ")
                + causes;
    }

    private long countInScope(Predicate<Gap> counts) {
        return gaps(run.units().stream().filter(this::inScope)).filter(counts).count();
    }

    private boolean inScope(Unit unit) {
        return scope.inScope(unit.target().account());
    }

    private static boolean nothingAsked(List<Unit> units) {
        return units.stream().flatMap(unit -> unit.parts().stream()).allMatch(part -> part.calls() == 0);
    }

    private static Stream<Gap> gaps(Stream<Unit> units) {
        return units.flatMap(unit -> unit.parts().stream()).flatMap(part -> part.gaps().stream());
    }

    private long sum(java.util.function.ToLongFunction<Part> count) {
        return run.units().stream()
                .flatMap(unit -> unit.parts().stream())
                .mapToLong(count)
                .sum();
    }
}
