package io.exhibit.assessment;

import io.exhibit.control.Book;
import java.util.List;

/**
 * A period judged: what a pack is printed from.
 *
 * @param days every day on which a collection was due, in order
 * @param controls every unit of the framework, in the order of the rule
 * @param tests every assertion of the book, ordered by id
 * @param documents every document of the book, ordered by id
 */
public record PeriodAssessment(
        Book book,
        Period period,
        List<Day> days,
        List<ControlResult> controls,
        List<TestResult> tests,
        List<DocumentResult> documents) {}
