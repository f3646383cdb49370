package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.Items;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Assignments of Identity Center by "account/permission set/principal", its ids. */
final class Assignments implements Derivation {

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
        return new Items(site, Assignments::named);
    }

    static String key(Item assignment) {
        String set = assignment.text("PermissionSetArn");
        return assignment.text("AccountId") + set.substring(set.lastIndexOf('/')) + "/"
                + assignment.text("PrincipalId");
    }

    private static Map<String, Object> named(Map<String, Object> assignment, Piece piece) {
        Map<String, Object> members = new LinkedHashMap<>(assignment);
        members.put("key", key(piece.item()));
        return members;
    }
}
