package io.exhibit.run;

import io.exhibit.collect.Collector;
import io.exhibit.control.Scope;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** One run: who calls, what there is, every source of every account and region, and the seal over it. */
public final class CollectRun {

    private final Vault vault;
    private final Asking asking;
    private final RunClock clock;
    private final Scope scope;
    private final Map<String, String> digests;
    private final Progress progress;

    /**
     * @param scope gaps of accounts that somebody took out of it do not make a run incomplete; they are in the log all the same
     * @param digests what makes the run, by name ("book", "build", "settings") to SHA-256 in hexadecimal, or words where there is no file
     */
    public CollectRun(
            Vault vault, Asking asking, RunClock clock, Scope scope, Map<String, String> digests, Progress progress) {
        this.vault = vault;
        this.asking = asking;
        this.clock = clock;
        this.scope = scope;
        this.digests = digests;
        this.progress = progress;
    }

    /**
     * Collects and seals.
     *
     * @param due the instant that was intended
     * @return how the run ended; a run that could not begin is sealed too, as FAILED
     * @throws IOException when the vault cannot be written; then a FAILED run is logged if that is still possible
     */
    public RunRecord collect(Instant due) throws IOException {
        String id = RunIds.free(due, vault.runs());
        Instant started = clock.instant();
        try {
            Optional<Gap> refused = asking.landscape().enter();
            return refused.isPresent()
                    ? sealFailed(
                            id,
                            due,
                            started,
                            refused.get().cause().words() + ": " + refused.get().message())
                    : seal(id, due, started);
        } catch (IOException | RuntimeException e) {
            try {
                sealFailed(id, due, started, "the run was broken off: " + e.getMessage());
            } catch (IOException | RuntimeException unlogged) {
                // What broke the run off is what people have to know.
                e.addSuppressed(unlogged);
            }
            throw e;
        }
    }

    private RunRecord seal(String id, Instant due, Instant started) throws IOException {
        try (RunWriter writer = vault.begin(id)) {
            RunRecord record = record(id, due, started, units(writer));
            writer.seal(record);
            return record;
        }
    }

    private List<Unit> units(RunWriter writer) throws IOException {
        UnitRun run = new UnitRun(asking, writer, clock);
        Target caller = Target.global(asking.landscape().caller());
        progress.step(caller.toString(), 0, 1);
        List<Unit> units = new ArrayList<>();
        units.add(run.collect(caller, scoped(Source.Scope.ORGANIZATION, Source.Scope.ACCOUNT)));

        List<Account> accounts = asking.landscape().accounts();
        try (Units others = new Units(run, asking.parallel(), progress)) {
            for (Account account : accounts) {
                if (!account.id().equals(caller.account())) {
                    enter(account, others);
                }
            }
            units.addAll(others.await());
            for (Account account : accounts) {
                regions(account, others);
            }
            units.addAll(others.await());
        }
        units.sort(Comparator.comparing(Unit::target));
        return units;
    }

    private void enter(Account account, Units units) {
        Target target = Target.global(account.id());
        List<Collector> collectors = scoped(Source.Scope.ACCOUNT);
        closed(account)
                .or(() -> asking.landscape().assume(account.id()))
                .ifPresentOrElse(
                        gap -> units.unasked(target, collectors, gap), () -> units.collect(target, collectors));
    }

    private void regions(Account account, Units units) {
        List<Collector> collectors = scoped(Source.Scope.REGION);
        Optional<SortedSet<String>> known = asking.landscape().regions(account.id());
        Optional<Gap> gap =
                units.why(account.id()).or(() -> known.isPresent() ? Optional.empty() : Optional.of(unknownRegions()));
        SortedSet<String> regions = known.or(
                        () -> asking.landscape().regions(asking.landscape().caller()))
                .orElseGet(() -> new TreeSet<>(List.of(asking.home())));
        for (String region : regions) {
            Target target = new Target(account.id(), region);
            gap.ifPresentOrElse(
                    because -> units.unasked(target, collectors, because), () -> units.collect(target, collectors));
        }
    }

    private static Optional<Gap> closed(Account account) {
        if (account.state().equals("ACTIVE") || account.state().equals("UNKNOWN")) {
            return Optional.empty();
        }
        String message = "the account is " + account.state() + "; an account that is not active is not asked";
        return Optional.of(new Gap(Call.of("sts:AssumeRole"), Cause.ACCOUNT_NOT_ACTIVE, "", message, ""));
    }

    private static Gap unknownRegions() {
        String message =
                "which regions are enabled could not be read; listed are those of the caller's account, or else its"
                        + " home region";
        return new Gap(Call.of("ec2:DescribeRegions"), Cause.NOT_ASKED, "", message, "");
    }

    private List<Collector> scoped(Source.Scope... scopes) {
        List<Source.Scope> wanted = List.of(scopes);
        return asking.collectors().stream()
                .filter(collector -> wanted.contains(collector.source().scope()))
                .toList();
    }

    private RunRecord record(String id, Instant due, Instant started, List<Unit> units) {
        boolean gaps = units.stream()
                .filter(unit -> scope.inScope(unit.target().account()))
                .flatMap(unit -> unit.parts().stream())
                .anyMatch(part -> !part.gaps().isEmpty());
        return new RunRecord(
                id,
                due,
                started,
                clock.latest(),
                gaps ? Outcome.GAPS : Outcome.COMPLETE,
                "",
                asking.endpoint(),
                asking.landscape().identity(),
                asking.landscape().organization(),
                asking.landscape().accounts(),
                digests,
                units);
    }

    private RunRecord sealFailed(String id, Instant due, Instant started, String reason) throws IOException {
        RunRecord failed =
                RunIds.without(id, due, started, clock.latest(), Outcome.FAILED, reason, asking.endpoint(), digests);
        vault.seal(failed);
        return failed;
    }
}
