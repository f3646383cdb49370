package io.exhibit.evaluate;

import io.exhibit.assessment.Day;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Book;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Judges {@code collection.schedule}: the days on which a collection was due, as a population. A missed day deviates here and nowhere else. */
final class ScheduleJudge {

    private static final Target ORGANIZATION = Target.global("organization");

    private final Variables variables;
    private final ItemJudge items;
    private final Period period;
    private final List<Day> days;

    ScheduleJudge(Book book, Period period, List<Day> days) {
        Map<String, Object> parameters = RunContext.values(book);
        Map<String, Object> span = Map.of("start", period.start(), "end", period.end());
        RegisterRecords registers = new RegisterRecords(book.registers(), period.last());
        this.variables = new Variables(period.end(), span, parameters, registers.counting());
        this.items = new ItemJudge(variables, parameters, new Acceptances(book.acceptances()), period.last());
        this.period = period;
        this.days = days;
    }

    TestResult judge(CompiledTest test) {
        List<Item> judged = new ArrayList<>();
        Tally tally = new Tally(test.assertion().id(), "scheduled days", Set.of(), (id, item) -> judged.add(item));
        variables.stand(Map.of("account", "", "region", "", "name", "", "management", false), reading -> null);
        for (Day day : days) {
            Record record = record(day);
            variables.item(record.members(), period.end());
            items.judge(test, record, Map.of()).ifPresentOrElse(tally::item, tally::leftOut);
        }
        if (days.isEmpty()) {
            tally.unknown("No collection was due in the period.");
        }
        List<History> histories = judged.stream()
                .filter(i -> i.state() == State.DEVIATES || i.state() == State.ACCEPTED)
                .map(i -> history(test.assertion().id(), i))
                .toList();
        String proof = judged.stream()
                .filter(i -> i.state() == State.CONFORMS)
                .reduce((one, later) -> later)
                .map(i -> i.key() + ": " + i.text())
                .orElse("");
        List<Item> unknown =
                judged.stream().filter(i -> i.state() == State.INCONCLUSIVE).toList();
        return new TestResult(
                test.assertion(),
                tally.judgement(),
                days.size(),
                histories.size(),
                unknown.size(),
                histories,
                unknown,
                proof);
    }

    private static Record record(Day day) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("day", day.date().toString());
        members.put("due", day.due());
        members.put(
                "outcome",
                day.run().map(r -> r.outcome()).orElse(Outcome.MISSED).name().toLowerCase(Locale.ROOT));
        members.put("reason", day.reason());
        return new Record(Vocabulary.SCHEDULE, ORGANIZATION, day.date().toString(), members, List.of(), null);
    }

    /** A day that was missed stays missed. */
    private static History history(String assertion, Item item) {
        LocalDate day = LocalDate.parse(item.key());
        return new History(
                assertion,
                item.target(),
                item.key(),
                item.state(),
                day,
                false,
                day,
                null,
                List.of(),
                null,
                item.text(),
                item.acceptance());
    }
}
