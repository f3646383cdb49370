package io.exhibit.read.derived;

import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Provenance;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** When the last page of the authorization details was {@code read}, and the ARNs of the users on all of them. */
final class AuthorizationDetailsState implements Derivation {

    private static final String USERS = "UserDetailList";

    @Override
    public List<Member> members() {
        return List.of(Made.text("account"), Made.time("read"), Made.texts("users"), Made.whole("user_count"));
    }

    @Override
    public Maker maker(Site site) {
        return new Counted(site);
    }

    private static final class Counted implements Maker {

        private final Site site;
        private final List<String> users = new ArrayList<>();
        private final List<Gap> gaps = new ArrayList<>();
        private Provenance last;

        Counted(Site site) {
            this.site = site;
        }

        @Override
        public List<Want> wants() {
            return List.of(new Want(site.reading().population().get(0), ""));
        }

        @Override
        public void take(Piece page) {
            page.item().items(USERS).forEach(user -> users.add(user.text("Arn")));
            gaps.addAll(page.gaps());
            last = page.provenance();
        }

        @Override
        public void end() {
            if (last != null) {
                Map<String, Object> members = Map.of(
                        "account",
                        site.target().account(),
                        "read",
                        last.at(),
                        "users",
                        Names.of(users),
                        "user_count",
                        (long) users.size());
                site.out().put(members, List.copyOf(gaps), last);
            }
        }
    }
}
