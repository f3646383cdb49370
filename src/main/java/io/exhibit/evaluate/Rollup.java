package io.exhibit.evaluate;

import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.ControlResult.Basis;
import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Assertion.Link;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Decision;
import io.exhibit.control.Decision.Choice;
import io.exhibit.control.Scope.Fact;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rolls tests and documents up to the units of the rule: the verdict for machines is the maximum, the conclusion is for people. */
final class Rollup {

    private final Book book;
    private final LocalDate last;
    private final List<TestResult> tests;
    private final List<DocumentResult> documents;
    private final Conclusion conclusion;

    Rollup(Book book, LocalDate last, List<TestResult> tests, List<DocumentResult> documents, Vocabulary vocabulary) {
        this.book = book;
        this.last = last;
        this.tests = tests;
        this.documents = documents;
        this.conclusion = new Conclusion(vocabulary);
    }

    ControlResult of(Control control) {
        List<TestResult> serving = tests.stream()
                .filter(t -> t.assertion().serves().containsKey(control.citation()))
                .sorted(Comparator.comparing((TestResult t) -> link(t, control).strength())
                        .thenComparing(t -> t.assertion().id()))
                .toList();
        List<DocumentResult> asked = documents.stream()
                .filter(d -> d.document().serves().containsKey(control.citation()))
                .toList();
        Optional<Decision> decision = book.decisions().stream()
                .filter(d -> d.citation().equals(control.citation()))
                .findFirst();
        Concluded concluded = conclude(control, serving, asked, decision);
        return new ControlResult(
                control, concluded.verdict(), concluded.words(), serving, asked, concluded.basis(), decision);
    }

    /** A verdict, its words, and what they go by. */
    record Concluded(Verdict verdict, String words, Basis basis) {}

    private Concluded conclude(
            Control control, List<TestResult> serving, List<DocumentResult> asked, Optional<Decision> decision) {
        if (!control.condition().isEmpty()) {
            Fact fact = book.scope().facts().get(control.condition());
            String condition = control.condition().replace('_', ' ');
            if (fact == null || !fact.signed()) {
                return new Concluded(
                        Verdict.INCONCLUSIVE,
                        "Not fully evaluated: whether \"" + condition + "\" applies to the entity is not on record",
                        Basis.FACT);
            }
            if (!fact.value()) {
                return new Concluded(
                        Verdict.NOT_APPLICABLE,
                        "Not applicable: " + fact.approver() + " stated on " + fact.approved() + " that \"" + condition
                                + "\" does not apply to the entity",
                        Basis.FACT);
            }
        }
        if (control.obligation() == Obligation.ADDRESSABLE
                && decision.isPresent()
                && decision.get().choice() != Choice.IMPLEMENTED) {
            return decided(decision.get(), serving, asked);
        }
        if (serving.isEmpty() && asked.isEmpty()) {
            return new Concluded(Verdict.INCONCLUSIVE, "Not mapped yet", Basis.TESTS);
        }
        return tested(serving, asked);
    }

    private Concluded tested(List<TestResult> serving, List<DocumentResult> asked) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (TestResult test : serving) {
            verdict = verdict.max(test.verdict());
        }
        for (DocumentResult document : asked) {
            verdict = verdict.max(document.verdict());
        }
        return new Concluded(verdict, conclusion.of(serving, asked), Basis.TESTS);
    }

    /** 45 CFR 164.306(d)(3)(ii)(B): why it is not reasonable is documented, and an equivalent alternative where there is one. */
    private Concluded decided(Decision decision, List<TestResult> serving, List<DocumentResult> asked) {
        if (!decision.counts(last)) {
            Concluded tested = tested(serving, asked);
            return new Concluded(
                    tested.verdict().max(Verdict.INCONCLUSIVE),
                    tested.words() + "; the decision on record does not count: it needs a rationale, an approver, and a"
                            + " review date that has not passed",
                    Basis.TESTS);
        }
        String what = decision.choice() == Choice.ALTERNATIVE
                ? "An alternative measure is on record"
                : "That the specification is not reasonable is on record";
        Optional<DocumentResult> document = documents.stream()
                .filter(d -> d.document().id().equals(decision.document()))
                .findFirst();
        String state = document.map(d -> "its document " + decision.document() + " is " + Conclusion.state(d.state()))
                .orElse("no document is named for it");
        return new Concluded(
                document.map(DocumentResult::verdict).orElse(Verdict.MANUAL),
                what + " (" + decision.approver() + ", " + decision.approved() + "); " + state
                        + (serving.isEmpty() ? "" : "; " + conclusion.information(serving)),
                Basis.DECISION);
    }

    private static Link link(TestResult test, Control control) {
        return test.assertion().serves().get(control.citation());
    }
}
