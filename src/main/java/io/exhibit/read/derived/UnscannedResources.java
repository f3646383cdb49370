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

/** Resources that Inspector does not scan, by "resource#scan type": one instance can be left out of two kinds of scan. */
final class UnscannedResources implements Derivation {

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
        return new Items(site, UnscannedResources::named);
    }

    private static Map<String, Object> named(Map<String, Object> resource, Piece piece) {
        Map<String, Object> members = new LinkedHashMap<>(resource);
        if (resource.get("resourceId") instanceof String id && resource.get("scanType") instanceof String scan) {
            members.put("key", id + "#" + scan);
        }
        return members;
    }
}
