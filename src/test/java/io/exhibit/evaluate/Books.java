package io.exhibit.evaluate;

import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Expression;
import io.exhibit.control.Assertion.Link;
import io.exhibit.control.Assertion.Particulars;
import io.exhibit.control.Assertion.Strength;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Decision;
import io.exhibit.control.Document;
import io.exhibit.control.Framework;
import io.exhibit.control.Parameter;
import io.exhibit.control.Position;
import io.exhibit.control.Register;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.control.Scope;
import io.exhibit.control.Scope.AccountScope;
import io.exhibit.control.Scope.Fact;
import io.exhibit.control.Scope.RegionScope;
import io.exhibit.control.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a book for a test, piece by piece; dates are those of October 2026. */
final class Books {

    static final Position AT = new Position("assertions/test.yaml", 10, 5);
    static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 2);

    private final List<Assertion> assertions = new ArrayList<>();
    private final List<Control> controls = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private final List<RiskAcceptance> acceptances = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<String, AccountScope> accounts = new LinkedHashMap<>();
    private final Map<String, RegionScope> regions = new LinkedHashMap<>();
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, Register> registers = new LinkedHashMap<>();

    /** An assertion in the making. */
    static final class Draft {
        String id = "T-01";
        Timing timing = Timing.SNAPSHOT;
        String source = Samples.REPORT;
        Map<String, String> with = Map.of();
        String where = "true";
        String expect = "true";
        String across = "";
        String vanished = "";
        String deviation = "it deviates";
        Severity severity = Severity.HIGH;
        boolean limit;
        List<String> proof = List.of();
        List<String> parameters = List.of();
        Map<String, Link> serves = Map.of("164.312(d)", new Link(Strength.DIRECT, "because"));
        Particulars particulars = Particulars.NONE;

        Assertion done() {
            return new Assertion(
                    id,
                    "It is so",
                    timing,
                    source,
                    with,
                    new Expression(where, AT),
                    new Expression(expect, AT),
                    new Expression(across, AT),
                    vanished,
                    deviation,
                    "Mend it",
                    severity,
                    limit,
                    proof,
                    parameters,
                    serves,
                    AT,
                    Map.of(),
                    particulars);
        }
    }

    Books test(Draft draft) {
        assertions.add(draft.done());
        return this;
    }

    Books unit(String citation, Obligation obligation, String condition) {
        controls.add(new Control(
                citation, "", "Technical safeguards", citation, obligation, "", "", Map.of(), condition, "", ""));
        return this;
    }

    Books document(Document document) {
        documents.add(document);
        return this;
    }

    Books accept(RiskAcceptance acceptance) {
        acceptances.add(acceptance);
        return this;
    }

    Books decide(Decision decision) {
        decisions.add(decision);
        return this;
    }

    Books account(String id, boolean inScope, Optional<Boolean> ephi) {
        accounts.put(id, new AccountScope(id, id, inScope, ephi, "said so", "Dana Reyes", LONG_AGO));
        return this;
    }

    Books region(String name, boolean inScope) {
        regions.put(name, new RegionScope(name, inScope, "said so", "Dana Reyes", LONG_AGO, AT));
        return this;
    }

    Books fact(Fact fact) {
        facts.put(fact.name(), fact);
        return this;
    }

    Books parameter(String name, Object value) {
        parameters.put(name, new Parameter(name, value, "days", "", AT));
        return this;
    }

    Books register(String name, Register.Entry... entries) {
        registers.put(name, new Register(name, List.of(entries), AT));
        return this;
    }

    static Register.Entry entry(Map<String, Object> members) {
        return new Register.Entry(members, "Dana Reyes", LONG_AGO, "known", LocalDate.of(2027, 1, 2), false, AT);
    }

    Book done() {
        return new Book(
                new Framework("rule", "A rule", "as printed", "", controls),
                assertions,
                documents,
                new Scope("Harbour Clinic", "Covered entity", "Confidential", accounts, regions, facts),
                parameters,
                registers,
                acceptances,
                decisions,
                Map.of(),
                "b00c");
    }
}
