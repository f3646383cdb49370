package io.exhibit.evaluate;

import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.DocumentResult.State;
import io.exhibit.control.Document;
import io.exhibit.control.Document.Filed;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Whether a document was on file and young enough on the last day of a period. */
final class Freshness {

    private Freshness() {}

    static DocumentResult of(Document document, LocalDate day) {
        Filed filed = document.filed().orElse(null);
        if (filed == null) {
            return new DocumentResult(document, State.MISSING, 0, "Nothing is on file.");
        }
        if (filed.title().isBlank() || filed.approver().isBlank() || filed.approved() == null) {
            return new DocumentResult(
                    document, State.INCOMPLETE, 0, "It needs a title, an approver and the date of approval.");
        }
        long age = ChronoUnit.DAYS.between(filed.approved(), day);
        if (age < 0) {
            return new DocumentResult(
                    document, State.INCOMPLETE, 0, "It was approved on " + filed.approved() + ", after the period.");
        }
        if (document.maxAgeDays() > 0 && age > document.maxAgeDays()) {
            return new DocumentResult(
                    document,
                    State.STALE,
                    age,
                    "It was approved " + age + " days before the end of the period; the limit is "
                            + document.maxAgeDays() + ".");
        }
        return new DocumentResult(document, State.CURRENT, age, "");
    }
}
