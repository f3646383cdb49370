package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.List;
import java.util.Map;

/** Each kind of contact that an account can have, and whether it is {@code present}; never who it is. */
final class AlternateContacts implements Derivation {

    @Override
    public List<Member> members() {
        return List.of(Made.text("account"), Made.text("AlternateContactType"), Made.flag("present"));
    }

    @Override
    public Maker maker(Site site) {
        return new Maker() {
            @Override
            public List<Want> wants() {
                return List.of(site.carried());
            }

            @Override
            public void take(Piece contact) {
                put(contact, true);
            }

            @Override
            public void fact(Piece none) {
                put(none, false);
            }

            private void put(Piece piece, boolean present) {
                Map<String, Object> members = Map.of(
                        "account", site.target().account(),
                        "AlternateContactType", piece.call().subject(),
                        "present", present);
                site.out().put(members, piece.gaps(), piece.provenance());
            }
        };
    }
}
