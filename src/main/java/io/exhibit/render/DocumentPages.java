package io.exhibit.render;

import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.Verdict;
import io.exhibit.control.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The documents that stand beside the tests. */
final class DocumentPages {

    private DocumentPages() {}

    static List<Map<String, Object>> rows(List<DocumentResult> documents, PeriodAssessment assessment) {
        Contradictions against = new Contradictions(assessment);
        return documents.stream().map(result -> row(result, against)).toList();
    }

    private static Map<String, Object> row(DocumentResult result, Contradictions against) {
        Document document = result.document();
        Map<String, Object> row = new HashMap<>(Map.of(
                "id", document.id(),
                "says", document.says(),
                "required", result.verdict() == Verdict.MANUAL ? document.required() : "",
                "title", document.filed().map(DocumentPages::title).orElse("none on file"),
                "approved", document.filed().map(DocumentPages::approved).orElse("–"),
                "age", document.filed().isPresent() ? age(result) : "–",
                "state", Words.of(result.state()).toUpperCase(Locale.ROOT),
                "style", Words.of(result.state()).replace(' ', '-'),
                "reason", result.reason(),
                "digest",
                        document.filed()
                                .map(Document.Filed::digest)
                                .map(Words::grouped)
                                .orElse("")));
        row.put("against", against.of(document));
        return row;
    }

    private static String title(Document.Filed filed) {
        return filed.version().isBlank() ? filed.title() : filed.title() + ", version " + filed.version();
    }

    private static String approved(Document.Filed filed) {
        return filed.approved() == null
                ? "not approved"
                : filed.approved() + (filed.approver().isBlank() ? ", by nobody named" : ", " + filed.approver());
    }

    private static String age(DocumentResult result) {
        int most = result.document().maxAgeDays();
        return most == 0
                ? Words.count(result.ageDays(), "day", "days")
                : Words.count(result.ageDays()) + " of " + Words.count(most) + " days";
    }
}
