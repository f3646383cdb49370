package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.MalformedDocument;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * As of when a credential report speaks (AWS makes a new one every four hours at most), and of whom: the ARNs of its users,
 * without the root user, who is no user of IAM.
 */
final class CredentialReportState implements Derivation {

    private static final String ROOT = "<root_account>";

    @Override
    public List<Member> members() {
        return List.of(
                Made.text("account"),
                Made.time("GeneratedTime"),
                Made.text("ReportFormat"),
                Made.texts("users"),
                Made.whole("user_count"));
    }

    @Override
    public boolean readsDocuments() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        return new Maker() {
            @Override
            public List<Want> wants() {
                return List.of(new Want(site.reading().population().get(0), ""));
            }

            @Override
            public void take(Piece piece) throws MalformedDocument {
                Map<String, Object> members = new LinkedHashMap<>(piece.item().members());
                members.remove("Content");
                members.put("account", site.target().account());
                List<String> users = ReportRows.of(piece.item().text("Content")).stream()
                        .filter(row -> !row.get("user").equals(ROOT))
                        .map(row -> row.get("arn"))
                        .toList();
                members.put("users", Names.of(users));
                members.put("user_count", (long) users.size());
                site.out().put(members, piece.gaps(), piece.provenance());
            }
        };
    }
}
