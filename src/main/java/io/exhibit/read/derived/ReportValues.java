package io.exhibit.read.derived;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.read.records.Piece;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes typed values out of one row of a credential report (IAM user guide, "Getting credential reports"). "N/A",
 * "no_information" and "not_supported" are neither true nor false nor a date: the member is absent.
 */
final class ReportValues {

    private static final Set<String> ABSENT = Set.of("N/A", "no_information", "not_supported", "");

    private final Map<String, String> row;
    private final Piece piece;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final List<Gap> gaps;

    ReportValues(Map<String, String> row, Piece piece) {
        this.row = row;
        this.piece = piece;
        this.gaps = new ArrayList<>(piece.gaps());
    }

    Map<String, Object> members() {
        return members;
    }

    List<Gap> gaps() {
        return gaps;
    }

    /** Puts a column's value under a name, when there is one. */
    void put(String name, Kind kind, String column) {
        String raw = row.getOrDefault(column, "");
        if (ABSENT.contains(raw)) {
            return;
        }
        Object value = value(kind, raw);
        if (value == null) {
            Call call = new Call(piece.call().operation(), row.get("arn"));
            String why = column + " is \"" + raw + "\", which cannot be read";
            gaps.add(new Gap(call, Cause.MALFORMED, "", why, piece.provenance().requestId()));
        } else {
            members.put(name, value);
        }
    }

    private static Object value(Kind kind, String raw) {
        return switch (kind) {
            case BOOLEAN ->
                raw.equalsIgnoreCase("true") ? Boolean.TRUE : raw.equalsIgnoreCase("false") ? Boolean.FALSE : null;
            case TIMESTAMP -> instant(raw);
            default -> raw;
        };
    }

    private static Object instant(String raw) {
        try {
            return OffsetDateTime.parse(raw).toInstant();
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
