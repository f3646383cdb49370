package io.exhibit.render;

import io.exhibit.assessment.TestResult;
import io.exhibit.control.Parameter;
import io.exhibit.control.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What each severity means, how long it may stay open and by whose word, and which tests have it. */
final class SeverityPages {

    private SeverityPages() {}

    /** The gravest first. */
    static List<Object> rows(PackContent content) {
        List<Severity> severities = new ArrayList<>(List.of(Severity.values()));
        Collections.reverse(severities);
        List<Object> rows = new ArrayList<>();
        for (Severity severity : severities) {
            List<String> tests = content.assessment().tests().stream()
                    .map(TestResult::assertion)
                    .filter(test -> test.severity() == severity)
                    .map(test -> test.id())
                    .toList();
            rows.add(Map.of(
                    "name", Words.of(severity),
                    "means", means(severity),
                    "limit", limit(content, severity),
                    "count", Words.count(tests.size()),
                    "tests", tests));
        }
        return rows;
    }

    private static String means(Severity severity) {
        return switch (severity) {
            case CRITICAL ->
                "Somebody who was never granted it can reach data or take control, or data lies where no contract covers it.";
            case HIGH ->
                "One more thing that goes wrong (a lost password, a stolen device, a failed disk) is enough for harm, or harm"
                        + " would not be noticed.";
            case MEDIUM -> "A safeguard is weaker than the book asks; others stand beside it.";
            case LOW -> "What keeps other safeguards workable is out of order.";
        };
    }

    private static String limit(PackContent content, Severity severity) {
        Parameter limit = content.assessment().book().parameters().get(severity.mending());
        return limit == null ? "none set" : limit.value() + " " + limit.unit() + " (" + Words.policy(limit) + ")";
    }
}
