package io.exhibit.run;

import io.exhibit.control.Blind;
import io.exhibit.control.Scope;
import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * What a run's record begins with.
 *
 * @param reason marks a run that went on, or whose clock was wrong; otherwise ""
 * @param digests what makes the run, by name
 */
record RunHead(
        String id,
        Instant due,
        Instant started,
        String reason,
        String endpoint,
        String identity,
        Map<String, String> digests) {

    RunHead(String id, Instant due, Instant started, String reason, Asking asking, Map<String, String> digests) {
        this(id, due, started, reason, asking.endpoint(), asking.landscape().identity(), digests);
    }

    /** That of the run to which a unit was kept. */
    static RunHead of(RunRecord soFar) {
        return new RunHead(
                soFar.id(),
                soFar.due(),
                soFar.started(),
                soFar.reason(),
                soFar.endpoint(),
                soFar.identity(),
                soFar.digests());
    }

    /** The caller's unit tells of the accounts, every account's of its regions. */
    Kept kept(Unit unit, Asking asking, Scope scope, Instant now) {
        String account = unit.target().account();
        boolean tells = unit.target().equals(Target.global(asking.landscape().caller()));
        RunRecord soFar = record(
                List.of(unit),
                tells ? asking.landscape().organization() : "",
                tells ? asking.accounts() : List.of(),
                scope,
                now);
        Map<String, SortedSet<String>> regions = unit.target().isGlobal()
                ? asking.landscape()
                        .regions(account)
                        .map(names -> Map.of(account, names))
                        .orElse(Map.of())
                : Map.of();
        return new Kept(soFar, regions);
    }

    /** @param scope gaps of accounts that somebody took out of it do not make a run incomplete */
    RunRecord record(List<Unit> units, String organization, List<Account> accounts, Scope scope, Instant finished) {
        return new RunRecord(
                id,
                due,
                started,
                finished,
                Blind.of(units, scope).isEmpty() ? Outcome.COMPLETE : Outcome.GAPS,
                reason,
                endpoint,
                identity,
                organization,
                accounts,
                digests,
                units);
    }
}
