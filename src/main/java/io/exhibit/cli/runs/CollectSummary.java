package io.exhibit.cli.runs;

import io.exhibit.cli.terminal.Console;
import io.exhibit.control.Blind;
import io.exhibit.control.Scope;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import io.exhibit.run.Preflight.Unanswered;
import io.exhibit.run.Reliance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run in lines: what it came to, a table by source, and at the end what is blind and which paragraphs that touches. An
 * account or region that is out of scope, or an account of which nothing could be asked, is one line.
 */
public final class CollectSummary {

    private final RunRecord run;
    private final Scope scope;
    private final List<Source> sources;
    private final BlindLines blind;

    /** @param reliance tells which tests and paragraphs rely on a call */
    public CollectSummary(RunRecord run, Scope scope, List<Source> sources, Reliance reliance) {
        this.run = run;
        this.scope = scope;
        this.sources = sources;
        this.blind = new BlindLines(reliance, "exhibit assess --json lists them");
    }

    void print(Console console) {
        new SourceTable(inTheTable(), sources.stream().map(Source::key).toList())
                .rows()
                .forEach(row -> console.result(row.text(), row.blind()));
        lines().forEach(console::result);
    }

    /** What stands below the table. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Run " + run.id() + ": " + sum(Part::calls) + " calls, " + sum(Part::items) + " items; "
                + countInScope(gap -> !isLeftOut(gap)) + " calls in scope have no answer"
                + leftOut(countInScope(CollectSummary::isLeftOut)));
        byAccount().forEach((account, units) -> {
            if (gaps(units.stream()).findAny().isEmpty()) {
                return;
            }
            if (isFolded(units)) {
                lines.add(folded(account, units));
            } else {
                globalLeftOut(units).ifPresent(lines::add);
            }
        });
        leftOutRegions()
                .forEach((why, accounts) -> lines.add(
                        "  " + why + ", in " + accounts.size() + (accounts.size() == 1 ? " account" : " accounts")));
        regionsOut()
                .forEach((region, reason) -> lines.add("  " + region + ", out of scope, not in the table: " + reason));
        long vanished = run.units().stream()
                .flatMap(unit -> unit.parts().stream())
                .flatMap(part -> part.facts().stream())
                .filter(Fact::vanished)
                .count();
        if (vanished > 0) {
            lines.add(
                    "  " + vanished + (vanished == 1 ? " call" : " calls")
                            + " found an item gone that had been listed before; it belongs to no population (--json names it).");
        }
        long repeated = run.units().stream()
                .flatMap(unit -> unit.parts().stream())
                .mapToLong(part -> part.lists().repeated())
                .sum();
        if (repeated > 0) {
            lines.add("  " + repeated + (repeated == 1 ? " item" : " items")
                    + " stood on two pages of a list that moved while it was read; each is counted once (--json names the"
                    + " sources).");
        }
        List<Unanswered> touching = blind(run.units());
        if (touching.isEmpty()) {
            lines.add("Nothing is blind.");
            return lines;
        }
        lines.add("Blind:");
        lines.addAll(blind.of(blind(inTheTable()).stream()
                .filter(each -> !isLeftOut(each.gap()))
                .toList()));
        lines.add("  All of it touches " + blind.touched(blind.tests(touching)));
        return lines;
    }

    private List<Unanswered> blind(List<Unit> units) {
        Map<String, Source> byKey = sources.stream().collect(Collectors.toMap(Source::key, source -> source));
        return Blind.of(units, scope).stream()
                .flatMap(each ->
                        each.gaps().stream().map(gap -> new Unanswered(byKey.get(each.source()), each.target(), gap)))
                .toList();
    }

    private List<Unit> inTheTable() {
        return byAccount().values().stream()
                .filter(units -> !isFolded(units))
                .flatMap(List::stream)
                .filter(this::inScope)
                .toList();
    }

    private boolean isFolded(List<Unit> units) {
        return !accountInScope(units) || nothingAsked(units);
    }

    private boolean accountInScope(List<Unit> units) {
        return scope.inScope(units.get(0).target().account());
    }

    private static String leftOut(long calls) {
        return calls == 0 ? "." : ", " + calls + " were not made: " + Cause.LEFT_OUT.words() + ".";
    }

    /** The caller's own account may be left out, and is asked for the organization all the same. */
    private static Optional<String> globalLeftOut(List<Unit> units) {
        return units.stream()
                .filter(unit -> unit.target().isGlobal())
                .flatMap(unit -> gaps(Stream.of(unit))
                        .filter(CollectSummary::isLeftOut)
                        .map(gap -> "  " + unit.target() + ": " + words(gap)))
                .findFirst();
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

    /** Regions that somebody took out of the scope, with the reason on file; collected or not. */
    private Map<String, String> regionsOut() {
        Map<String, String> regions = new TreeMap<>();
        for (Unit unit : run.units()) {
            scope.region(unit.target())
                    .filter(declared -> !declared.inScope())
                    .ifPresent(declared -> regions.put(
                            unit.target().region(),
                            declared.reason() + " (" + declared.approver() + ", " + declared.approved() + ")"));
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
        return "  " + (account + " " + name).strip()
                + (accountInScope(units) ? "" : ", out of scope") + ", not in the table: "
                + gaps(units.stream()).count()
                + (nothingAsked(units) ? " calls were not made: " : " without an answer: ")
                + causes;
    }

    private long countInScope(Predicate<Gap> counts) {
        return gaps(run.units().stream().filter(this::inScope)).filter(counts).count();
    }

    private boolean inScope(Unit unit) {
        return scope.inScope(unit.target());
    }

    private static boolean nothingAsked(List<Unit> units) {
        return units.stream().flatMap(unit -> unit.parts().stream()).allMatch(part -> part.calls() == 0);
    }

    private static Stream<Gap> gaps(Stream<Unit> units) {
        return units.flatMap(unit -> unit.parts().stream()).flatMap(part -> part.gaps().stream());
    }

    private long sum(ToLongFunction<Part> count) {
        return run.units().stream()
                .flatMap(unit -> unit.parts().stream())
                .mapToLong(count)
                .sum();
    }
}
