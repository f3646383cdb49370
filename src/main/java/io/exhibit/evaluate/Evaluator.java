package io.exhibit.evaluate;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.ItemSink;
import io.exhibit.control.Book;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Evidence;
import java.time.ZoneId;
import java.util.List;

/**
 * Judges a sealed run by a book: every assertion over every record of its population, one pass over each source.
 * Deterministic: the same evidence and the same book give the same items, in the same order.
 */
public final class Evaluator {

    /** How many records of a further reading may stand in memory beside an item. */
    static final int COMPANIONS = 20_000;

    private final Book book;
    private final Catalog catalog;
    private final ZoneId zone;
    private final Vocabulary vocabulary;
    private final List<CompiledTest> tests;
    private final int companions;

    /**
     * @param zone says which day and month an instant belongs to
     * @throws IllegalArgumentException when the book does not compile; {@link Compiler#problems} tells why
     */
    public Evaluator(Book book, Catalog catalog, ZoneId zone) {
        this(book, catalog, zone, COMPANIONS);
    }

    Evaluator(Book book, Catalog catalog, ZoneId zone, int companions) {
        this(Compiler.of(book, catalog), catalog, zone, companions);
    }

    /** @throws IllegalArgumentException when the book has problems */
    public Evaluator(CompiledBook compiled, Catalog catalog, ZoneId zone) {
        this(compiled, catalog, zone, COMPANIONS);
    }

    private Evaluator(CompiledBook compiled, Catalog catalog, ZoneId zone, int companions) {
        this.book = compiled.book();
        this.catalog = catalog;
        this.zone = zone;
        this.vocabulary = compiled.vocabulary();
        this.tests = compiled.tests();
        this.companions = companions;
    }

    /** Hands every item to the sink and returns the day. */
    public Assessment assess(Evidence evidence, ItemSink sink) {
        RunContext run = new RunContext(book, vocabulary, tests, zone, evidence, sink, companions);
        return new Assessment(
                evidence.run().id(),
                evidence.run().started(),
                book.digest(),
                new DayJudge(run, tests).judge(catalog.sources()));
    }

    /** What an item of a population is called, in the plural. */
    public String noun(String population) {
        return vocabulary.noun(population);
    }

    Book book() {
        return book;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<CompiledTest> tests() {
        return tests;
    }
}
