package io.exhibit.aws;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Day;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.control.Framework;
import io.exhibit.evaluate.Evaluator;
import io.exhibit.evaluate.PeriodJudge;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Evidence;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.Source;
import io.exhibit.render.Issue;
import io.exhibit.render.PackContent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges a night by what of the book has to do with one source, and makes the content of the pack that it would have. */
final class NightJudge {

    private final Catalog catalog;
    private final Book book;
    private final Evaluator evaluator;

    /** Without what would be compiled and printed again for each case, and is the same. */
    private final Evaluator cover;

    NightJudge(Catalog catalog, Book whole, Source source) {
        this.catalog = catalog;
        Set<String> readings = source.readings().stream().map(Reading::key).collect(Collectors.toSet());
        book = whole.with(whole.assertions().stream()
                .filter(assertion ->
                        isOverAll(assertion) || populations(assertion).anyMatch(readings::contains))
                .toList());
        Framework framework = whole.framework();
        Book bare = new Book(
                new Framework(framework.id(), framework.title(), framework.edition(), framework.reviewer(), List.of()),
                List.of(),
                List.of(),
                whole.scope(),
                whole.parameters(),
                whole.registers(),
                List.of(),
                List.of(),
                whole.files(),
                whole.digest());
        cover = new Evaluator(bare, catalog, ZoneOffset.UTC);
        evaluator = new Evaluator(book, catalog, ZoneOffset.UTC);
    }

    List<Assertion> assertions() {
        return book.assertions();
    }

    /** Whether it asks of every account or region how complete the run is. */
    static boolean isOverAll(Assertion assertion) {
        return assertion.source().startsWith("collection.");
    }

    /** Whether it is judged when a period is bound, and on no night. */
    static boolean isOfWholePeriod(Assertion assertion) {
        return Set.of("collection.schedule", "collection.fixity", "collection.retention")
                .contains(assertion.source());
    }

    /** The readings that an assertion is judged by. */
    static Stream<String> populations(Assertion assertion) {
        return Stream.concat(
                Stream.of(assertion.source()),
                assertion.with().values().stream().map(with -> with.split(" of ", 2)[0]));
    }

    /**
     * A judged night.
     *
     * @param judgements by assertion
     * @param items of each assertion, in order
     * @param content what its pack would be printed from
     */
    record Night(Map<String, Judgement> judgements, Map<String, List<Item>> items, PackContent content) {

        /** The judgement without its reason, which names the item that came first. */
        String counts(String assertion) {
            Judgement judged = judgements.get(assertion);
            return judged.toString().replace(judged.reason(), "");
        }

        /** What of the items is compared from day to day; an item that stands there twice is there twice. */
        List<String> sealed(String assertion, boolean digests) {
            return items.getOrDefault(assertion, List.of()).stream()
                    .map(item -> item.target() + " " + item.key() + " " + item.state() + " "
                            + (digests ? item.digest() : ""))
                    .toList();
        }

        Set<String> keys(String assertion, Item.State state) {
            return items.getOrDefault(assertion, List.of()).stream()
                    .filter(item -> item.state() == state)
                    .map(item -> item.target() + " " + item.key())
                    .collect(Collectors.toSet());
        }
    }

    Night judge(Evidence evidence) {
        Map<String, List<Item>> items = new TreeMap<>();
        Assessment assessment = evaluator.assess(
                evidence,
                (assertion, item) -> items.computeIfAbsent(assertion, id -> new ArrayList<>())
                        .add(item));
        items.values()
                .forEach(list -> list.sort(Comparator.comparing(Item::target).thenComparing(Item::key)));
        return new Night(
                assessment.judgements().stream().collect(Collectors.toMap(Judgement::assertion, judged -> judged)),
                items,
                content(evidence, assessment));
    }

    private PackContent content(Evidence evidence, Assessment assessment) {
        LocalDate date = LocalDate.ofInstant(evidence.run().due(), ZoneOffset.UTC);
        Day day = new Day(date, evidence.run().due(), Optional.of(evidence.run()), "");
        PeriodAssessment period = new PeriodJudge(cover)
                .judge(new Period(date, date, ZoneOffset.UTC), List.of(day), new OneNight(assessment), List.of());
        return new PackContent(
                period,
                List.of(evidence.run()),
                Map.of(),
                catalog.sources(),
                new Issue("EH-2026-10", 1, evidence.run().due(), false, Optional.empty()),
                new PackContent.Log("exhibit/EH", 1, "00", PackContent.Stamp.NOT_ASKED, Map.of(), List.of()),
                true,
                evidence.run().endpoint(),
                "Exhibit",
                Map.of(),
                Map.of(),
                List.of(),
                List.of(new PackContent.UsedBook(
                        "b00c".repeat(16), new TreeSet<>(List.of(date)), true, List.of(), List.of(), "")));
    }

    private record OneNight(Assessment judged) implements Days {

        @Override
        public Optional<Assessment> assessment(String run) {
            return Optional.of(judged);
        }

        @Override
        public void items(String run, String assertion, Consumer<Item> each) {}
    }
}
