package io.exhibit.read.derived;

import io.exhibit.evidence.Sha256;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers the tree, the policies and their targets, and lists for each account what lies on its way to the root. */
final class EffectivePoliciesMaker implements Maker {

    private final Site site;
    private final OrganizationTree tree = new OrganizationTree();
    private final List<Piece> accounts = new ArrayList<>();
    private final Map<String, Map<String, Object>> policies = new TreeMap<>();
    private final Map<String, TreeSet<String>> attached = new HashMap<>();
    private String management = "";

    EffectivePoliciesMaker(Site site) {
        this.site = site;
    }

    @Override
    public List<Want> wants() {
        List<Want> wants = new ArrayList<>(OrganizationTree.WANTS);
        wants.add(new Want("organizations:DescribeOrganization", "Organization"));
        wants.add(new Want("organizations:ListAccounts", "Accounts"));
        wants.add(new Want("organizations:ListPolicies", "Policies"));
        wants.add(new Want("organizations:DescribePolicy", "Policy"));
        wants.add(new Want("organizations:ListTargetsForPolicy", "Targets"));
        return wants;
    }

    @Override
    public void take(Piece piece) {
        if (tree.take(piece)) {
            return;
        }
        Item item = piece.item();
        String policy = piece.call().subject();
        switch (piece.call().operation()) {
            case "organizations:DescribeOrganization" -> management = item.text("MasterAccountId");
            case "organizations:ListAccounts" -> accounts.add(piece);
            case "organizations:ListPolicies" -> policy(item.text("Id")).put("name", item.text("Name"));
            case "organizations:DescribePolicy" ->
                policy(policy).put("content_digest", Sha256.hex(item.text("Content")));
            default ->
                attached.computeIfAbsent(item.text("TargetId"), target -> new TreeSet<>())
                        .add(policy);
        }
    }

    @Override
    public void end() {
        for (Piece account : accounts) {
            String id = account.item().text("Id");
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("account", id);
            members.put("name", account.item().text("Name"));
            members.put("management", id.equals(management));
            List<String> chain = tree.ancestors(id);
            if (chain != null) {
                List<Object> over = new ArrayList<>(attachedTo(id));
                chain.forEach(node -> over.addAll(attachedTo(node)));
                members.put("policies", over);
            }
            site.out().put(members, account.gaps(), account.provenance());
        }
    }

    private Map<String, Object> policy(String id) {
        return policies.computeIfAbsent(id, i -> new LinkedHashMap<>(Map.of("id", i)));
    }

    private List<Object> attachedTo(String node) {
        List<Object> here = new ArrayList<>();
        for (String policy : attached.getOrDefault(node, new TreeSet<>())) {
            Map<String, Object> one = new LinkedHashMap<>(policy(policy));
            one.put("attached_to", node);
            here.add(one);
        }
        return here;
    }
}
