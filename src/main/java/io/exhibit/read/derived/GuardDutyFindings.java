package io.exhibit.read.derived;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * GuardDuty findings, with {@code sample}: whether AWS made it up on request (GuardDuty user guide, "Sample findings": the
 * title begins with [SAMPLE]; the additional information says so, too). GetFindings leaves out an id that it cannot find and
 * says nothing (GuardDuty API reference), so a finding that was listed and not answered stands as a record with a gap.
 */
final class GuardDutyFindings implements Derivation {

    private static final String LIST = "guardduty:ListFindings";
    private static final Pattern SAID = Pattern.compile("\"sample\"\\s*:\\s*true");

    @Override
    public List<Member> members() {
        return List.of(Made.flag("sample"));
    }

    @Override
    public boolean keepsItem() {
        return true;
    }

    @Override
    public boolean readsByKey() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        return new Answered(site);
    }

    private static final class Answered implements Maker {

        private final Site site;

        /** Ids of the page that is being answered: the collector asks for the findings of each page before it turns it. */
        private final Set<String> listed = new LinkedHashSet<>();

        private Provenance page;

        Answered(Site site) {
            this.site = site;
        }

        @Override
        public List<Want> wants() {
            String operation = site.reading().population().get(0);
            return List.of(new Want(operation, site.reading().carrier()), new Want(LIST, "FindingIds"));
        }

        @Override
        public void take(Piece piece) {
            String key = site.reading().keyMember();
            Map<String, Object> members = new LinkedHashMap<>(piece.members(key));
            if (piece.call().operation().equals(LIST)) {
                if (piece.provenance() != page) {
                    end();
                    page = piece.provenance();
                }
                listed.add(String.valueOf(members.get(key)));
            } else {
                listed.remove(String.valueOf(members.get(key)));
                members.put("sample", sample(new Item(members)));
                site.out().put(members, piece.gaps(), piece.provenance());
            }
        }

        @Override
        public void end() {
            for (String id : listed) {
                Call call = Call.of(site.reading().population().get(0), id);
                Gap gap =
                        new Gap(call, Cause.MALFORMED, "", "the finding was listed and did not come", page.requestId());
                site.out().put(Map.of(site.reading().keyMember(), id), List.of(gap), page);
            }
            listed.clear();
        }
    }

    private static boolean sample(Item finding) {
        String additional = finding.item("Service").item("AdditionalInfo").text("Value");
        return finding.text("Title").startsWith("[SAMPLE]")
                || SAID.matcher(additional).find();
    }
}
