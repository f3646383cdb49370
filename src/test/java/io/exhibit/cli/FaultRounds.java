package io.exhibit.cli;

import io.exhibit.aws.AwsCollectors;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Source;
import io.exhibit.sandbox.FaultKind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which operations are broken in one run, until every operation had its turn.
 *
 * @param together one operation of each source at a time
 * @param alone those without which accounts or regions are unknown and others are not asked at all
 */
record FaultRounds(List<Set<String>> together, List<Set<String>> alone) {

    /** @param clean a run without faults; what it does not ask cannot be broken */
    static FaultRounds of(Faulted clean) {
        Set<String> asked = clean.requests().stream()
                .map(request -> request.call().operation())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        // Without the caller's identity no run begins; FaultedEntryTest breaks that.
        asked.remove("sts:GetCallerIdentity");
        List<Set<String>> alone = asked.stream()
                .filter(o -> o.equals("ec2:DescribeRegions") || o.startsWith("organizations:"))
                .map(Set::of)
                .toList();
        alone.forEach(asked::removeAll);
        return new FaultRounds(together(asked), alone);
    }

    /** What is broken in one run: operations, each at every request of it or ({@code later}) from its second request on. */
    record Round(Set<String> operations, boolean later) {}

    List<Round> all() {
        return Stream.concat(together.stream(), alone.stream())
                .flatMap(operations -> Stream.of(new Round(operations, false), new Round(operations, true)))
                .toList();
    }

    /** As many as a kind of fault needs to show itself, others for the next kind. */
    List<Round> some(FaultKind kind) {
        boolean even = kind.ordinal() % 2 == 0;
        Set<String> many = together.get(even ? 0 : 1);
        if (kind == FaultKind.SLOW) {
            // Each has to be waited for.
            Set<String> few = many.stream().limit(5).collect(Collectors.toSet());
            return List.of(new Round(few, false));
        }
        return List.of(
                new Round(many, false),
                even ? new Round(many, true) : new Round(alone.get(kind.ordinal() % alone.size()), false));
    }

    private static List<Set<String>> together(Set<String> asked) {
        Map<Integer, Set<String>> rounds = new LinkedHashMap<>();
        Set<String> placed = new LinkedHashSet<>();
        for (Source source : AwsCollectors.sources()) {
            int round = 0;
            for (Operation operation : source.operations()) {
                if (asked.contains(operation.name()) && placed.add(operation.name())) {
                    rounds.computeIfAbsent(round, r -> new LinkedHashSet<>()).add(operation.name());
                }
                round++;
            }
        }
        return List.copyOf(rounds.values());
    }
}
