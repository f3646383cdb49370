package io.exhibit.assessment;

import io.exhibit.control.Book;
import java.time.LocalDate;
import java.util.List;

/**
 * A period judged: what a pack is printed from.
 *
 * @param bookChanges sealed days of the period that were judged by another book than the sealed day before them
 * @param days every day on which a collection was due, in order
 * @param controls every unit of the framework, in the order of the rule
 * @param tests every assertion of the book, ordered by id
 * @param documents every document of the book, ordered by id
 */
public record PeriodAssessment(
        Book book,
        Period period,
        List<LocalDate> bookChanges,
        List<Day> days,
        List<ControlResult> controls,
        List<TestResult> tests,
        List<DocumentResult> documents) {}
