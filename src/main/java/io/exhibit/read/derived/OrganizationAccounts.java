package io.exhibit.read.derived;

import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Accounts with {@code parent}, {@code path} and {@code ancestors} (ids from the parent up to the root, to which what binds
 * the account may be attached), and {@code State} taken from Status where AWS gives no State (Status is
 * retired, see the Organizations API reference, Account). Where the tree could not be read, they are absent and the gap says so.
 */
final class OrganizationAccounts implements Derivation {

    private static final String ACCOUNTS = "organizations:ListAccounts";

    @Override
    public List<Member> members() {
        return List.of(Made.text("State"), Made.text("parent"), Made.text("path"), Made.texts("ancestors"));
    }

    @Override
    public boolean keepsItem() {
        return true;
    }

    @Override
    public boolean joins(String detail) {
        return false;
    }

    @Override
    public Maker maker(Site site) {
        return new InTheTree(site);
    }

    private static final class InTheTree implements Maker {

        private final Site site;
        private final OrganizationTree tree = new OrganizationTree();
        private final List<Piece> accounts = new ArrayList<>();

        InTheTree(Site site) {
            this.site = site;
        }

        @Override
        public List<Want> wants() {
            List<Want> wants = new ArrayList<>(OrganizationTree.WANTS);
            wants.add(new Want(ACCOUNTS, "Accounts"));
            return wants;
        }

        @Override
        public void take(Piece piece) {
            if (!tree.take(piece)) {
                accounts.add(piece);
            }
        }

        @Override
        public void end() {
            for (Piece account : accounts) {
                String id = account.item().text("Id");
                Map<String, Object> members = new LinkedHashMap<>(account.item().members());
                if (members.containsKey("Status")) {
                    members.putIfAbsent("State", members.get("Status"));
                }
                List<Gap> gaps = new ArrayList<>(account.gaps());
                if (tree.parent(id) != null) {
                    members.put("parent", tree.parent(id));
                }
                String path = tree.path(id);
                if (path == null) {
                    gaps.addAll(site.gaps());
                } else {
                    members.put("path", path);
                    members.put("ancestors", tree.ancestors(id));
                }
                site.out().put(members, gaps, account.provenance());
            }
        }
    }
}
