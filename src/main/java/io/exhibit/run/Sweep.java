package io.exhibit.run;

import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.seal.RunWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Goes once through what there is: the caller's account first, which tells the accounts; then these; then their regions. */
final class Sweep {

    private final Asking asking;
    private final RunClock clock;
    private final Progress progress;

    Sweep(Asking asking, RunClock clock, Progress progress) {
        this.asking = asking;
        this.clock = clock;
        this.progress = progress;
    }

    /** Collects every unit into the writer; sorted by target. */
    List<Unit> units(RunWriter writer) throws IOException {
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
}
