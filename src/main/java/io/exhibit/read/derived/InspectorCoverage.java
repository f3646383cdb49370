package io.exhibit.read.derived;

import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Provenance;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many resources of a kind Inspector scans (ACTIVE) and does not scan (any other status), one record for each kind that
 * was asked, of none as well. A count that did not come makes neither known.
 */
final class InspectorCoverage implements Derivation {

    @Override
    public List<Member> members() {
        return List.of(Made.text("resource_type"), Made.whole("scanned"), Made.whole("unscanned"));
    }

    @Override
    public Maker maker(Site site) {
        return new Counting(site);
    }

    private static final class Counts {
        final Map<Boolean, Long> byScanned = new HashMap<>(Map.of(true, 0L, false, 0L));
        final List<Gap> gaps = new ArrayList<>();
        Provenance provenance;
        boolean whole = true;

        void take(Piece page) {
            provenance = page.provenance();
            gaps.addAll(page.gaps());
            for (Item group : page.item().items("countsByGroup")) {
                Long count = group.whole("count");
                whole &= count != null;
                byScanned.merge(group.text("groupKey").equals("ACTIVE"), count == null ? 0 : count, Long::sum);
            }
        }
    }

    private static final class Counting implements Maker {

        private final Site site;
        private final Map<String, Counts> kinds = new LinkedHashMap<>();

        Counting(Site site) {
            this.site = site;
        }

        @Override
        public List<Want> wants() {
            return List.of(new Want(site.reading().population().get(0), ""));
        }

        @Override
        public void take(Piece page) {
            kinds.computeIfAbsent(page.call().subject(), kind -> new Counts()).take(page);
        }

        @Override
        public void end() {
            kinds.forEach((kind, counts) -> {
                Map<String, Object> members = new LinkedHashMap<>();
                members.put("resource_type", kind);
                if (counts.whole) {
                    members.put("scanned", counts.byScanned.get(true));
                    members.put("unscanned", counts.byScanned.get(false));
                }
                site.out().put(members, counts.gaps, counts.provenance);
            });
        }
    }
}
