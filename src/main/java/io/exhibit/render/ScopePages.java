package io.exhibit.render;

import io.exhibit.control.Scope;
import io.exhibit.control.Scope.AccountScope;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What the pack is about: accounts, regions, and the entity's own facts. */
final class ScopePages {

    private final Accounts accounts;
    private final Scope scope;
    private final String bookChanges;
    private final Optional<RunRecord> newest;

    ScopePages(PackContent content, Accounts accounts) {
        this.accounts = accounts;
        this.scope = accounts.scope();
        this.bookChanges = Words.days(new TreeSet<>(content.assessment().bookChanges()));
        this.newest = content.newest();
    }

    Map<String, Object> model() {
        long in = accounts.all().stream().filter(a -> scope.inScope(a.id())).count();
        return Map.of(
                "accounts", accounts.all().stream().map(this::account).toList(),
                "all", Words.count(accounts.all().size()),
                "in", Words.count(in),
                "out", Words.count(accounts.all().size() - in),
                "undeclared", Words.count(undeclared()),
                "organization", organization(),
                "regions", regions(),
                "bookChanges", bookChanges,
                "facts", scope.facts().values().stream().map(ScopePages::fact).toList());
    }

    private Map<String, Object> account(Account account) {
        Optional<AccountScope> declared = Optional.ofNullable(scope.accounts().get(account.id()));
        return Map.of(
                "id", account.id(),
                "name", accounts.name(account.id()),
                "path", account.path().isEmpty() ? "–" : account.path(),
                "state", account.state() + (account.management() ? ", management account" : ""),
                "ephi", ephi(account.id()),
                "scope", scope.inScope(account.id()) ? "in" : "out",
                "why", declared.map(ScopePages::why).orElse("not declared, therefore in scope"));
    }

    private String ephi(String account) {
        return Optional.ofNullable(scope.accounts().get(account))
                .flatMap(AccountScope::ephi)
                .map(holds -> holds ? "yes" : "no")
                .orElse("undeclared");
    }

    private long undeclared() {
        return accounts.all().stream()
                .filter(a -> ephi(a.id()).equals("undeclared"))
                .count();
    }

    private static String why(AccountScope declared) {
        String signed = declared.approver().isBlank() || declared.approved() == null
                ? "no approver on file"
                : declared.approver() + ", " + Words.date(declared.approved());
        return declared.reason().isBlank() ? signed : declared.reason() + " (" + signed + ")";
    }

    private String organization() {
        return newest.map(RunRecord::organization).filter(id -> !id.isEmpty()).orElse("");
    }

    private String regions() {
        List<String> regions = newest.stream()
                .flatMap(run -> run.units().stream())
                .map(Unit::target)
                .filter(target -> !target.isGlobal())
                .map(target -> target.region())
                .distinct()
                .sorted()
                .toList();
        return regions.isEmpty() ? "none" : String.join(", ", regions);
    }

    private static Map<String, Object> fact(Scope.Fact fact) {
        return Map.of(
                "name", fact.name().replace('_', ' '),
                "value", fact.value() ? "yes" : "no",
                "signed",
                        fact.signed()
                                ? fact.approver() + ", " + Words.date(fact.approved())
                                : "not signed: it does not count");
    }
}
