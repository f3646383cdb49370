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

/** Archive rules with the ARN of their analyzer, by "analyzer/rule". */
final class ArchiveRules implements Derivation {

    @Override
    public List<Member> members() {
        return List.of(Made.text("key"), Made.text("analyzer"));
    }

    @Override
    public boolean keepsItem() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        return new Items(site, ArchiveRules::named);
    }

    private static Map<String, Object> named(Map<String, Object> rule, Piece piece) {
        String analyzer = piece.call().subject();
        Map<String, Object> members = new LinkedHashMap<>(rule);
        members.put("analyzer", analyzer);
        if (rule.get("ruleName") instanceof String name) {
            members.put("key", analyzer.substring(analyzer.lastIndexOf('/') + 1) + "/" + name);
        }
        return members;
    }
}
