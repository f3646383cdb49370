package io.exhibit.cli;

import io.exhibit.aws.AwsCollectors;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which operations are broken together: one of each source at a time, until every operation had its turn. */
final class FaultRounds {

    private FaultRounds() {}

    /** @param clean a run without faults; what it does not ask cannot be broken */
    static List<Set<String>> of(Faulted clean) {
        Set<String> asked = clean.requests().stream()
                .map(request -> request.call().operation())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        // Without the caller's identity no run begins; FaultedEntryTest breaks that.
        asked.remove("sts:GetCallerIdentity");
        // Without these accounts or regions are unknown and others are not asked at all, so each is broken alone.
        List<Set<String>> alone = asked.stream()
                .filter(o -> o.equals("ec2:DescribeRegions") || o.startsWith("organizations:"))
                .map(Set::of)
                .toList();
        alone.forEach(asked::removeAll);
        List<Set<String>> rounds = new ArrayList<>(together(asked));
        rounds.addAll(alone);
        return rounds;
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
