package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import java.util.List;
import java.util.Map;

/** Access keys, out of the credential report. A slot holds a key when it has a date of rotation (an inactive key keeps it) or is active. */
final class AccessKeys implements Derivation {

    @Override
    public List<Member> members() {
        return List.of(
                Made.text("key"),
                Made.text("user"),
                Made.text("arn"),
                Made.whole("slot"),
                Made.flag("active"),
                Made.time("last_rotated"),
                Made.time("last_used_date"),
                Made.text("last_used_region"),
                Made.text("last_used_service"));
    }

    @Override
    public boolean readsDocuments() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        return new ReportMaker(site, (row, piece) -> {
            slot(site, row, piece, 1);
            slot(site, row, piece, 2);
        });
    }

    private static void slot(Site site, Map<String, String> row, Piece piece, long slot) {
        String column = "access_key_" + slot + "_";
        ReportValues values = new ReportValues(row, piece);
        values.put("last_rotated", Kind.TIMESTAMP, column + "last_rotated");
        values.put("active", Kind.BOOLEAN, column + "active");
        boolean dated = values.members().containsKey("last_rotated");
        boolean active = Boolean.TRUE.equals(values.members().get("active"));
        if (!dated && !active && values.gaps().equals(piece.gaps())) {
            return;
        }
        values.members().put("key", row.get("arn") + "#" + slot);
        values.members().put("slot", slot);
        values.put("user", Kind.STRING, "user");
        values.put("arn", Kind.STRING, "arn");
        values.put("last_used_date", Kind.TIMESTAMP, column + "last_used_date");
        values.put("last_used_region", Kind.STRING, column + "last_used_region");
        values.put("last_used_service", Kind.STRING, column + "last_used_service");
        site.out().put(values.members(), values.gaps(), piece.provenance());
    }
}
