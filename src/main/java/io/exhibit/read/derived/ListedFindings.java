package io.exhibit.read.derived;

import io.exhibit.evidence.Distinct;
import io.exhibit.evidence.Provenance;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many findings a GuardDuty detector listed, how many of them were described, and which were not: GetFindings leaves out
 * an id that it cannot find and says nothing (GuardDuty API reference).
 */
final class ListedFindings implements Derivation {

    private static final String LIST = "guardduty:ListFindings";

    @Override
    public List<Member> members() {
        return List.of(
                Made.text("detector"), Made.whole("listed"), Made.whole("described"), Made.texts("not_described"));
    }

    @Override
    public Maker maker(Site site) {
        return new Counted(site);
    }

    /** One detector; the ids at hand are those of one page, because the collector asks for its findings before it turns it. */
    private static final class Detector {

        private final Set<String> page = new LinkedHashSet<>();
        private final Set<String> missing = new LinkedHashSet<>();
        private final Distinct all = new Distinct();
        private Provenance last;

        void turn(List<String> ids, Provenance from) {
            missing.addAll(page);
            page.clear();
            // An id that stood on an earlier page as well is one finding, and may be described this time.
            ids.stream()
                    .filter(id -> all.add(Distinct.hash(id)) || missing.remove(id))
                    .forEach(page::add);
            last = from;
        }
    }

    private static final class Counted implements Maker {

        private final Site site;
        private final Map<String, Detector> detectors = new LinkedHashMap<>();

        Counted(Site site) {
            this.site = site;
        }

        @Override
        public List<Want> wants() {
            String described = site.reading().population().get(0);
            return List.of(new Want(described, site.reading().carrier()), new Want(LIST, ""));
        }

        @Override
        public void take(Piece piece) {
            Detector detector = detectors.computeIfAbsent(piece.call().subject(), id -> new Detector());
            if (piece.call().operation().equals(LIST)) {
                detector.turn(piece.item().texts("FindingIds"), piece.provenance());
            } else {
                detector.page.remove(piece.item().text("Id"));
            }
        }

        @Override
        public void end() {
            detectors.forEach((id, detector) -> {
                detector.turn(List.of(), detector.last);
                Map<String, Object> members = Map.of(
                        "detector",
                        id,
                        "listed",
                        (long) detector.all.size(),
                        "described",
                        (long) detector.all.size() - detector.missing.size(),
                        "not_described",
                        List.copyOf(detector.missing));
                site.out().put(members, List.of(), detector.last);
            });
        }
    }
}
