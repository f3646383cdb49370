package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.policy.PolicyDocument;
import io.exhibit.read.policy.PolicyStatement;
import io.exhibit.read.policy.Principal;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.MalformedDocument;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who may assume a role: one record for each role, statement of its trust policy, and principal. */
final class RoleTrusts implements Derivation {

    @Override
    public List<Member> members() {
        return List.of(
                Made.text("key"),
                Made.text("role"),
                Made.text("role_name"),
                Made.text("path"),
                Made.flag("service_linked"),
                Made.text("sid"),
                Made.text("effect"),
                Made.text("principal_kind"),
                Made.text("principal"),
                Made.text("principal_account"),
                Made.flag("anyone"),
                Made.texts("actions"),
                Made.flag("has_condition"),
                Made.texts("condition_keys"),
                Made.text("condition"));
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
                return List.of(new Want(
                        site.reading().population().get(0), site.reading().carrier()));
            }

            @Override
            public void take(Piece piece) throws MalformedDocument {
                Item role = piece.item();
                String arn = role.text("Arn");
                for (PolicyStatement statement : PolicyDocument.read(arn, role.text("AssumeRolePolicyDocument"))) {
                    if (statement.principals().isEmpty()) {
                        throw new MalformedDocument(
                                arn + ", statement " + statement.label() + ": it names no principal");
                    }
                    for (Principal principal : statement.principals()) {
                        site.out().put(trust(role, statement, principal), piece.gaps(), piece.provenance());
                    }
                }
            }
        };
    }

    private static Map<String, Object> trust(Item role, PolicyStatement statement, Principal principal) {
        String arn = role.text("Arn");
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("key", String.join(" ", arn, statement.label(), principal.kind(), principal.name()));
        members.put("role", arn);
        members.put("role_name", role.text("RoleName"));
        members.put("path", role.text("Path"));
        members.put("service_linked", Holder.serviceLinked(role.text("Path")));
        members.put("sid", statement.sid());
        members.put("effect", statement.effect());
        StatementMembers.principal(members, principal);
        members.put("actions", statement.actions());
        StatementMembers.condition(members, statement);
        return members;
    }
}
