package io.exhibit.run;

import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.seal.RunWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Goes once through what there is: the caller's account tells the accounts, and each account its regions. Each is asked as
 * soon as it is known, while the one that told of it is still being asked for the rest.
 */
final class Sweep {

    private final Asking asking;
    private final UnitRun run;
    private final Units units;
    private final Noting noting;
    private final Map<Target, Unit> kept = new TreeMap<>();

    /** Notes a unit that was collected. */
    @FunctionalInterface
    interface Noting {
        void note(Unit unit) throws IOException;
    }

    private Sweep(Asking asking, UnitRun run, Units units, Noting noting, List<Kept> before) {
        this.asking = asking;
        this.run = run;
        this.units = units;
        this.noting = noting;
        for (Kept each : before) {
            asking.landscape().recall(each);
            kept.put(each.unit().target(), each.unit());
        }
    }

    /**
     * Collects every unit into the writer; sorted by target.
     *
     * @param before units that are not asked again
     */
    static List<Unit> units(
            Asking asking, RunClock clock, Progress progress, RunWriter writer, Noting noting, List<Kept> before)
            throws IOException {
        try (Units units = new Units(asking.parallel(), progress)) {
            Sweep sweep = new Sweep(asking, new UnitRun(asking, writer, clock), units, noting, before);
            sweep.begin(sweep::accounts);
            Map<Target, Unit> all = new TreeMap<>(sweep.kept);
            units.await().forEach(unit -> all.put(unit.target(), unit));
            return List.copyOf(all.values());
        }
    }

    /** Collects the caller's unit, which tells of the accounts, and no other; none when it was kept before. */
    static List<Unit> callers(
            Asking asking, RunClock clock, Progress progress, RunWriter writer, Noting noting, List<Kept> before)
            throws IOException {
        return some(asking, clock, progress, writer, noting, before, sweep -> sweep.begin(leftOut -> {}));
    }

    /** Collects the units of one account that were not kept before; of the caller's those of its regions. */
    static List<Unit> account(
            Asking asking,
            RunClock clock,
            Progress progress,
            RunWriter writer,
            Noting noting,
            List<Kept> before,
            Account account)
            throws IOException {
        return some(asking, clock, progress, writer, noting, before, sweep -> sweep.alone(account));
    }

    private static List<Unit> some(
            Asking asking,
            RunClock clock,
            Progress progress,
            RunWriter writer,
            Noting noting,
            List<Kept> before,
            Consumer<Sweep> begin)
            throws IOException {
        try (Units units = new Units(asking.parallel(), progress)) {
            Sweep sweep = new Sweep(asking, new UnitRun(asking, writer, clock), units, noting, before);
            begin.accept(sweep);
            return units.await().stream()
                    .filter(unit -> !sweep.kept.containsKey(unit.target()))
                    .toList();
        }
    }

    private void alone(Account account) {
        String caller = asking.landscape().caller();
        if (!account.id().equals(caller)) {
            Target target = Target.global(account.id());
            units.submit(target, () -> account(account, target));
        } else if (asking.plan().leavesOut(caller, caller).isEmpty()) {
            regions(account, Optional.empty());
        }
    }

    private Unit collect(Target target, List<Collector> collectors, List<Part> unasked, Runnable charted)
            throws IOException {
        if (kept.containsKey(target)) {
            charted.run();
            return kept.get(target);
        }
        Unit unit = run.collect(target, collectors, unasked, charted);
        noting.note(unit);
        return unit;
    }

    /** The organization is asked through the caller's account, also where the settings leave out the account itself. */
    private void begin(Consumer<Boolean> accounts) {
        String id = asking.landscape().caller();
        Target caller = Target.global(id);
        Optional<Gap> leftOut = asking.plan().leavesOut(id, id);
        List<Part> unasked = leftOut.map(gap -> UnitRun.parts(scoped(Source.Scope.ACCOUNT, Source.Scope.REGION), gap))
                .orElse(List.of());
        List<Collector> collectors = leftOut.isPresent()
                ? scoped(Source.Scope.ORGANIZATION)
                : scoped(Source.Scope.ORGANIZATION, Source.Scope.ACCOUNT);
        units.submit(caller, () -> collect(caller, collectors, unasked, () -> accounts.accept(leftOut.isPresent())));
    }

    private void accounts(boolean withoutCaller) {
        for (Account account : asking.accounts()) {
            if (!account.id().equals(asking.landscape().caller())) {
                Target target = Target.global(account.id());
                units.submit(target, () -> account(account, target));
            } else if (!withoutCaller) {
                regions(account, Optional.empty());
            }
        }
    }

    private Unit account(Account account, Target target) throws IOException {
        Optional<Gap> unwanted =
                asking.plan().closes(account, asking.landscape().caller());
        if (unwanted.isPresent()) {
            return UnitRun.unasked(target, scoped(Source.Scope.ACCOUNT, Source.Scope.REGION), unwanted.get());
        }
        List<Collector> collectors = scoped(Source.Scope.ACCOUNT);
        Optional<Gap> gap = closed(account).or(() -> asking.landscape().assume(account.id()));
        if (gap.isPresent()) {
            regions(account, gap);
            return UnitRun.unasked(target, collectors, gap.get());
        }
        return collect(target, collectors, List.of(), () -> regions(account, Optional.empty()));
    }

    private void regions(Account account, Optional<Gap> closed) {
        List<Collector> collectors = scoped(Source.Scope.REGION);
        Optional<SortedSet<String>> known = asking.landscape().regions(account.id());
        Optional<Gap> gap = closed.or(() -> known.isPresent() ? Optional.empty() : Optional.of(unknownRegions()));
        SortedSet<String> enabled = known.or(
                        () -> asking.landscape().regions(asking.landscape().caller()))
                .orElseGet(() -> new TreeSet<>(List.of(asking.home())));
        for (String region : asking.plan().regions(enabled)) {
            Target target = new Target(account.id(), region);
            Optional<Gap> unasked = gap.or(() -> asking.plan().closes(region, enabled, asking.landscape()));
            units.submit(
                    target,
                    () -> unasked.isPresent()
                            ? UnitRun.unasked(target, collectors, unasked.get())
                            : collect(target, collectors, List.of(), () -> {}));
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
}
