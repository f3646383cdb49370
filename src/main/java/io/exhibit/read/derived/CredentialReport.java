package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Site;
import java.util.ArrayList;
import java.util.List;

/** The rows of the credential report, typed; {@code columns} has every column as text, known to this version or not. */
final class CredentialReport implements Derivation {

    static final List<String> COLUMNS = List.of(
            "user",
            "arn",
            "user_creation_time",
            "password_enabled",
            "password_last_used",
            "password_last_changed",
            "password_next_rotation",
            "mfa_active",
            "access_key_1_active",
            "access_key_1_last_rotated",
            "access_key_1_last_used_date",
            "access_key_1_last_used_region",
            "access_key_1_last_used_service",
            "access_key_2_active",
            "access_key_2_last_rotated",
            "access_key_2_last_used_date",
            "access_key_2_last_used_region",
            "access_key_2_last_used_service",
            "cert_1_active",
            "cert_1_last_rotated",
            "cert_2_active",
            "cert_2_last_rotated",
            "additional_credentials_info");

    @Override
    public List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (String column : COLUMNS) {
            members.add(
                    switch (kind(column)) {
                        case BOOLEAN -> Made.flag(column);
                        case TIMESTAMP -> Made.time(column);
                        default -> Made.text(column);
                    });
        }
        members.add(Made.textMap("columns"));
        return members;
    }

    @Override
    public boolean readsDocuments() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        return new ReportMaker(site, (row, piece) -> {
            ReportValues values = new ReportValues(row, piece);
            COLUMNS.forEach(column -> values.put(column, kind(column), column));
            values.members().put("columns", row);
            site.out().put(values.members(), values.gaps(), piece.provenance());
        });
    }

    private static Kind kind(String column) {
        if (column.endsWith("_active") || column.endsWith("_enabled")) {
            return Kind.BOOLEAN;
        }
        boolean text = column.equals("user")
                || column.equals("arn")
                || column.endsWith("_region")
                || column.endsWith("_service")
                || column.endsWith("_info");
        return text ? Kind.STRING : Kind.TIMESTAMP;
    }
}
