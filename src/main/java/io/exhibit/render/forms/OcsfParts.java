package io.exhibit.render.forms;

import static io.exhibit.render.forms.OscalProps.ordered;

import io.exhibit.assessment.TestResult;
import io.exhibit.control.Assertion;
import io.exhibit.control.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the events have in common: what was found, of which test, and how grave it is. */
final class OcsfParts {

    private OcsfParts() {}

    static Map<String, Object> info(Assertion assertion, String type, String uid) {
        return ordered("uid", uid, "title", assertion.id() + ": " + assertion.says(), "types", List.of(type));
    }

    static Map<String, Object> compliance(Assertion assertion, int id, String status, String detail) {
        Map<String, Object> compliance = ordered(
                "control", assertion.id(),
                "desc", assertion.says(),
                "requirements", List.copyOf(new TreeSet<>(assertion.serves().keySet())),
                "status_id", id,
                "status", status);
        if (!detail.isEmpty()) {
            compliance.put("status_details", List.of(detail));
        }
        return compliance;
    }

    /** A pass is of the end of the period: what deviated before does not pass in silence. */
    static String mended(TestResult test) {
        return test.mended()
                ? "Deviated on " + test.daysDeviating() + " of " + test.daysJudged() + " days of the period, and mended"
                : "";
    }

    /** Nobody knows how grave it is what could not be judged. */
    static int severity(TestResult test) {
        return switch (test.verdict()) {
            case FAIL -> severity(test.assertion().severity());
            case INCONCLUSIVE, MANUAL -> 0;
            case PASS, NOT_APPLICABLE -> 1;
        };
    }

    /** Where things were looked for, as a sentence after their counts; "" where only they are items. */
    static String places(TestResult test) {
        long read = test.places().read();
        long unread = test.places().unread();
        return (read == 0 ? "" : " Accounts and regions read: " + read + ".")
                + (unread == 0 ? "" : " Accounts and regions not read: " + unread + ".");
    }

    static int severity(Severity severity) {
        return switch (severity) {
            case LOW -> 2;
            case MEDIUM -> 3;
            case HIGH -> 4;
            case CRITICAL -> 5;
        };
    }
}
