package io.exhibit.evaluate;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Keeping;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Book;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.RunRecord.Unit;
import io.exhibit.evidence.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Sealed days of October 2026, told item by item for the assertion T-01; an item is "KEY state" at the account's only target. */
final class Month implements Days {

    static final Target HERE = Target.global(FakeRun.MANAGEMENT);
    static final Period OCTOBER = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), ZoneOffset.UTC);

    private final TreeMap<LocalDate, Day> days = new TreeMap<>();
    private final List<Keeping> keepings = new ArrayList<>();
    /** Digest of the book by which the next days are judged. */
    String book = "b00c";

    private final Map<String, Assessment> assessments = new HashMap<>();
    private final Map<String, List<Item>> items = new HashMap<>();
    int streamed;

    /** A day of October on which these items were judged. */
    Month day(int day, String... told) {
        return day(LocalDate.of(2026, 10, day), told);
    }

    Month day(LocalDate date, String... told) {
        List<Item> list = new ArrayList<>();
        for (String item : told) {
            String[] keyAndState = item.split(" ");
            list.add(item(keyAndState[0], Item.State.valueOf(keyAndState[1])));
        }
        return sealed(date, list, true, "");
    }

    /** A day on which the source could not be read. */
    Month blind(int day) {
        return blind(LocalDate.of(2026, 10, day));
    }

    Month blind(LocalDate date) {
        Item target = new Item(HERE, HERE.toString(), Item.State.INCONCLUSIVE, "", "could not be read", "");
        return sealed(date, List.of(target), true, "");
    }

    /** Regions that were read on the last day that was told, beside what was found there. */
    Month read(String... regions) {
        return places(Item.State.CONFORMS, "users read", regions);
    }

    /** Regions that were not read on the last day that was told. */
    Month unread(String... regions) {
        return places(Item.State.INCONCLUSIVE, "could not be read", regions);
    }

    private Month places(Item.State state, String text, String... regions) {
        LocalDate date = days.lastKey();
        List<Item> all =
                new ArrayList<>(items.get(days.get(date).run().orElseThrow().id()));
        for (String region : regions) {
            Target place = new Target(HERE.account(), region);
            all.add(new Item(place, place.toString(), state, "", text, ""));
        }
        return sealed(date, all, true, "");
    }

    /** A day on which the source was not asked. */
    Month unasked(int day) {
        return unasked(LocalDate.of(2026, 10, day));
    }

    Month unasked(LocalDate date) {
        return sealed(date, List.of(), false, "The run asked for no users.");
    }

    /** A day on which no collection ran. */
    Month missed(int day) {
        return missed(LocalDate.of(2026, 10, day));
    }

    Month missed(LocalDate date) {
        days.put(
                date,
                new Day(date, due(date), Optional.of(run(date, Outcome.MISSED, List.of())), "it was switched off"));
        return this;
    }

    /** A sealed day whose mapping did not hold the assertion. */
    Month otherMapping(int day) {
        return otherMapping(LocalDate.of(2026, 10, day));
    }

    Month otherMapping(LocalDate date) {
        RunRecord run = run(date, Outcome.COMPLETE, List.of());
        days.put(date, new Day(date, due(date), Optional.of(run), ""));
        assessments.put(run.id(), new Assessment(run.id(), run.started(), "b00c", List.of()));
        return this;
    }

    /** How a run was found where it is kept. */
    Month kept(Keeping keeping) {
        keepings.add(keeping);
        return this;
    }

    PeriodAssessment judge(Book book) {
        return judge(book, OCTOBER);
    }

    PeriodAssessment judge(Book book, Period period) {
        return judge(new Evaluator(book, Samples.catalog(), ZoneOffset.UTC), period);
    }

    PeriodAssessment judge(Evaluator evaluator) {
        return judge(evaluator, OCTOBER);
    }

    PeriodAssessment judgeAlone(Book book, Period period) {
        return new PeriodJudge(new Evaluator(book, Samples.catalog(), ZoneOffset.UTC))
                .judgeAlone(period, List.copyOf(days.values()), this, keepings);
    }

    /** Id of the run of a day of October. */
    String run(int day) {
        return days.get(LocalDate.of(2026, 10, day)).run().orElseThrow().id();
    }

    private PeriodAssessment judge(Evaluator evaluator, Period period) {
        return new PeriodJudge(evaluator).judge(period, List.copyOf(days.values()), this, keepings);
    }

    /** The result of the only assertion. */
    TestResult test(Books.Draft draft) {
        return judge(new Books().parameter("mend_days_high", 7L).test(draft).done())
                .tests()
                .get(0);
    }

    private Month sealed(LocalDate date, List<Item> list, boolean asked, String unknown) {
        Part part = new Part(asked ? Samples.REPORT : "other", 1, 1, 1, Lists.NONE, List.of(), List.of(), 0, 0);
        RunRecord run = run(date, Outcome.COMPLETE, List.of(new Unit(HERE, "", 0, "", List.of(part))));
        days.put(date, new Day(date, due(date), Optional.of(run), ""));
        Tally tally = new Tally("T-01", "users", Set.of(), (id, item) -> {});
        list.forEach(tally::item);
        if (!unknown.isEmpty()) {
            tally.unknown(unknown);
        }
        Judgement judgement = tally.judgement();
        assessments.put(run.id(), new Assessment(run.id(), run.started(), book, List.of(judgement)));
        items.put(run.id(), list);
        return this;
    }

    private static Item item(String key, Item.State state) {
        String text = state == Item.State.CONFORMS
                ? "mfa_active = true"
                : key + " " + state.name().charAt(0);
        return new Item(HERE, key, state, "d1", text, state == Item.State.ACCEPTED ? "RA-1" : "");
    }

    private static RunRecord run(LocalDate date, Outcome outcome, List<Unit> units) {
        Instant due = due(date);
        return new RunRecord(date + "T021500Z", due, due, due, outcome, "", "aws", "", "", List.of(), Map.of(), units);
    }

    private static Instant due(LocalDate date) {
        return date.atTime(2, 15).toInstant(ZoneOffset.UTC);
    }

    @Override
    public Optional<Assessment> assessment(String run) {
        return Optional.ofNullable(assessments.get(run));
    }

    @Override
    public void items(String run, String assertion, Consumer<Item> each) {
        streamed++;
        items.getOrDefault(run, List.of()).forEach(each);
    }
}
