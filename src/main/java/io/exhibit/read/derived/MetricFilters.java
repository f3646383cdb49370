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

/** Metric filters by "log group:filter"; the name of a filter is one of its log group's, and neither name holds a colon. */
final class MetricFilters implements Derivation {

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
        return new Items(site, MetricFilters::named);
    }

    private static Map<String, Object> named(Map<String, Object> filter, Piece piece) {
        Map<String, Object> members = new LinkedHashMap<>(filter);
        if (filter.get("logGroupName") instanceof String group) {
            members.put("key", group + ":" + filter.get("filterName"));
        }
        return members;
    }
}
