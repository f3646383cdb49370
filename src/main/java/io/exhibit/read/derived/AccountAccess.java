package io.exhibit.read.derived;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * People who get into an account through Identity Center, a record for each account, permission set, person and way: assigned
 * themselves ({@code group} is "") or in a group. {@code user} is absent for somebody whom the directory does not know.
 */
final class AccountAccess implements Derivation {

    private static final String ASSIGNMENTS = "sso:ListAccountAssignments";
    private static final String SET = "sso:DescribePermissionSet";
    private static final String GROUPS = "identitystore:ListGroups";
    private static final String MEMBERS = "identitystore:ListGroupMemberships";
    private static final String USERS = "identitystore:ListUsers";

    @Override
    public List<Member> members() {
        return List.of(
                Made.text("key"),
                Made.text("account"),
                Made.text("permission_set"),
                Made.text("permission_set_arn"),
                Made.text("user_id"),
                Made.text("user"),
                Made.text("user_status"),
                Made.text("group"));
    }

    @Override
    public Maker maker(Site site) {
        return new People(site);
    }

    private static final class People implements Maker {

        private final Site site;
        private final List<Piece> assignments = new ArrayList<>();
        private final Map<String, String> sets = new HashMap<>();
        private final Map<String, String> groups = new HashMap<>();
        private final Map<String, Set<String>> members = new HashMap<>();
        private final Map<String, Item> users = new HashMap<>();

        People(Site site) {
            this.site = site;
        }

        @Override
        public List<Want> wants() {
            return List.of(
                    new Want(ASSIGNMENTS, "AccountAssignments"),
                    new Want(SET, "PermissionSet"),
                    new Want(GROUPS, "Groups"),
                    new Want(MEMBERS, "GroupMemberships"),
                    new Want(USERS, "Users"));
        }

        @Override
        public void take(Piece piece) {
            Item item = piece.item();
            switch (piece.call().operation()) {
                case ASSIGNMENTS -> assignments.add(piece);
                case SET -> sets.put(item.text("PermissionSetArn"), item.text("Name"));
                case GROUPS -> groups.put(item.text("GroupId"), item.text("DisplayName"));
                case MEMBERS ->
                    members.computeIfAbsent(piece.call().subject(), group -> new LinkedHashSet<>())
                            .add(item.item("MemberId").text("UserId"));
                default -> users.put(item.text("UserId"), item);
            }
        }

        @Override
        public void end() {
            for (Piece piece : assignments) {
                String principal = piece.item().text("PrincipalId");
                if (piece.item().text("PrincipalType").equals("GROUP")) {
                    String group = groups.getOrDefault(principal, principal);
                    members.getOrDefault(principal, Set.of())
                            .forEach(user -> put(piece, user, group, Assignments.key(piece.item()) + "/" + user));
                } else {
                    put(piece, principal, "", Assignments.key(piece.item()));
                }
            }
        }

        private void put(Piece assignment, String user, String group, String key) {
            Map<String, Object> access = new LinkedHashMap<>();
            String set = assignment.item().text("PermissionSetArn");
            access.put("key", key);
            access.put("account", assignment.item().text("AccountId"));
            access.put("permission_set_arn", set);
            putKnown(access, "permission_set", sets.getOrDefault(set, ""));
            access.put("group", group);
            access.put("user_id", user);
            Item known = users.getOrDefault(user, new Item(Map.of()));
            putKnown(access, "user", known.text("UserName"));
            putKnown(access, "user_status", known.text("UserStatus"));
            site.out().put(access, assignment.gaps(), assignment.provenance());
        }

        private static void putKnown(Map<String, Object> members, String name, String text) {
            if (!text.isEmpty()) {
                members.put(name, text);
            }
        }
    }
}
