package io.exhibit.read.derived;

import io.exhibit.read.records.Item;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Want;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Roots, organizational units and accounts, each with its parent, as the list calls told it. */
final class OrganizationTree {

    static final String UNITS = "organizations:ListOrganizationalUnitsForParent";
    static final String MEMBERS = "organizations:ListAccountsForParent";
    static final String ROOTS = "organizations:ListRoots";
    static final List<Want> WANTS =
            List.of(new Want(ROOTS, "Roots"), new Want(UNITS, "OrganizationalUnits"), new Want(MEMBERS, "Accounts"));

    private final Set<String> roots = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();

    /** Whether the piece was about the tree. */
    boolean take(Piece piece) {
        Item item = piece.item();
        switch (piece.call().operation()) {
            case ROOTS -> roots.add(item.text("Id"));
            case UNITS -> {
                names.put(item.text("Id"), item.text("Name"));
                parents.put(item.text("Id"), piece.call().subject());
            }
            case MEMBERS -> parents.put(item.text("Id"), piece.call().subject());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Id of the parent, or {@code null} when no list told it. */
    String parent(String id) {
        return parents.get(id);
    }

    /** From the parent up to the root; {@code null} when the way is not known to its end. */
    List<String> ancestors(String id) {
        List<String> chain = new ArrayList<>();
        for (String at = parents.get(id); at != null && !chain.contains(at); at = parents.get(at)) {
            chain.add(at);
            if (roots.contains(at)) {
                return chain;
            }
        }
        return null;
    }

    /** Names of the units from the root down, "/" for the root itself; {@code null} when the way is not known. */
    String path(String id) {
        List<String> chain = ancestors(id);
        if (chain == null) {
            return null;
        }
        StringBuilder path = new StringBuilder();
        for (int i = chain.size() - 2; i >= 0; i--) {
            path.append('/').append(names.get(chain.get(i)));
        }
        return path.isEmpty() ? "/" : path.toString();
    }
}
