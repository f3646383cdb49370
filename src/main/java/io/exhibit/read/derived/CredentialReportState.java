package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Items;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** As of when a credential report speaks: AWS makes a new one every four hours at most. */
final class CredentialReportState implements Derivation {

    @Override
    public List<Member> members() {
        return List.of(Made.text("account"), Made.time("GeneratedTime"), Made.text("ReportFormat"));
    }

    @Override
    public Maker maker(Site site) {
        return new Items(site, (report, piece) -> {
            Map<String, Object> members = new LinkedHashMap<>(report);
            members.remove("Content");
            members.put("account", site.target().account());
            return members;
        });
    }
}
