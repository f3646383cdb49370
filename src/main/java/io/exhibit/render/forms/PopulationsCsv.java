package io.exhibit.render.forms;

import io.exhibit.assessment.Item;
import io.exhibit.assessment.Population;
import io.exhibit.render.AnswerPlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The populations as tables: one with the items of each test, and one that says of each how it was asked for. */
public final class PopulationsCsv {

    /** Name of the table of tables in the pack. */
    public static final String INDEX = "populations/index.csv";

    static final List<String> COLUMNS = List.of(
            "file",
            "test",
            "says",
            "items",
            "rows",
            "places",
            "earlier",
            "population",
            "where",
            "across",
            "calls",
            "run",
            "read",
            "bytes",
            "sha256",
            "note");

    private PopulationsCsv() {}

    /** The first row of a population. */
    public static String head() {
        return Csv.row(Stream.concat(
                        Stream.of("key", "account", "region", "state", "text", "acceptance", "record", "kind", "run"),
                        AnswerPlaces.COLUMNS.stream())
                .toList());
    }

    /**
     * One item of it.
     *
     * @param place whether it is no thing, but an account and region in which things were looked for
     * @param run of the day that it is told as of
     * @param answers where the answers of that run lie
     */
    public static String row(Item item, boolean place, String run, AnswerPlaces.Place answers) {
        List<String> own = List.of(
                item.key(),
                item.target().account(),
                item.target().region(),
                item.state().name().toLowerCase(Locale.ROOT),
                item.text(),
                item.acceptance(),
                item.digest(),
                place ? "place" : "thing",
                run);
        return Csv.row(Stream.concat(own.stream(), answers.cells().stream()).toList());
    }

    /** Every population, those without a file too. */
    static String index(List<Population> populations) {
        StringBuilder table = new StringBuilder(Csv.row(COLUMNS));
        rows(populations).forEach(row -> table.append(Csv.row(row)));
        return table.toString();
    }

    static List<List<String>> rows(List<Population> populations) {
        List<List<String>> rows = new ArrayList<>();
        for (Population population : populations) {
            rows.add(List.of(
                    population.file(),
                    population.test().id(),
                    population.test().says(),
                    population.items(),
                    Long.toString(population.rows()),
                    Long.toString(population.places()),
                    Long.toString(population.earlier()),
                    population.test().source(),
                    population.test().where().text(),
                    population.test().across().text(),
                    String.join(" ", population.calls()),
                    population.run(),
                    population.read() == null ? "" : population.read().toString(),
                    Long.toString(population.bytes()),
                    population.sha256(),
                    population.note()));
        }
        return rows;
    }
}
