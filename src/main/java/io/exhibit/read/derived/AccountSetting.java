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

/** A setting of an account, such as its password policy. That none is set is answered by a fact: a record too, {@code present} false. */
final class AccountSetting implements Derivation {

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
                return List.of(site.carried());
            }

            @Override
            public void take(Piece setting) {
                put(setting, true, setting.item().members());
            }

            @Override
            public void fact(Piece none) {
                put(none, false, Map.of());
            }

            private void put(Piece piece, boolean present, Map<String, Object> setting) {
                Map<String, Object> members = new LinkedHashMap<>();
                members.put("account", site.target().account());
                members.put("present", present);
                members.putAll(setting);
                site.out().put(members, piece.gaps(), piece.provenance());
            }
        };
    }
}
