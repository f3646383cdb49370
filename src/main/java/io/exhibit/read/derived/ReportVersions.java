package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Items;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Earlier versions of AWS Artifact's reports, by "report:version", as they were asked for. */
final class ReportVersions implements Derivation {

    @Override
    public List<Member> members() {
        return List.of(Made.text("key"));
    }

    @Override
    public boolean keepsItem() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        return new Items(site, ReportVersions::named);
    }

    private static Map<String, Object> named(Map<String, Object> version, Piece piece) {
        Map<String, Object> members = new LinkedHashMap<>(version);
        members.put("key", piece.call().subject());
        return members;
    }
}
