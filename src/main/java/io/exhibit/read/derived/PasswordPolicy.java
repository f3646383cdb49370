package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The account's password policy. IAM answers NoSuchEntity where none is set: that is a record too, {@code present} false. */
final class PasswordPolicy implements Derivation {

    @Override
    public List<Member> members() {
        return List.of(Made.text("account"), Made.flag("present"));
    }

    @Override
    public boolean keepsItem() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        return new Maker() {
            @Override
            public List<Want> wants() {
                return List.of(new Want(
                        site.reading().population().get(0), site.reading().carrier()));
            }

            @Override
            public void take(Piece policy) {
                put(policy, true, policy.item().members());
            }

            @Override
            public void fact(Piece noSuchEntity) {
                put(noSuchEntity, false, Map.of());
            }

            private void put(Piece piece, boolean present, Map<String, Object> policy) {
                Map<String, Object> members = new LinkedHashMap<>();
                members.put("account", site.target().account());
                members.put("present", present);
                members.putAll(policy);
                site.out().put(members, piece.gaps(), piece.provenance());
            }
        };
    }
}
