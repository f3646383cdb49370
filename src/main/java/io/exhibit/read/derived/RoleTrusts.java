package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.MalformedDocument;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who may assume a role: one record for each role, statement of its trust policy, and principal. */
final class RoleTrusts implements Derivation {

    @Override
    public List<Member> members() {
        List<Member> members = new ArrayList<>(List.of(
                Made.text("key"),
                Made.text("role"),
                Made.text("role_name"),
                Made.text("path"),
                Made.flag("service_linked")));
        members.addAll(ResourcePolicy.MEMBERS);
        return members;
    }

    @Override
    public boolean readsDocuments() {
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
            public void take(Piece piece) throws MalformedDocument {
                Item role = piece.item();
                String arn = role.text("Arn");
                Map<String, Object> of = new LinkedHashMap<>();
                of.put("role", arn);
                of.put("role_name", role.text("RoleName"));
                of.put("path", role.text("Path"));
                of.put("service_linked", Holder.serviceLinked(role.text("Path")));
                ResourcePolicy.read(arn, role.text("AssumeRolePolicyDocument"), of)
                        .forEach(trust -> site.out().put(trust, piece.gaps(), piece.provenance()));
            }
        };
    }
}
