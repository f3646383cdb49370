package io.exhibit.cli;

import io.exhibit.aws.Fault;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.sandbox.FaultKind;
import io.exhibit.sandbox.FaultSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Up to a dozen faults, each at an operation that a night without faults asks, here or everywhere, at once or later. */
record DrawnFaults(List<FaultSpec> specs) {

    /** What needs no client's patience, which on a busy machine ends too early. */
    private static final List<FaultKind> KINDS = Stream.of(FaultKind.values())
            .filter(kind -> !FaultedRuns.WAITED_FOR.contains(kind))
            .toList();

    private static final List<String> PLACES =
            List.of("", "", "", "@222233334444", "@333344445555", "@333344445555/us-east-1", "/us-west-2");

    static DrawnFaults drawn(Random random, List<String> operations) {
        List<FaultSpec> faults = new ArrayList<>();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            FaultKind kind = KINDS.get(random.nextInt(KINDS.size()));
            String operation = operations.get(random.nextInt(operations.size()));
            // A list that is turned round in the middle has lost its one half, and nothing tells it.
            int from = kind == FaultKind.REVERSED ? 1 : 1 + random.nextInt(3);
            faults.add(FaultSpec.parse(operation.replace(':', '.').replaceFirst("^cloudwatch", "monitoring")
                    + PLACES.get(random.nextInt(PLACES.size())) + "=" + kind.word() + "#" + from));
        }
        return new DrawnFaults(faults);
    }

    /** What the log may call them. */
    Set<Cause> causes() {
        return specs.stream()
                .flatMap(fault -> Fault.causes(fault.kind()).stream())
                .collect(Collectors.toSet());
    }

    /** Some services say with an error that there is no such thing; of half of that error only its status is known. */
    boolean isHalfAnError(Gap gap) {
        return gap.cause() == Cause.FAILED
                && gap.message().matches("HTTP status 4\\d\\d")
                && specs.stream()
                        .anyMatch(fault -> fault.kind() == FaultKind.TRUNCATED
                                && operation(fault).equals(gap.call().operation()));
    }

    /** Whether what the source brings there may differ by one of them. */
    boolean mayStrike(Source source, Target target) {
        return specs.stream()
                .anyMatch(fault -> source.operations().stream()
                                .anyMatch(operation -> operation.name().equals(operation(fault)))
                        && isAt(fault, target));
    }

    private static boolean isAt(FaultSpec fault, Target target) {
        // A source of an account may ask in a region: a bucket is asked in its own.
        boolean region =
                fault.region().isEmpty() || target.isGlobal() || fault.region().equals(target.region());
        return region && (fault.account().isEmpty() || fault.account().equals(target.account()));
    }

    private static String operation(FaultSpec fault) {
        String service = fault.service().equals("monitoring") ? "cloudwatch" : fault.service();
        return service + ":" + fault.operation();
    }

    @Override
    public String toString() {
        return specs.toString();
    }
}
