package io.exhibit.evaluate;

import dev.cel.runtime.CelEvaluationException;
import io.exhibit.control.Book;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Evidence;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.RunRecord.Unit;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Compares judging with the bare evaluation of the same expressions over the same records, in the same run. */
public final class JudgeBench {

    private static final int ROUNDS = 5;

    /**
     * Seconds are those of the fastest round.
     *
     * @param items judged in a round
     * @param evaluations expressions worked out in a round
     */
    public record Figures(long items, int assertions, long evaluations, double bareSeconds, double judgedSeconds) {

        /** Evaluations of expressions alone in a second. */
        public double barePerSecond() {
            return evaluations / bareSeconds;
        }

        /** Evaluations in a second, with all that judging does around them. */
        public double judgedPerSecond() {
            return evaluations / judgedSeconds;
        }

        /** Speed of judging as a share of bare evaluation. */
        public double share() {
            return bareSeconds / judgedSeconds;
        }
    }

    private final Catalog catalog;
    private final Book book;
    private final List<CompiledTest> tests;
    private long evaluations;
    private long items;

    /** @param book its assertions on the reading are asked that need no further readings */
    public JudgeBench(Book book, Catalog catalog, String reading) {
        this.catalog = catalog;
        this.book = book.with(book.assertions().stream()
                .filter(a -> a.source().equals(reading) && a.with().isEmpty())
                .toList());
        this.tests = Compiler.of(this.book, catalog).tests();
    }

    /** Judges records that are made up from the reading's type. */
    public static Figures memory(Book book, Catalog catalog, String reading, int records) {
        return new JudgeBench(book, catalog, reading).run(new SyntheticRun(catalog, reading, records), reading);
    }

    /** Judges the records of a run; streaming them counts on both sides. */
    Figures run(Evidence evidence, String reading) {
        Evaluator evaluator = new Evaluator(book, catalog, ZoneOffset.UTC);
        Variables variables = new RunContext(
                        book, new Vocabulary(catalog), tests, ZoneOffset.UTC, evidence, (id, item) -> {}, 0)
                .variables;
        double bare = Double.MAX_VALUE;
        double judged = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            evaluations = 0;
            long begin = System.nanoTime();
            for (Unit unit : evidence.run().units()) {
                variables.stand(Map.of("account", unit.target().account()), r -> null);
                evidence.read(unit.target(), List.of(reading), record -> bare(variables, record));
            }
            long middle = System.nanoTime();
            items = 0;
            evaluator.assess(evidence, (id, item) -> items++);
            bare = Math.min(bare, (middle - begin) / 1e9);
            judged = Math.min(judged, (System.nanoTime() - middle) / 1e9);
        }
        return new Figures(items, tests.size(), evaluations, bare, judged);
    }

    private void bare(Variables variables, Record record) {
        variables.item(record.members(), record.provenance().at());
        for (CompiledTest test : tests) {
            if (test.where() == null || bare(test.where(), variables)) {
                bare(test.expect(), variables);
            }
        }
    }

    private boolean bare(Predicate predicate, Variables variables) {
        evaluations++;
        try {
            return Boolean.TRUE.equals(predicate.program().eval(variables));
        } catch (CelEvaluationException e) {
            return true;
        }
    }
}
