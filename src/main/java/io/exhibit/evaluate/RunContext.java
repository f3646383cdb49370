package io.exhibit.evaluate;

import io.exhibit.assessment.ItemSink;
import io.exhibit.control.Book;
import io.exhibit.evidence.Evidence;
import io.exhibit.evidence.RunRecord;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What stays the same while one run is judged. */
final class RunContext {

    final Vocabulary vocabulary;
    final Evidence evidence;
    final RunRecord run;
    final Targets targets;
    final CollectionRecords collection;
    final RegisterRecords registers;
    final Companions companions;
    final Variables variables;
    final ItemJudge items;
    final Choice choice;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    RunContext(
            Book book,
            Vocabulary vocabulary,
            List<CompiledTest> tests,
            ZoneId zone,
            Evidence evidence,
            ItemSink sink,
            int limit) {
        this.vocabulary = vocabulary;
        this.evidence = evidence;
        this.run = evidence.run();
        LocalDate day = run.started().atZone(zone).toLocalDate();
        this.targets = new Targets(run, book.scope().on(day));
        this.collection = new CollectionRecords(run, targets);
        this.registers = new RegisterRecords(book.registers(), day);
        Set<String> wanted = new TreeSet<>();
        tests.forEach(t -> t.assertion()
                .with()
                .values()
                .forEach(written -> wanted.add(Reach.of(written).reading())));
        this.companions = new Companions(evidence, targets, vocabulary, collection, wanted, limit);
        this.choice = new Choice(book.parameters());
        Map<String, Object> parameters = values(book);
        LocalDate first = day.withDayOfMonth(1);
        Map<String, Object> month = Map.of(
                "start", first.atStartOfDay(zone).toInstant(),
                "end", first.plusMonths(1).atStartOfDay(zone).toInstant());
        this.variables = new Variables(run.started(), month, parameters, registers.counting());
        Acceptances acceptances = new Acceptances(book.acceptances());
        this.items = new ItemJudge(variables, parameters, acceptances, day);
        for (CompiledTest test : tests) {
            String id = test.assertion().id();
            tallies.put(id, new Tally(id, noun(test), acceptances.withoutAccount(id), sink));
        }
    }

    /** The parameters as expressions see them. */
    static Map<String, Object> values(Book book) {
        Map<String, Object> values = new LinkedHashMap<>();
        book.parameters().forEach((name, parameter) -> values.put(name, parameter.value()));
        return values;
    }

    Tally tally(CompiledTest test) {
        return tallies.get(test.assertion().id());
    }

    String noun(CompiledTest test) {
        return vocabulary.noun(test.assertion().source());
    }
}
