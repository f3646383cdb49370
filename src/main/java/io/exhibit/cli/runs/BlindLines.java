package io.exhibit.cli.runs;

import io.exhibit.control.Assertion;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Target;
import io.exhibit.run.Preflight.Unanswered;
import io.exhibit.run.Reliance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is blind, in lines for people: operations that fail for one cause at the same targets are told together, with the
 * tests and paragraphs that rely on them, so that an organization does not take a line for every account and region.
 */
final class BlindLines {

    private static final int LISTED = 6;

    private final Reliance reliance;
    private final String rest;

    /** The same operation that fails for the same cause. */
    private record Kind(Cause cause, String operation) {}

    /** Operations that fail for one cause at the same targets. */
    private record Group(Cause cause, Set<Target> targets) {}

    /** @param rest where tests and paragraphs that are too many for a line can be read */
    BlindLines(Reliance reliance, String rest) {
        this.reliance = reliance;
        this.rest = rest;
    }

    List<String> of(List<Unanswered> all) {
        List<String> lines = new ArrayList<>();
        groups(all).forEach((group, blind) -> lines.addAll(lines(group, blind)));
        return lines;
    }

    /** Tests that rely on any of it, ordered by id. */
    List<Assertion> tests(Collection<Unanswered> blind) {
        return blind.stream()
                .flatMap(b -> reliance.on(b.source(), b.gap().call().operation()).stream())
                .collect(Collectors.toMap(Assertion::id, a -> a, (a, b) -> a, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    /**
     * "tests: GD-01 GD-02; paragraphs: 164.308(a)(1)(ii)(D)", or that there is none. An account of which nothing is known touches nearly
     * all of them: then a few, how many more there are, and where they are listed.
     */
    String touched(List<Assertion> tests) {
        SortedSet<String> citations = Reliance.citations(tests);
        return tests.isEmpty()
                ? "no test relies on it"
                : "tests: " + few(tests.stream().map(Assertion::id).toList())
                        + (citations.isEmpty()
                                ? "; no " + reliance.wording().unit() + " relies on them"
                                : "; " + reliance.wording().units() + ": " + few(citations))
                        + (tests.size() > LISTED || citations.size() > LISTED ? " (" + rest + ")" : "");
    }

    private static String few(Collection<String> all) {
        String listed = all.stream().limit(LISTED).collect(Collectors.joining(" "));
        return all.size() <= LISTED ? listed : listed + " and " + (all.size() - LISTED) + " more";
    }

    private List<String> lines(Group group, List<Unanswered> blind) {
        List<Gap> gaps = blind.stream().map(Unanswered::gap).toList();
        Set<String> operations =
                gaps.stream().map(gap -> gap.call().operation()).collect(Collectors.toCollection(LinkedHashSet::new));
        SortedSet<String> said = gaps.stream().map(Gap::message).collect(Collectors.toCollection(TreeSet::new));
        SortedSet<String> policies = gaps.stream()
                .map(Gap::policy)
                .filter(policy -> !policy.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> lines = new ArrayList<>();
        lines.add("  " + group.cause().words() + ": " + some(operations));
        lines.add("      in " + some(group.targets()));
        if (!policies.isEmpty()) {
            lines.add("      by " + some(policies));
        }
        boolean ofAws = gaps.stream().anyMatch(gap -> !gap.requestId().isEmpty());
        lines.add((ofAws ? "      AWS said: " : "      ")
                + said.first()
                + (said.size() == 1 ? "" : " (and " + (said.size() - 1) + " more sentences: --json)"));
        lines.add("      " + touched(tests(blind)));
        return lines;
    }

    private static Map<Group, List<Unanswered>> groups(List<Unanswered> all) {
        Map<Kind, List<Unanswered>> kinds = all.stream()
                .collect(Collectors.groupingBy(
                        b -> new Kind(b.gap().cause(), b.gap().call().operation()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Map<Group, List<Unanswered>> groups = new LinkedHashMap<>();
        kinds.forEach((kind, blind) -> {
            Set<Target> targets = blind.stream().map(Unanswered::target).collect(Collectors.toCollection(TreeSet::new));
            groups.computeIfAbsent(new Group(kind.cause(), targets), group -> new ArrayList<>())
                    .addAll(blind);
        });
        return groups;
    }

    private static String some(Collection<?> all) {
        String listed = all.stream().limit(LISTED).map(Object::toString).collect(Collectors.joining(", "));
        return all.size() <= LISTED ? listed : listed + " and " + (all.size() - LISTED) + " more";
    }
}
