package io.exhibit.run.items;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.Population;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Timing;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Distinct;
import io.exhibit.evidence.Sha256;
import io.exhibit.render.AnswerPlaces;
import io.exhibit.render.PackContent;
import io.exhibit.render.forms.PopulationsCsv;
import io.exhibit.seal.PackWriter;
import io.exhibit.seal.Written;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the tests of a pack were made of on the last sealed day: the items stream through, one list after the other. */
public final class Populations {

    private final Days days;
    private final BiFunction<Assertion, Item, Item> shown;
    private final AnswerPlaces places;

    /**
     * @param shown an item as the pack may tell it
     * @param places where answers lie, by the names that the pack may tell
     */
    public Populations(Days days, BiFunction<Assertion, Item, Item> shown, AnswerPlaces places) {
        this.days = days;
        this.shown = shown;
        this.places = places;
    }

    /** Populations as they are. */
    public static Populations whole(Days days, PackContent content) {
        return new Populations(days, (test, item) -> item, new AnswerPlaces(content));
    }

    /**
     * Every test's population, those without items too.
     *
     * @param nouns what the items of a reading are called, in the plural
     */
    public List<Population> of(PeriodAssessment assessment, Catalog catalog, UnaryOperator<String> nouns) {
        List<Assessment> sealed = assessment.days().stream()
                .flatMap(day -> day.run().stream())
                .flatMap(run -> days.assessment(run.id()).stream())
                .toList();
        Optional<Assessment> last = sealed.isEmpty() ? Optional.empty() : Optional.of(sealed.get(sealed.size() - 1));
        List<String> before = new ArrayList<>();
        sealed.stream().limit(Math.max(0, sealed.size() - 1)).forEach(day -> before.add(0, day.run()));
        List<Population> populations = new ArrayList<>();
        for (TestResult result : assessment.tests()) {
            Assertion test = result.assertion();
            populations.add(last.map(day -> of(
                            test,
                            day,
                            test.timing() == Timing.SNAPSHOT ? List.of() : before,
                            calls(test, catalog),
                            nouns.apply(test.source())))
                    .orElseGet(() -> new Population(
                            test,
                            nouns.apply(test.source()),
                            calls(test, catalog),
                            "",
                            null,
                            List.of(),
                            0,
                            0,
                            0,
                            0,
                            "",
                            "No day of the period was sealed.")));
        }
        return populations;
    }

    private Population of(Assertion test, Assessment day, List<String> before, List<String> calls, String items) {
        Optional<Judgement> judged = day.judgements().stream()
                .filter(j -> j.assertion().equals(test.id()))
                .findFirst();
        String note =
                judged.map(Judgement::reason).orElse("The mapping of the last sealed day did not hold this test.");
        long rows = judged.map(Judgement::population).orElse(0L);
        return measured(
                new Population(test, items, calls, day.run(), day.at(), before, rows, 0, 0, 0, "", note), line -> {});
    }

    /**
     * The same list with its rows counted and digested as this pack may tell them.
     *
     * @param each is handed every line
     */
    public Population measured(Population p, Consumer<String> each) {
        if (p.rows() == 0 && p.before().isEmpty()) {
            return p;
        }
        MessageDigest digest = Sha256.streaming();
        long[] counted = new long[4];
        Consumer<String> measure = line -> {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            digest.update(bytes);
            counted[3] += bytes.length;
            each.accept(line);
        };
        measure.accept(PopulationsCsv.head());
        items(p, (item, run, there) -> {
            counted[0]++;
            counted[1] += item.ofPlace() ? 1 : 0;
            counted[2] += there ? 0 : 1;
            measure.accept(row(p, item, run));
        });
        return new Population(
                p.test(),
                p.items(),
                p.calls(),
                p.run(),
                p.read(),
                p.before(),
                counted[0],
                counted[1],
                counted[2],
                counted[0] == 0 ? 0 : counted[3],
                counted[0] == 0 ? "" : Sha256.hex(digest),
                p.note());
    }

    /** Puts each list that has items into a pack. */
    public void add(List<Population> populations, PackWriter pack) throws IOException {
        for (Population population : populations) {
            if (population.rows() > 0) {
                pack.add(population.file(), (Written) out -> write(population, out));
            }
        }
    }

    private void write(Population population, OutputStream out) throws IOException {
        try {
            lines(population, line -> {
                try {
                    out.write(line.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void lines(Population population, Consumer<String> each) {
        each.accept(PopulationsCsv.head());
        items(population, (item, run, there) -> each.accept(row(population, item, run)));
    }

    /** One item of a list, as it was in a run; {@code there} when it was there on the last day too. */
    private interface Row {
        void take(Item item, String run, boolean there);
    }

    /**
     * Each item once: as it was on the last day on which it was there, or, of a test of every day, on the last one on which it was what the
     * test counts it as. A place that was read on the days before is no row, unless the test counts that it was not.
     */
    private void items(Population population, Row each) {
        String test = population.test().id();
        CountedAs counted = new CountedAs(days, population);
        Distinct listed = new Distinct();
        days.items(population.run(), test, item -> {
            if (!population.before().isEmpty()) {
                listed.add(CountedAs.hash(item));
            }
            CountedAs.Seen as = counted.of(item, population.run());
            each.take(as.item(), as.run(), true);
        });
        for (String run : population.before()) {
            days.items(run, test, item -> {
                if ((!item.ofPlace() || counted.counts(item)) && listed.add(CountedAs.hash(item))) {
                    CountedAs.Seen as = counted.of(item, run);
                    each.take(as.item(), as.run(), false);
                }
            });
        }
    }

    /** Whether it is a place is asked of the item itself: a masked one has no record's digest to go by. */
    private String row(Population population, Item item, String run) {
        Item told = shown.apply(population.test(), item);
        return PopulationsCsv.row(told, item.ofPlace(), run, places.of(population.test(), run, told.target()));
    }

    private static List<String> calls(Assertion test, Catalog catalog) {
        return catalog.source(test.source()).stream()
                .flatMap(source -> source.readings().stream())
                .filter(reading -> reading.key().equals(test.source()))
                .flatMap(reading -> Stream.concat(reading.population().stream(), reading.details().stream()))
                .toList();
    }
}
