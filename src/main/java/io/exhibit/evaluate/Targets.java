package io.exhibit.evaluate;

import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a run should have asked a source, and where it did. An active account or a region in scope that was not asked is never
 * left out.
 */
final class Targets {

    private final RunRecord run;
    private final Scope scope;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<Target, Unit> units = new LinkedHashMap<>();
    private final Map<String, Set<Target>> asked = new HashMap<>();

    Targets(RunRecord run, Scope scope) {
        this.run = run;
        this.scope = scope;
        run.accounts().forEach(a -> accounts.put(a.id(), a));
        for (Unit unit : run.units()) {
            units.put(unit.target(), unit);
            for (Part part : unit.parts()) {
                asked.computeIfAbsent(part.source(), s -> new HashSet<>()).add(unit.target());
            }
        }
    }

    /** Every target at which the source was asked or should have been, ordered. */
    List<Target> of(Source source) {
        SortedSet<Target> all = new TreeSet<>(asked.getOrDefault(source.key(), Set.of()));
        switch (source.scope()) {
            case ORGANIZATION -> {
                if (all.isEmpty() && !run.units().isEmpty()) {
                    all.add(caller());
                }
            }
            case ACCOUNT -> active().forEach(a -> all.add(Target.global(a.id())));
            case REGION -> {
                units.keySet().stream().filter(t -> !t.isGlobal()).forEach(all::add);
                active().stream()
                        .filter(a -> all.stream().noneMatch(t -> t.account().equals(a.id())))
                        .forEach(a -> all.add(Target.global(a.id())));
            }
        }
        return List.copyOf(all);
    }

    boolean asked(Target target, String source) {
        return asked.getOrDefault(source, Set.of()).contains(target);
    }

    /** Whether everything of the source was answered there. */
    boolean answered(Target target, String source) {
        return unit(target).stream()
                .flatMap(unit -> unit.parts().stream())
                .anyMatch(part -> part.source().equals(source) && part.gaps().isEmpty());
    }

    /** What an organization answers is about all of its accounts, so that it counts wherever it was asked. */
    boolean counts(Target target, Source source) {
        return source.scope() == Source.Scope.ORGANIZATION || scope.inScope(target);
    }

    Optional<Unit> unit(Target target) {
        return Optional.ofNullable(units.get(target));
    }

    /** Whether somebody took the target's region out of the scope. */
    boolean regionLeft(Target target) {
        return scope.region(target).map(region -> !region.inScope()).orElse(false);
    }

    /** Every unit of active accounts and regions in scope; an account without one stands there as global. */
    List<Target> all() {
        SortedSet<Target> all = new TreeSet<>();
        active().forEach(a -> all.add(Target.global(a.id())));
        Set<String> ids = new HashSet<>(active().stream().map(Account::id).toList());
        units.keySet().stream()
                .filter(t -> ids.contains(t.account()) && scope.inScope(t))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** The account that the run starts from, as a target. */
    Target caller() {
        String[] arn = run.identity().split(":");
        return Target.global(
                arn.length > 4
                        ? arn[4]
                        : run.accounts().stream()
                                .filter(Account::management)
                                .map(Account::id)
                                .findFirst()
                                .orElse("organization"));
    }

    /** The management account, or the account that stands alone. */
    String management() {
        return run.accounts().stream()
                .filter(Account::management)
                .map(Account::id)
                .findFirst()
                .orElseGet(() -> caller().account());
    }

    /** {@code target} of an expression; whether the account holds ePHI is absent while nobody has said. */
    Map<String, Object> members(Target target) {
        Map<String, Object> members = new LinkedHashMap<>();
        Account account = accounts.get(target.account());
        members.put("account", target.account());
        members.put("region", target.region());
        members.put("name", account == null ? "" : account.name());
        members.put("management", account != null && account.management());
        ephi(target.account()).ifPresent(said -> members.put("ephi", said));
        return members;
    }

    Optional<Boolean> ephi(String account) {
        return Optional.ofNullable(scope.accounts().get(account)).flatMap(Scope.AccountScope::ephi);
    }

    boolean inScope(String account) {
        return scope.inScope(account);
    }

    private List<Account> active() {
        return run.accounts().stream()
                .filter(Account::due)
                .filter(a -> scope.inScope(a.id()))
                .toList();
    }
}
