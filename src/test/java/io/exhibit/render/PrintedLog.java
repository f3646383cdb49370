package io.exhibit.render;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the collection log of a pack prints, told from the very model that the templates get.
 *
 * @param unanswered the sum of all that it says brought no answer or was not asked
 * @param rows its table of these calls
 * @param reasons why days are not complete
 */
public record PrintedLog(int unanswered, List<Row> rows, List<String> reasons) {

    /** Calls of one account that share a cause: how many, one of their messages, and each of them. */
    public record Row(int calls, String message, List<Line> lines) {}

    /** What a reader is told of one of them. */
    public record Line(String account, String region, String source, String call, String cause, String code) {}

    @SuppressWarnings("unchecked")
    public static PrintedLog of(PackContent content) {
        Map<String, Object> log = (Map<String, Object>)
                PackModel.of(content, new VisibleText(c -> true)).get("collection");
        return new PrintedLog(
                Pattern.compile("[0-9][0-9,]*")
                        .matcher((String) log.get("unanswered"))
                        .results()
                        .mapToInt(count -> number(count.group()))
                        .sum(),
                maps(log.get("gaps")).map(PrintedLog::row).toList(),
                maps(log.get("reasons")).map(row -> (String) row.get("reason")).toList());
    }

    private static Row row(Map<String, Object> row) {
        return new Row(
                number(row.get("count")),
                (String) row.get("message"),
                maps(row.get("places")).flatMap(place -> lines(row, place)).toList());
    }

    @SuppressWarnings("unchecked")
    private static Stream<Line> lines(Map<String, Object> row, Map<String, Object> place) {
        String account = ((String) row.get("account")).split(" ", 2)[0];
        return Stream.of(((String) place.get("regions")).split(", "))
                .flatMap(region -> maps(place.get("asked"))
                        .flatMap(asked -> calls((List<String>) asked.get("calls"))
                                .map(call -> new Line(
                                        account,
                                        region,
                                        (String) asked.get("source"),
                                        call,
                                        (String) row.get("cause"),
                                        (String) row.get("code")))));
    }

    /** Of a place where nothing was asked, no call is named. */
    private static Stream<String> calls(List<String> named) {
        return named.isEmpty() ? Stream.of("") : named.stream();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> maps(Object list) {
        return ((List<Map<String, Object>>) list).stream();
    }

    private static int number(Object printed) {
        return Integer.parseInt(((String) printed).replace(",", ""));
    }
}
