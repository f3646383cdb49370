package io.exhibit.cli;

import io.exhibit.control.Scope;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        long gaps = gaps(run.units().stream().filter(this::inScope)).count();
        lines.add("Run " + run.id() + ": " + sum(Part::calls) + " calls, " + sum(Part::items) + " items, " + gaps
                + " of the accounts in scope could not be read.");
        byAccount().forEach((account, units) -> {
            if (gaps(units.stream()).findAny().isEmpty()) {
                return;
            }
            if (!inScope(units.get(0)) || nothingAsked(units)) {
                lines.add(folded(account, units));
            } else {
                units.forEach(unit -> unit.parts()
                        .forEach(part -> part.gaps()
                                .forEach(gap ->
                                        lines.add("  " + unit.target() + "  " + part.source() + "  " + gap.call() + ": "
                                                + gap.cause().words()
                                                + (gap.code().isEmpty() ? "" : " (" + gap.code() + ")")))));
            }
        });
        return lines;
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
        String causes =
                gaps(units.stream()).map(gap -> gap.cause().words()).distinct().collect(Collectors.joining("; "));
        return "  " + (account + " " + name).strip() + (inScope(units.get(0)) ? "" : ", out of scope") + ": "
                + gaps(units.stream()).count()
                + (nothingAsked(units) ? " calls were not made: " : " without an answer: ")
                + causes;
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
