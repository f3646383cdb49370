package io.exhibit.aws;

import io.exhibit.aws.Collecting.Collected;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.read.RunEvidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run in memory, of two accounts and a region of each: what every source brought, of which a case replaces one part.
 *
 * @param brought by target and key of the source
 */
record FaultlessNight(
        Catalog catalog, String identity, List<Account> accounts, Map<Target, Map<String, Collected>> brought) {

    static final Instant AT = FaultBench.OPTIONS.now();

    /** One source at one target brought something else. */
    record Instead(Target target, String source, Collected brought) {}

    static FaultlessNight of(Collecting aws, Catalog catalog) {
        Map<Target, Map<String, Collected>> brought = new TreeMap<>();
        for (String account : List.of(Collecting.CALLER, Collecting.WORKLOAD)) {
            for (Target target : List.of(Target.global(account), new Target(account, "us-east-1"))) {
                Map<String, Collected> unit = new TreeMap<>();
                AwsCollectors.sources().stream()
                        .filter(source -> isAsked(source, target))
                        .forEach(source -> unit.put(source.key(), aws.collect(source.key(), target)));
                brought.put(target, unit);
            }
        }
        List<Account> accounts = aws.landscape.accounts().stream()
                .filter(account -> brought.containsKey(Target.global(account.id())))
                .toList();
        return new FaultlessNight(catalog, aws.landscape.identity(), accounts, brought);
    }

    private static boolean isAsked(Source source, Target target) {
        return switch (source.scope()) {
            case ORGANIZATION -> target.equals(Target.global(Collecting.CALLER));
            case ACCOUNT -> target.isGlobal();
            case REGION -> !target.isGlobal();
        };
    }

    Collected brought(Target target, String source) {
        return brought.get(target).get(source);
    }

    /** The run with one part of it replaced, as its records. */
    RunEvidence with(Instead instead) {
        return new RunEvidence(
                run(instead),
                catalog,
                (target, source, each) ->
                        part(target, source, instead).exchanges().forEach(each));
    }

    private Collected part(Target target, String source, Instead instead) {
        boolean replaced = target.equals(instead.target()) && source.equals(instead.source());
        return replaced ? instead.brought() : brought(target, source);
    }

    private RunRecord run(Instead instead) {
        List<Unit> units = brought.keySet().stream()
                .map(target -> new Unit(
                        target,
                        "unit",
                        1,
                        "",
                        brought.get(target).keySet().stream()
                                .map(source -> part(target, source, instead).part())
                                .toList()))
                .toList();
        boolean gaps = units.stream()
                .flatMap(unit -> unit.parts().stream())
                .anyMatch(p -> !p.gaps().isEmpty());
        return new RunRecord(
                "2026-10-15T021500Z",
                AT,
                AT,
                AT,
                gaps ? Outcome.GAPS : Outcome.COMPLETE,
                "",
                "sandbox",
                identity,
                "o-exh1b1torg",
                accounts,
                Map.of(),
                units);
    }
}
