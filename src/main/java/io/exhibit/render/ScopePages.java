package io.exhibit.render;

import io.exhibit.control.Scope;
import io.exhibit.control.Scope.AccountScope;
import io.exhibit.control.Scope.Description;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the pack is about: accounts, regions, and the entity's own facts. */
final class ScopePages {

    private final Accounts accounts;
    private final Scope scope;
    private final String bookChanges;
    private final Optional<RunRecord> newest;
    private final Map<String, String> leftOut;

    ScopePages(PackContent content, Accounts accounts) {
        this.accounts = accounts;
        this.scope = accounts.scope();
        this.bookChanges = Words.days(new TreeSet<>(content.assessment().bookChanges()));
        this.newest = content.newest();
        this.leftOut = leftOut(newest);
    }

    Map<String, Object> model() {
        long in = accounts.all().stream().filter(a -> scope.inScope(a.id())).count();
        Map<String, Object> model = new HashMap<>(Map.of(
                "accounts", accounts.all().stream().map(this::account).toList(),
                "all", Words.count(accounts.all().size()),
                "in", Words.count(in),
                "out", Words.count(accounts.all().size() - in),
                "undeclared", Words.count(undeclared()),
                "organization", organization(),
                "regions", String.join(", ", read()),
                "elsewhere", Map.of("unread", unread(), "out", regionsOut()),
                "bookChanges", bookChanges,
                "facts", scope.facts().values().stream().map(ScopePages::fact).toList()));
        model.put("system", system());
        model.put("left", left());
        return model;
    }

    /** What the entity says of its own system, paragraph by paragraph. */
    private Map<String, Object> system() {
        Description system = scope.system();
        return Map.of(
                "paragraphs",
                Stream.of(system.text().split("\\n+"))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList(),
                "signed",
                system.signed() ? system.approver() + ", " + Words.date(system.approved()) : "");
    }

    /** Accounts that a run of the period saw and the newest did not list. */
    private String left() {
        Set<String> there = newest.stream()
                .flatMap(run -> run.accounts().stream())
                .map(Account::id)
                .collect(Collectors.toSet());
        return newest.isEmpty()
                ? ""
                : accounts.all().stream()
                        .filter(account -> accounts.seen(account.id()) && !there.contains(account.id()))
                        .map(account -> accounts.printed(account.id()))
                        .collect(Collectors.joining(", "));
    }

    private Map<String, Object> account(Account account) {
        Optional<AccountScope> declared = Optional.ofNullable(scope.accounts().get(account.id()));
        return Map.of(
                "id", account.id(),
                "name", accounts.name(account.id()),
                "path", account.path().isEmpty() ? "–" : account.path(),
                "state", state(account),
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

    private Stream<Unit> regional() {
        return newest.stream()
                .flatMap(run -> run.units().stream())
                .filter(unit -> !unit.target().isGlobal());
    }

    /** Regions in scope in which a call was made. */
    private SortedSet<String> read() {
        return regional()
                .filter(unit -> scope.region(unit.target())
                        .map(Scope.RegionScope::inScope)
                        .orElse(true))
                .filter(unit -> unit.parts().stream().anyMatch(part -> part.calls() > 0))
                .map(unit -> unit.target().region())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The others, each with its reasons: "eu-west-1 (left out by the settings)". */
    private String unread() {
        SortedSet<String> read = read();
        Map<String, SortedSet<String>> causes = new TreeMap<>();
        regional()
                .filter(unit -> scope.inScope(unit.target()))
                .filter(unit -> !read.contains(unit.target().region()))
                .forEach(unit -> unit.parts().stream()
                        .flatMap(part -> part.gaps().stream())
                        .forEach(gap -> causes.computeIfAbsent(unit.target().region(), region -> new TreeSet<>())
                                .add(gap.cause().words())));
        return causes.entrySet().stream()
                .map(region -> region.getKey() + " (" + String.join("; ", region.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** Regions out of scope, each with its reason, whether they were read or not. */
    private List<Map<String, Object>> regionsOut() {
        SortedMap<String, Map<String, Object>> out = new TreeMap<>();
        regional()
                .map(Unit::target)
                .forEach(target -> scope.region(target)
                        .filter(declared -> !declared.inScope())
                        .ifPresent(declared -> out.put(
                                target.region(),
                                Map.of(
                                        "name",
                                        target.region(),
                                        "why",
                                        declared.reason() + " (" + declared.approver() + ", "
                                                + Words.date(declared.approved()) + ")"))));
        return List.copyOf(out.values());
    }

    private String state(Account account) {
        String reason = leftOut.get(account.id());
        return account.state()
                + (account.management() ? ", management account" : "")
                + (reason == null ? "" : ", " + Cause.LEFT_OUT.words() + " (" + reason + ")");
    }

    /** Accounts that the settings of the newest run left out, with the reason. */
    private static Map<String, String> leftOut(Optional<RunRecord> newest) {
        Map<String, String> leftOut = new HashMap<>();
        newest.stream()
                .flatMap(run -> run.units().stream())
                .filter(unit -> unit.target().isGlobal())
                .forEach(unit -> unit.parts().stream()
                        .flatMap(part -> part.gaps().stream())
                        .filter(gap -> gap.cause() == Cause.LEFT_OUT)
                        .findFirst()
                        .ifPresent(gap -> leftOut.put(unit.target().account(), gap.message())));
        return leftOut;
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
