package io.exhibit.evaluate;

import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.DocumentResult.State;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Document;
import io.exhibit.control.Document.Covers;
import io.exhibit.control.Document.Filed;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Whether a document was on file, young enough, and about what it must be about, for a period. */
final class Freshness {

    private final Book book;
    private final Period period;
    private final List<TestResult> tests;

    /** @param tests what the period says on each test, for documents that one of them speaks about */
    Freshness(Book book, Period period, List<TestResult> tests) {
        this.book = book;
        this.period = period;
        this.tests = tests;
    }

    DocumentResult of(Document document) {
        DocumentResult filed = filed(document);
        List<Control> asking = book.framework().controls().stream()
                .filter(c -> document.serves().containsKey(c.citation()))
                .toList();
        boolean excluded = !asking.isEmpty() && asking.stream().allMatch(book.scope()::excludes);
        return excluded && filed.state() != State.CURRENT
                ? result(document, State.NOT_APPLICABLE, 0, "Every unit that asks for it is signed not to apply.")
                : filed;
    }

    private DocumentResult filed(Document document) {
        Filed filed = document.filed().orElse(null);
        if (filed == null) {
            return result(document, State.MISSING, 0, "Nothing is on file.");
        }
        if (filed.title().isBlank() || filed.approver().isBlank() || filed.approved() == null) {
            return result(document, State.INCOMPLETE, 0, "It needs a title, an approver and the date of approval.");
        }
        boolean ofPeriod = document.covers() == Covers.PERIOD;
        long age = ChronoUnit.DAYS.between(filed.approved(), period.last());
        if (age < 0 && !ofPeriod) {
            return result(
                    document, State.INCOMPLETE, 0, "It was approved on " + filed.approved() + ", after the period.");
        }
        if (document.maxAgeDays() > 0 && age > document.maxAgeDays()) {
            String limit = "It was approved " + age + " days before the end of the period; the limit is "
                    + document.maxAgeDays() + ".";
            return result(document, State.STALE, age, limit);
        }
        if (ofPeriod && filed.approved().isBefore(period.first())) {
            String before = "It was approved on " + filed.approved() + ", before the period that it must cover.";
            return result(document, State.STALE, age, before);
        }
        long undecided = document.covers() == Covers.DECISIONS ? undecided() : 0;
        if (undecided > 0) {
            String missing = "No decision that counts is on record for " + undecided + " of "
                    + addressable().size() + " addressable units.";
            return result(document, State.INCOMPLETE, age, missing);
        }
        return tested(document, Math.max(0, age));
    }

    /** However young a document is: one that is about something else than what is there now is stale, and unknown is not current. */
    private DocumentResult tested(Document document, long age) {
        String id = document.testedBy();
        Verdict verdict = tests.stream()
                .filter(test -> test.assertion().id().equals(id))
                .findFirst()
                .map(TestResult::verdict)
                .orElse(Verdict.NOT_APPLICABLE);
        return switch (verdict) {
            case FAIL -> result(document, State.STALE, age, "It is not about what is there now: " + id + " deviates.");
            case INCONCLUSIVE ->
                result(
                        document,
                        State.INCOMPLETE,
                        age,
                        "Whether it is about what is there now is not known: " + id + " is inconclusive.");
            case PASS, MANUAL, NOT_APPLICABLE -> result(document, State.CURRENT, age, until(document));
        };
    }

    /** What is about a period cannot know of its days after the approval. */
    private String until(Document document) {
        LocalDate approved = document.filed().map(Filed::approved).orElseThrow();
        return document.covers() == Covers.PERIOD && approved.isBefore(period.last())
                ? "It was approved before the period ended, and covers it to " + approved + " at most."
                : "";
    }

    private static DocumentResult result(Document document, State state, long age, String reason) {
        return new DocumentResult(document, state, age, reason);
    }

    private List<Control> addressable() {
        return book.framework().controls().stream()
                .filter(c -> c.obligation() == Obligation.ADDRESSABLE
                        && !book.scope().excludes(c))
                .toList();
    }

    private long undecided() {
        return addressable().stream()
                .filter(c -> book.decisions().stream()
                        .noneMatch(d -> d.citation().equals(c.citation()) && d.counts(period.last())))
                .count();
    }
}
