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

/** Organizational units, with {@code parent}: the unit or root that was asked for its children. */
final class OrganizationUnits implements Derivation {

    @Override
    public List<Member> members() {
        return List.of(Made.text("parent"));
    }

    @Override
    public boolean keepsItem() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        return new Items(site, (unit, piece) -> {
            Map<String, Object> members = new LinkedHashMap<>(unit);
            members.put("parent", piece.call().subject());
            return members;
        });
    }
}
