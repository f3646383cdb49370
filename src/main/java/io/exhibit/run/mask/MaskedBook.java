package io.exhibit.run.mask;

import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Decision;
import io.exhibit.control.Document;
import io.exhibit.control.Document.Filed;
import io.exhibit.control.Parameter;
import io.exhibit.control.Register;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.control.Scope;
import io.exhibit.control.Scope.AccountScope;
import io.exhibit.control.Scope.Description;
import io.exhibit.control.Scope.Fact;
import io.exhibit.control.Scope.RegionScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The book as a masked pack prints it: what the entity's people wrote of accounts and of each other. The mapping stays as it is.
 *
 * @param whole whether texts are masked as a whole
 * @param mapping the mapping's own file of parameters
 */
record MaskedBook(Masker masker, boolean whole, String mapping) {

    Book of(Book book) {
        return new Book(
                book.framework(),
                book.assertions(),
                book.elsewhere(),
                book.documents().stream().map(this::document).toList(),
                scope(book.scope()),
                parameters(book.parameters()),
                registers(book),
                book.acceptances().stream().map(this::acceptance).toList(),
                book.decisions().stream().map(this::decision).toList(),
                book.files(),
                digest(book.digest()));
    }

    /** Over files of which little may be unknown: who could try values out would find an account id. */
    String digest(String sha256) {
        return whole && sha256.matches("[0-9a-f]{64}") ? masker.value(Kind.DIGEST, sha256) : sha256;
    }

    private Scope scope(Scope scope) {
        Map<String, AccountScope> accounts = new TreeMap<>();
        scope.accounts().forEach((id, a) -> {
            String masked = masker.value(Kind.ACCOUNT, id);
            accounts.put(
                    masked,
                    new AccountScope(
                            masked,
                            masker.value(Kind.ACCOUNT_NAME, a.name()),
                            a.inScope(),
                            a.ephi(),
                            masker.value(Kind.TEXT, a.reason()),
                            masker.value(Kind.PERSON, a.approver()),
                            a.approved()));
        });
        Map<String, RegionScope> regions = new TreeMap<>();
        scope.regions()
                .forEach((name, r) -> regions.put(
                        name,
                        new RegionScope(
                                r.name(),
                                r.inScope(),
                                masker.value(Kind.TEXT, r.reason()),
                                masker.value(Kind.PERSON, r.approver()),
                                r.approved(),
                                r.position())));
        Map<String, Fact> facts = new LinkedHashMap<>();
        scope.facts()
                .forEach((name, f) -> facts.put(
                        name, new Fact(f.name(), f.value(), masker.value(Kind.PERSON, f.approver()), f.approved())));
        return new Scope(
                scope.entity(),
                scope.kind(),
                scope.classification(),
                masker.value(Kind.PERSON, scope.official()),
                accounts,
                regions,
                facts,
                new Description(
                        masker.value(Kind.TEXT, scope.system().text()),
                        masker.value(Kind.PERSON, scope.system().approver()),
                        scope.system().approved()),
                masker.value(Kind.TEXT, scope.contact()));
    }

    /** No other register is printed as it is written. */
    private Map<String, Register> registers(Book book) {
        Set<String> ids = Stream.concat(
                        book.assertions().stream().map(Assertion::id),
                        book.documents().stream().map(Document::id))
                .collect(Collectors.toSet());
        Map<String, Register> masked = new TreeMap<>(book.registers());
        for (String printed : List.of(Register.DUTIES, Register.READ, Register.TERMS, Register.MISSED)) {
            masked.computeIfPresent(
                    printed,
                    (name, register) -> new Register(
                            name,
                            register.entries().stream()
                                    .map(entry -> entry(entry, ids))
                                    .toList(),
                            register.position()));
        }
        return masked;
    }

    /** @param ids of tests and documents, which are the mapping's own words */
    private Register.Entry entry(Register.Entry entry, Set<String> ids) {
        Map<String, Object> members = new TreeMap<>(entry.members());
        members.replaceAll((member, value) -> switch (member) {
            case "owner" -> masker.value(Kind.PERSON, String.valueOf(value));
            // As a report of AWS Artifact is masked: the two are held against each other.
            case "report" -> masker.key(Kind.RESOURCE, String.valueOf(value));
            // A number, as AWS gives it to each version; by it the list is held against the report.
            case "version", "duties" ->
                value instanceof String text && text.matches("\\d{1,6}")
                        ? text
                        : masker.value(Kind.TEXT, String.valueOf(value));
            default -> value instanceof String text && !ids.contains(text) ? masker.value(Kind.TEXT, text) : value;
        });
        return new Register.Entry(
                members,
                masker.value(Kind.PERSON, entry.approver()),
                entry.approved(),
                masker.value(Kind.TEXT, entry.reason()),
                entry.review(),
                entry.sample(),
                entry.position());
    }

    private RiskAcceptance acceptance(RiskAcceptance a) {
        return new RiskAcceptance(
                a.id(),
                a.assertion(),
                masker.value(Kind.RESOURCE, a.item()),
                a.account().equals("*") ? a.account() : masker.value(Kind.ACCOUNT, a.account()),
                masker.value(Kind.PERSON, a.approver()),
                a.approved(),
                a.expires(),
                masker.value(Kind.TEXT, a.reason()),
                a.sample(),
                a.position());
    }

    Decision decision(Decision d) {
        return new Decision(
                d.citation(),
                d.choice(),
                masker.value(Kind.TEXT, d.rationale()),
                masker.value(Kind.DOCUMENT, d.document()),
                masker.value(Kind.PERSON, d.approver()),
                d.approved(),
                d.review(),
                d.position());
    }

    Document document(Document d) {
        Optional<Filed> filed = d.filed()
                .map(f -> new Filed(
                        masker.value(Kind.DOCUMENT, f.title()),
                        f.version(),
                        masker.value(Kind.PERSON, f.approver()),
                        f.approved(),
                        digest(f.digest()),
                        f.position()));
        return new Document(
                d.id(),
                d.says(),
                d.required(),
                d.maxAgeDays(),
                d.covers(),
                d.serves(),
                d.testedBy(),
                d.againstNone(),
                filed);
    }

    Control control(Control c) {
        return c.ownedBy(masker.value(Kind.PERSON, c.owner()));
    }

    private Map<String, Parameter> parameters(Map<String, Parameter> parameters) {
        Map<String, Parameter> masked = new TreeMap<>();
        parameters.forEach((name, p) -> masked.put(name, parameter(p)));
        return masked;
    }

    Parameter parameter(Parameter p) {
        return new Parameter(
                p.name(), parameter(p.value()), p.unit(), masker.value(Kind.DOCUMENT, p.policy()), p.position());
    }

    /** Numbers and switches are thresholds; words that the mapping does not have may name something of the entity's. */
    private Object parameter(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::parameter).toList();
        }
        return value instanceof String text && !mapping.contains(text) ? masker.key(Kind.RESOURCE, text) : value;
    }
}
