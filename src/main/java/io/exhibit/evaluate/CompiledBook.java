package io.exhibit.evaluate;

import io.exhibit.control.Book;
import io.exhibit.control.Problem;
import java.util.List;

/** A book whose expressions were compiled: it can be asked when there are no problems. */
public final class CompiledBook {

    private final Book book;
    private final Vocabulary vocabulary;
    private final List<CompiledTest> tests;
    private final List<Problem> problems;

    /** @param tests those that compile */
    CompiledBook(Book book, Vocabulary vocabulary, List<CompiledTest> tests, List<Problem> problems) {
        this.book = book;
        this.vocabulary = vocabulary;
        this.tests = tests;
        this.problems = problems;
    }

    /** Everything in the assertions' expressions, sources and sentences that does not fit the records. */
    public List<Problem> problems() {
        return problems;
    }

    public Book book() {
        return book;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** @throws IllegalArgumentException when there are problems */
    List<CompiledTest> tests() {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("the book does not compile: " + problems.get(0));
        }
        return tests;
    }
}
