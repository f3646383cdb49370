package io.exhibit.mapping;

import io.exhibit.control.Scope;
import io.exhibit.control.Scope.AccountScope;
import io.exhibit.control.Scope.Description;
import io.exhibit.control.Scope.Fact;
import io.exhibit.control.Scope.RegionScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code scope.yaml}: who the entity is, which accounts belong to it, its signed facts, who owns which unit. */
final class ScopeReader {

    private static final Set<String> TOP = Set.of(
            "entity",
            "kind",
            "classification",
            "official",
            "contact",
            "system",
            "accounts",
            "regions",
            "facts",
            "owners");
    private static final Set<String> ACCOUNT =
            Set.of("id", "name", "in_scope", "ephi", "reason", "approver", "approved");
    private static final Set<String> REGION = Set.of("name", "in_scope", "reason", "approver", "approved");
    private static final Set<String> SYSTEM = Set.of("description", "approver", "approved");
    private static final Set<String> FACT = Set.of("name", "value", "approver", "approved");

    private final Fields fields;
    private final Problems problems;
    private final Signatures signatures;
    private final Names conditions;

    /** @param conditions names of the facts on which units of a framework depend */
    ScopeReader(Optional<Node> file, Problems problems, Signatures signatures, Names conditions) {
        Node none = new Node.Mapping(List.of(), MappingReader.top("scope.yaml"));
        this.fields = new Fields(file.orElse(none), problems, TOP);
        this.problems = problems;
        this.signatures = signatures;
        this.conditions = conditions;
    }

    Scope scope() {
        return new Scope(
                fields.text("entity"),
                fields.text("kind"),
                fields.text("classification"),
                fields.text("official"),
                accounts(),
                regions(),
                facts(),
                system(),
                fields.text("contact"));
    }

    private Description system() {
        if (!fields.given("system")) {
            return Description.NONE;
        }
        Fields system = new Fields(
                fields.node("system").orElseGet(() -> new Node.Mapping(List.of(), fields.position("system"))),
                problems,
                SYSTEM);
        signatures.needs(system, "approver", "approved");
        Description said =
                new Description(system.required("description"), system.text("approver"), system.date("approved"));
        signatures.since(system, said.approved());
        return said;
    }

    Map<String, String> owners(Names citations) {
        Map<String, String> owners = new TreeMap<>();
        Fields names = Lists.fields(fields, "owners", problems);
        for (Node.Entry entry : fields.named("owners")) {
            AssertionReader.checkCitation(entry, citations, problems);
            owners.put(entry.key(), names.text(entry.key()));
        }
        return owners;
    }

    private Map<String, AccountScope> accounts() {
        Map<String, AccountScope> accounts = new TreeMap<>();
        for (Node node : fields.list("accounts")) {
            Fields account = new Fields(node, problems, ACCOUNT);
            AccountScope scope = new AccountScope(
                    account.required("id"),
                    account.text("name"),
                    account.yes("in_scope", true),
                    ephi(account),
                    account.text("reason"),
                    account.text("approver"),
                    account.date("approved"));
            check(account, scope);
            leaves(account, "An account", scope.inScope(), scope.approver(), scope.reason(), scope.approved());
            if (accounts.put(scope.id(), scope) != null) {
                problems.add("duplicate-id", account.position(), "The account " + scope.id() + " is there twice.");
            }
        }
        return accounts;
    }

    /** That an account holds no ePHI leaves it out of tests, so it is said only when somebody signed it; that it does needs nobody. */
    private Optional<Boolean> ephi(Fields account) {
        Optional<Boolean> said = account.said("ephi");
        boolean none = said.isPresent() && !said.get();
        if (none) {
            signatures.needs(account, "approver", "approved");
        }
        return none && !(account.given("approver") && account.given("approved")) ? Optional.empty() : said;
    }

    /** Whether a region of such a name exists is known to who asks AWS, not here. */
    private Map<String, RegionScope> regions() {
        Map<String, RegionScope> regions = new TreeMap<>();
        for (Node node : fields.list("regions")) {
            Fields region = new Fields(node, problems, REGION);
            RegionScope scope = new RegionScope(
                    region.required("name"),
                    region.yes("in_scope", true),
                    region.text("reason"),
                    region.text("approver"),
                    region.date("approved"),
                    region.position("name"));
            leaves(region, "A region", scope.inScope(), scope.approver(), scope.reason(), scope.approved());
            signatures.since(region, scope.approved());
            if (regions.put(scope.name(), scope) != null) {
                problems.add("duplicate-id", region.position(), "The region " + scope.name() + " is there twice.");
            }
        }
        return regions;
    }

    private void leaves(
            Fields entry, String what, boolean inScope, String approver, String reason, LocalDate approved) {
        if (!inScope && (approver.isEmpty() || reason.isEmpty() || approved == null)) {
            problems.add(
                    "missing-key",
                    entry.position("in_scope"),
                    what + " leaves the scope only with approver, approved and reason.");
        }
    }

    private void check(Fields account, AccountScope scope) {
        if (!scope.id().isEmpty() && !scope.id().matches("\\d{12}")) {
            problems.add(
                    "wrong-type",
                    account.position("id"),
                    "id must be the 12 digits of an account, not \"" + scope.id() + "\".",
                    "Write digits only, with the zeros in front, in quotes.");
        }
        if (!account.given("name")) {
            problems.warn("no-name", account.position(), "The account " + scope.id() + " has no name here.", "");
        }
        signatures.since(account, scope.approved());
    }

    private Map<String, Fact> facts() {
        Map<String, Fact> facts = new TreeMap<>();
        for (Node node : fields.list("facts")) {
            Fields fact = new Fields(node, problems, FACT);
            String name = fact.required("name");
            fact.required("value");
            conditions.check(
                    name,
                    "unknown-fact",
                    fact.position("name"),
                    "No framework asks for the fact " + name + ".",
                    problems);
            signatures.needs(fact, "approver", "approved");
            Fact said = new Fact(name, fact.yes("value", true), fact.text("approver"), fact.date("approved"));
            signatures.since(fact, said.approved());
            if (facts.put(name, said) != null) {
                problems.add("duplicate-id", fact.position(), "The fact " + name + " is there twice.");
            }
        }
        return facts;
    }
}
