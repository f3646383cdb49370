package io.exhibit.render;

import io.exhibit.control.Book;
import io.exhibit.control.TestReach;
import java.util.List;
import java.util.Map;

/** How strong the evidence of the tests can be at best, unit by unit, whatever came out. */
final class ReachPages {

    private ReachPages() {}

    static Map<String, Object> model(Book book) {
        TestReach reach = TestReach.of(book);
        return Map.of(
                "direct", Words.count(reach.direct().size()),
                "supporting", Words.count(reach.supporting().size()),
                "none", Words.count(reach.none().size()),
                "rows",
                        List.of(
                                row("Direct", "a test reads what the unit asks for", reach.direct()),
                                row("Supporting", "the tests corroborate", reach.supporting()),
                                row("None", "no test bears on it", reach.none())));
    }

    private static Map<String, Object> row(String strength, String means, List<String> units) {
        return Map.of("strength", strength, "means", means, "count", Words.count(units.size()), "units", units);
    }
}
