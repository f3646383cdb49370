package io.exhibit.render;

import io.exhibit.assessment.Change;
import io.exhibit.assessment.Change.Difference;
import io.exhibit.assessment.Change.How;
import io.exhibit.assessment.Changes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A change as a row of a table: the two nights, the item, what stood there before and after, and the approval. */
final class ChangeRows {

    private static final int MEMBERS = 12;
    private static final int LONG = 240;

    private final Accounts accounts;

    ChangeRows(Accounts accounts) {
        this.accounts = accounts;
    }

    Map<String, Object> of(Changes.Kind kind, Change change) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("seen", change.seen().day().toString());
        row.put("before", change.before().day().toString());
        row.put("how", how(kind, change));
        row.put("text", change.name());
        row.put("key", change.key());
        row.put("where", accounts.printed(change.target()));
        row.put("was", side(change, Difference::before, change.how() == How.ADDED, "not yet"));
        row.put("is", side(change, Difference::after, change.how() == How.REMOVED, "no longer"));
        row.put("approval", change.approval().map(ChangeRows::approval).orElse("none on file"));
        row.put("late", change.approvedLate());
        return row;
    }

    /** "created", in the words of its kind. */
    static String how(Changes.Kind kind, Change change) {
        return switch (change.how()) {
            case ADDED -> kind.added();
            case CHANGED -> "changed";
            case REMOVED -> kind.removed();
        };
    }

    /** "CHG-1042: Jane Doe, Security Official, 2026-01-12. New load balancer". */
    private static String approval(Change.Approved given) {
        return (given.reference().isEmpty() ? "" : given.reference() + ": ") + given.approver() + ", " + given.on()
                + ". " + Words.sentence(given.reason());
    }

    private static Map<String, Object> side(
            Change change, Function<Difference, List<String>> texts, boolean absent, String gone) {
        List<Map<String, String>> lines = new ArrayList<>();
        for (Difference difference : change.differences()) {
            List<String> values = texts.apply(difference);
            String member =
                    member(difference) + (difference.of().isEmpty() ? "" : " of " + String.join(", ", difference.of()));
            for (String value : values) {
                lines.add(Map.of("member", member, "value", shortened(value)));
            }
            if (values.isEmpty() && change.how() == How.CHANGED) {
                // Other values may stand there on both nights, so that it is not said to be empty.
                lines.add(Map.of("member", member, "value", gone));
            }
        }
        return Map.of(
                "absent",
                absent,
                "lines",
                lines.stream().limit(MEMBERS).toList(),
                "more",
                lines.size() > MEMBERS ? Words.count(lines.size() - MEMBERS) : "");
    }

    /** The last two names say enough on paper; the whole way stands in the file. */
    private static String member(Difference difference) {
        String[] names = difference.member().split("\\.");
        return String.join(".", Arrays.asList(names).subList(Math.max(0, names.length - 2), names.length));
    }

    private static String shortened(String value) {
        int length = value.codePointCount(0, value.length());
        return length <= LONG
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONG)) + " … (" + Words.count(length)
                        + " characters in all)";
    }
}
