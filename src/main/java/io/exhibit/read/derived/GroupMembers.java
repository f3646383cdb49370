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
import java.util.List;
import java.util.Map;

/**
 * Who is in a group of Identity Center, a record for each of both, by "group/person", their ids. Only the groups that open an
 * account are asked for. {@code user} and {@code group} are the ids where the directory has no name for them.
 */
final class GroupMembers implements Derivation {

    private static final String GROUPS = "identitystore:ListGroups";
    private static final String MEMBERS = "identitystore:ListGroupMemberships";
    private static final String USERS = "identitystore:ListUsers";

    @Override
    public List<Member> members() {
        return List.of(
                Made.text("key"), Made.text("group_id"), Made.text("group"), Made.text("user_id"), Made.text("user"));
    }

    @Override
    public Maker maker(Site site) {
        return new Memberships(site);
    }

    private static final class Memberships implements Maker {

        private final Site site;
        private final List<Piece> memberships = new ArrayList<>();
        private final Map<String, String> groups = new HashMap<>();
        private final Map<String, String> users = new HashMap<>();

        Memberships(Site site) {
            this.site = site;
        }

        @Override
        public List<Want> wants() {
            return List.of(new Want(GROUPS, "Groups"), new Want(MEMBERS, "GroupMemberships"), new Want(USERS, "Users"));
        }

        @Override
        public void take(Piece piece) {
            Item item = piece.item();
            switch (piece.call().operation()) {
                case GROUPS -> groups.put(item.text("GroupId"), item.text("DisplayName"));
                case MEMBERS -> memberships.add(piece);
                default -> users.put(item.text("UserId"), item.text("UserName"));
            }
        }

        @Override
        public void end() {
            for (Piece piece : memberships) {
                String group = piece.call().subject();
                String user = piece.item().item("MemberId").text("UserId");
                Map<String, Object> members = new LinkedHashMap<>();
                members.put("key", group + "/" + user);
                members.put("group_id", group);
                members.put("group", named(groups, group));
                members.put("user_id", user);
                members.put("user", named(users, user));
                site.out().put(members, piece.gaps(), piece.provenance());
            }
        }

        private static String named(Map<String, String> names, String id) {
            String name = names.getOrDefault(id, "");
            return name.isEmpty() ? id : name;
        }
    }
}
