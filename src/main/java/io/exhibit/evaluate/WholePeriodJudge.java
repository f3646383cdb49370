package io.exhibit.evaluate;

import io.exhibit.assessment.AtEnd;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.assessment.Keeping;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.Places;
import io.exhibit.assessment.Spell;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Book;
import io.exhibit.evidence.Record;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges what can be asked only when a period is bound: {@code collection.schedule}, {@code collection.fixity} and
 * {@code collection.retention}. A missed day deviates here and nowhere else.
 */
final class WholePeriodJudge {

    private final Variables variables;
    private final ItemJudge items;
    private final Vocabulary vocabulary;
    private final Period period;
    private final WholePeriodRecords records;

    WholePeriodJudge(Book book, Vocabulary vocabulary, Period period, List<Day> days, List<Keeping> keepings) {
        Map<String, Object> parameters = RunContext.values(book);
        Map<String, Object> span = Map.of("start", period.start(), "end", period.end());
        RegisterRecords registers = new RegisterRecords(book.registers(), period.last());
        this.variables = new Variables(period.end(), span, parameters, registers.counting());
        this.items = new ItemJudge(variables, parameters, new Acceptances(book.acceptances()), period.last());
        this.vocabulary = vocabulary;
        this.period = period;
        this.records = new WholePeriodRecords(days, keepings, period.last());
    }

    TestResult judge(CompiledTest test) {
        String reading = test.assertion().source();
        List<Item> judged = new ArrayList<>();
        Tally tally =
                new Tally(test.assertion().id(), vocabulary.noun(reading), Set.of(), (id, item) -> judged.add(item));
        variables.stand(Map.of("account", "", "region", "", "name", "", "management", false), name -> null);
        String unknown = records.unknown(reading);
        if (unknown.isEmpty()) {
            for (Record record : records.of(reading)) {
                variables.item(record.members(), period.end());
                items.judge(test, record, Map.of()).ifPresentOrElse(tally::item, tally::leftOut);
            }
        } else {
            tally.unknown(unknown);
        }
        List<Item> deviating = judged.stream()
                .filter(i -> i.state() == State.DEVIATES || i.state() == State.ACCEPTED)
                .toList();
        List<Item> open =
                judged.stream().filter(i -> i.state() == State.INCONCLUSIVE).toList();
        Causes causes = new Causes();
        open.forEach(item -> causes.add(item.text(), records.date(item.key())));
        if (!unknown.isEmpty()) {
            records.of(reading).forEach(record -> causes.add(unknown, records.date(record.key())));
        }
        // It is judged once, when the pack is bound.
        AtEnd atEnd = unknown.isEmpty() ? new AtEnd("", open, open.size(), 0) : AtEnd.whole(unknown);
        int all = days(records.of(reading).stream().map(Record::key));
        return new TestResult(
                test.assertion(),
                tally.judgement(),
                all,
                days(deviating.stream().map(Item::key)),
                unknown.isEmpty() ? days(open.stream().map(Item::key)) : all,
                deviating.stream()
                        .map(item -> history(test.assertion().id(), item))
                        .toList(),
                open,
                proof(judged),
                Places.NONE,
                causes.all(),
                atEnd);
    }

    private int days(Stream<String> keys) {
        return (int) keys.map(records::date).distinct().count();
    }

    private static String proof(List<Item> judged) {
        return judged.stream()
                .filter(i -> i.state() == State.CONFORMS)
                .reduce((one, later) -> later)
                .map(i -> i.key() + ": " + i.text())
                .orElse("");
    }

    /** A day that was missed stays missed; a file that was changed, and a lock that is short, were found when the period was bound. */
    private History history(String assertion, Item item) {
        LocalDate day = records.date(item.key());
        return new History(
                assertion,
                item.target(),
                item.key(),
                item.state(),
                day,
                false,
                day,
                List.of(new Spell(day, null)),
                null,
                item.text(),
                item.acceptance());
    }
}
